#pragma once

// The addresses under one machine: its sheet, its faults, its lock, what is printed for it.

#include <string>

#include "features/machines/machines.h"
#include "platform/pdf/pdf.h"
#include "platform/web/routes.h"

namespace fabnum::machines {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
    pdf::Printer& printer;
    std::string public_address;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::machines
