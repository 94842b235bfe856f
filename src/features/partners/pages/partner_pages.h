#pragma once

// The handlers of the partners room, by page.

#include "features/partners/pages/pages.h"

namespace fabnum::partners {

// partner_list.cpp, partner_show.cpp
http::Response list(Room& room, web::Visit& visit);
http::Response show(Room& room, web::Visit& visit, OrganisationId id);

}  // namespace fabnum::partners
