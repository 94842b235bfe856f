#pragma once

// The addresses of the people room.

#include <string>

#include "features/people/pages/doorman.h"
#include "features/people/people.h"
#include "platform/pdf/pdf.h"
#include "platform/web/routes.h"

namespace fabnum::people {

struct Room {
    sql::Database& database;
    pdf::Printer& printer;
    std::string key;  // of this house: seals one-time code secrets
    std::string public_address;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::people
