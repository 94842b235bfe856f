#pragma once

// The addresses of the deadlines room.

#include "features/deadlines/deadlines.h"
#include "platform/web/routes.h"

namespace fabnum::deadlines {

struct Room {
    sql::Database& database;
    orders::Orders& orders;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::deadlines
