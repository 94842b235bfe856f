#pragma once

// What the house remembers, for those entitled: the journal, the log of readings, letters, jobs.

#include "features/orders/orders.h"
#include "features/people/people.h"
#include "platform/web/routes.h"

namespace fabnum::records {

struct Room {
    sql::Database& database;
    const orders::Orders& orders;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::records
