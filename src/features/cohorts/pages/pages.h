#pragma once

// The addresses of the cohorts room.

#include <functional>

#include "features/cohorts/cohorts.h"
#include "platform/html/html.h"
#include "platform/web/routes.h"

namespace fabnum::cohorts {

struct Room {
    sql::Database& database;
    // What rooms above say of a cohort on its page: its civic training.
    std::function<html::Markup(const sql::Reader&, const Cohort&, const web::Visit&)> beside = {};
};

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::cohorts
