#pragma once

// The addresses of the sites room.

#include "features/sites/sites.h"
#include "platform/web/routes.h"

namespace fabnum::sites {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::sites
