#pragma once

// The addresses of civic training.

#include "features/civics/civics.h"
#include "platform/html/html.h"
#include "platform/web/routes.h"

namespace fabnum::civics {

struct Room {
    sql::Database& database;
    const files::Cabinet& cabinet;
};

// What the page of a cohort shows of it.
html::Markup cohort_card(const sql::Reader& db, const cohorts::Cohort& cohort, const web::Visit& visit);

void add_pages(web::Routes& routes, Room& room);

}  // namespace fabnum::civics
