#pragma once

// The addresses of the messages room.

#include "features/messages/messages.h"
#include "platform/web/routes.h"

namespace fabnum::messages {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::messages
