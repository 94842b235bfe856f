#pragma once

// The cards of the running cohort on the coordinator's home: its week and its people, and who has not tried
// what.

#include <optional>

#include "features/cohorts/cohorts.h"
#include "features/home/pages/pages.h"
#include "features/projects/projects.h"
#include "platform/html/html.h"

namespace fabnum::home {

struct CohortFacts {
    std::optional<cohorts::Cohort> cohort;
    std::vector<people::Face> present;
    projects::Shares shares;
};
CohortFacts cohort_facts(const sql::Reader& db, const web::Visit& visit);
html::Markup cohort_card(const CohortFacts& facts, const web::Visit& visit);
html::Markup holes_card(const CohortFacts& facts, const web::Visit& visit);  // nothing when nobody misses any

}  // namespace fabnum::home
