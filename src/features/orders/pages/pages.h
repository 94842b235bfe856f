#pragma once

// The addresses of the orders room.

#include "features/orders/orders.h"
#include "platform/pdf/pdf.h"
#include "platform/web/routes.h"

namespace fabnum::orders {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
    pdf::Printer& printer;
    Orders& orders;
    std::string public_address;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::orders
