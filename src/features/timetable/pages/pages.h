#pragma once

// The addresses of the timetable.

#include "features/timetable/timetable.h"
#include "platform/web/routes.h"

namespace fabnum::timetable {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::timetable
