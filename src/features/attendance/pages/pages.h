#pragma once

// The addresses of presence.

#include "features/attendance/attendance.h"
#include "platform/files/files.h"
#include "platform/pdf/pdf.h"
#include "platform/web/routes.h"

namespace fabnum::attendance {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
    pdf::Printer& printer;
    std::string public_address;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::attendance
