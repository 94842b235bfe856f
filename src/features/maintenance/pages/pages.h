#pragma once

// The addresses of the care of machines.

#include "features/maintenance/maintenance.h"
#include "platform/web/routes.h"

namespace fabnum::maintenance {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::maintenance
