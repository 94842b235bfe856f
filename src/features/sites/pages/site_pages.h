#pragma once

// The handlers of the sites room.

#include "features/sites/pages/pages.h"

namespace fabnum::sites {

// site_show.cpp
http::Response site_show(Room& room, web::Visit& visit, SiteId id);
http::Response site_change(Room& room, web::Visit& visit, SiteId id);

}  // namespace fabnum::sites
