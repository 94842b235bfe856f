#pragma once

// The addresses of the volunteering room.

#include "features/volunteering/volunteering.h"
#include "platform/pdf/pdf.h"
#include "platform/web/routes.h"

namespace fabnum::volunteering {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
    pdf::Printer& printer;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::volunteering
