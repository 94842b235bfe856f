#pragma once

// The addresses of the outcomes room.

#include "features/outcomes/outcomes.h"
#include "platform/pdf/pdf.h"
#include "platform/web/routes.h"

namespace fabnum::outcomes {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
    pdf::Printer& printer;
    std::string public_address;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::outcomes
