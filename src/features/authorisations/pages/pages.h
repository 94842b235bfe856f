#pragma once

// The addresses of the authorisations.

#include "features/authorisations/authorisations.h"
#include "platform/web/routes.h"

namespace fabnum::authorisations {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::authorisations
