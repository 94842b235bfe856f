#pragma once

// The handlers of the workshop, by page.

#include "features/workshop/pages/pages.h"

namespace fabnum::workshop {

// machine_list.cpp
http::Response machine_list(Room& room, web::Visit& visit);
http::Response export_csv(Room& room, web::Visit& visit);
http::Response export_xlsx(Room& room, web::Visit& visit);
// machine_label.cpp
http::Response machine_label(Room& room, web::Visit& visit, std::string code);

}  // namespace fabnum::workshop
