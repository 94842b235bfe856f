#pragma once

// The addresses of the cohorts room.

#include "features/cohorts/cohorts.h"
#include "platform/web/routes.h"

namespace fabnum::cohorts {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::cohorts
