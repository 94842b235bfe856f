#pragma once

// The handlers of the cohorts room, by page.

#include "features/cohorts/pages/pages.h"

namespace fabnum::cohorts {

// cohort_show.cpp
http::Response running_cohort(Room& room, web::Visit& visit);
http::Response cohort(Room& room, web::Visit& visit, CohortId id);
// cohort_list.cpp
http::Response cohort_list(Room& room, web::Visit& visit);
http::Response cohort_list_csv(Room& room, web::Visit& visit);
http::Response cohort_list_xlsx(Room& room, web::Visit& visit);
// cohort_settings.cpp
http::Response cohort_new(Room& room, web::Visit& visit);
http::Response cohort_open(Room& room, web::Visit& visit);
http::Response cohort_settings(Room& room, web::Visit& visit, CohortId id);
http::Response cohort_change(Room& room, web::Visit& visit, CohortId id);
// cohort_calendar.cpp
http::Response cohort_calendar(Room& room, web::Visit& visit, CohortId id);
http::Response cohort_close(Room& room, web::Visit& visit, CohortId id);
http::Response cohort_reopen(Room& room, web::Visit& visit, CohortId id, ClosingId closing);
// cohort_week.cpp
http::Response cohort_week(Room& room, web::Visit& visit, CohortId id);
http::Response cohort_week_keep(Room& room, web::Visit& visit, CohortId id);
// cohort_phases.cpp
http::Response cohort_phases(Room& room, web::Visit& visit, CohortId id);
http::Response cohort_phases_keep(Room& room, web::Visit& visit, CohortId id);
http::Response cohort_goals_keep(Room& room, web::Visit& visit, CohortId id);
// cohort_enrol.cpp
http::Response cohort_enrol(Room& room, web::Visit& visit, CohortId id);
http::Response cohort_enrol_now(Room& room, web::Visit& visit, CohortId id);

}  // namespace fabnum::cohorts
