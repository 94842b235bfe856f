#include "features/cohorts/pages/pages.h"

#include "features/cohorts/pages/cohort_pages.h"

namespace fabnum::cohorts {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    const auto leads = Access::only({Role::Coordinator, Role::Admin});
    web::Table<Room> at{routes, room};
    at.get("/promos", Access::staff(), cohort_list);
    at.get("/promos.csv", Access::staff(), cohort_list_csv);
    at.get("/promos.xlsx", Access::staff(), cohort_list_xlsx);
    at.post("/promos", leads, cohort_open);
    at.get("/promo", Access::staff(), running_cohort);
    at.get("/promo/nouvelle", leads, cohort_new);
    at.get("/promo/{}", Access::staff(), cohort);
    at.get("/promo/{}/calendrier", Access::staff(), cohort_calendar);
    at.post("/promo/{}/fermetures", leads, cohort_close);
    at.post("/promo/{}/fermetures/{}/fin", leads, cohort_reopen);
    at.get("/promo/{}/semaine", leads, cohort_week);
    at.post("/promo/{}/semaine", leads, cohort_week_keep);
    at.get("/promo/{}/phases", leads, cohort_phases);
    at.post("/promo/{}/phases", leads, cohort_phases_keep);
    at.post("/promo/{}/objectifs", leads, cohort_goals_keep);
    at.get("/promo/{}/reglages", leads, cohort_settings);
    at.post("/promo/{}/reglages", leads, cohort_change);
    at.get("/promo/{}/inscriptions", leads, cohort_enrol);
    at.post("/promo/{}/inscriptions", leads, cohort_enrol_now);
}

}  // namespace fabnum::cohorts
