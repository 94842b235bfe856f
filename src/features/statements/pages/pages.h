#pragma once

// The addresses of the statements.

#include "features/statements/statements.h"
#include "platform/pdf/pdf.h"
#include "platform/web/routes.h"

namespace fabnum::statements {

struct Room {
    sql::Database& database;
    pdf::Printer& printer;
    std::string public_address;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::statements
