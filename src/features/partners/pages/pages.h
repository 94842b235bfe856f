#pragma once

// The addresses of the partners room.

#include "features/partners/partners.h"
#include "platform/web/routes.h"

namespace fabnum::partners {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::partners
