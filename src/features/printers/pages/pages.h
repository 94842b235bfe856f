#pragma once

// The addresses under which a machine is connected.

#include "features/printers/printers.h"
#include "platform/web/routes.h"

namespace fabnum::printers {

struct Room {
    sql::Database& database;
    std::string key;  // of the house
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::printers
