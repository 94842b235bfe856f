#pragma once

// The addresses of the projects room.

#include "features/projects/projects.h"
#include "platform/web/routes.h"

namespace fabnum::projects {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::projects
