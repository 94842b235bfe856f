#pragma once

// The addresses of the kiosk.

#include "features/kiosk/kiosk.h"
#include "platform/web/routes.h"

namespace fabnum::kiosk {

struct Room {
    sql::Database& database;
    std::string key;  // the house's own secret
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::kiosk
