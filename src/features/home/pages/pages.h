#pragma once

// Homes: what each person sees first, search, and one's dates for a calendar. Reads through the doors of the
// rooms below; owns nothing but private links.

#include "features/orders/orders.h"
#include "features/paths/paths.h"
#include "platform/web/routes.h"

namespace fabnum::home {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
    orders::Orders& orders;
    std::string public_address;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::home
