#pragma once

// The handlers of the deadlines room.

#include "features/deadlines/pages/pages.h"

namespace fabnum::deadlines {

// deadline_list.cpp
http::Response list(Room& room, web::Visit& visit);
http::Response export_csv(Room& room, web::Visit& visit);
http::Response export_xlsx(Room& room, web::Visit& visit);

}  // namespace fabnum::deadlines
