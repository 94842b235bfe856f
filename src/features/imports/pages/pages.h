#pragma once

// The addresses of imports.

#include "features/imports/imports.h"
#include "platform/web/routes.h"

namespace fabnum::imports {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::imports
