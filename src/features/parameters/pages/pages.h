#pragma once

// The addresses of the parameters room.

#include "features/parameters/parameters.h"
#include "platform/web/routes.h"

namespace fabnum::parameters {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::parameters
