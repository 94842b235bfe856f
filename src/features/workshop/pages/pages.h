#pragma once

// The addresses of the workshop: the machines of a site, and what a label opens.

#include "features/authorisations/authorisations.h"
#include "features/machines/machines.h"
#include "features/maintenance/maintenance.h"
#include "features/people/people.h"
#include "features/production/production.h"
#include "features/sites/sites.h"
#include "platform/web/routes.h"

namespace fabnum::workshop {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::workshop
