#pragma once

// The handlers of the cohorts room, by page.

#include "features/cohorts/pages/pages.h"

namespace fabnum::cohorts {

// cohort_show.cpp
http::Response running_cohort(Room& room, web::Visit& visit);
http::Response cohort(Room& room, web::Visit& visit, CohortId id);

}  // namespace fabnum::cohorts
