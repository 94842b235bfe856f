#pragma once

// The addresses of the recruitment room.

#include "features/recruitment/recruitment.h"
#include "platform/web/routes.h"

namespace fabnum::recruitment {

struct Room {
    sql::Database& database;
    Candidates candidates;
    Meetings meetings;
    Referrals referrals;
    std::string public_address;
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::recruitment
