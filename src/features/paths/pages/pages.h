#pragma once

// The addresses of the paths room.

#include "features/civics/civics.h"
#include "features/orders/orders.h"
#include "features/paths/paths.h"
#include "features/teaching/teaching.h"
#include "platform/web/routes.h"

namespace fabnum::paths {

struct Room {
    sql::Database& database;
    orders::Orders& orders;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::paths
