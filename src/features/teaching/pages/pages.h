#pragma once

// The addresses of peer teaching.

#include "features/teaching/teaching.h"
#include "platform/web/routes.h"

namespace fabnum::teaching {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::teaching
