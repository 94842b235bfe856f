#pragma once

// The addresses of the production room.

#include "features/production/production.h"
#include "platform/web/bulletin.h"
#include "platform/web/routes.h"

namespace fabnum::production {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
    std::string public_address;
    web::Bulletin news = {};
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::production
