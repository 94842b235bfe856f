#pragma once

// A person's rights: what is held about them, on screen and as a file, and its erasure.

#include "features/privacy/privacy.h"
#include "platform/web/routes.h"

namespace fabnum::privacy {

struct Room {
    sql::Database& database;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::privacy
