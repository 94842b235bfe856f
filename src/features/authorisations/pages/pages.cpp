#include "features/authorisations/pages/pages.h"

#include "features/authorisations/pages/authorisation_pages.h"

namespace fabnum::authorisations {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    constexpr auto leads = Access::only({Role::Coordinator, Role::Admin});
    web::Table<Room> at{routes, room};
    at.get("/autorisations", Access::staff(), everybody);
    at.get("/autorisations.csv", Access::staff(), export_csv);
    at.get("/autorisations.xlsx", Access::staff(), export_xlsx);
    at.get("/autorisations/{}", Access::team(), family_page);
    at.post("/autorisations/{}", Access::team(), grant_now);
    at.get("/autorisations/{}/cours", Access::staff(), course_form);
    at.post("/autorisations/{}/cours", Access::staff(), course_keep);
    at.get("/personnes/{}/autorisations", Access::staff(), person_page);
    at.post("/personnes/{}/autorisations/{}/retrait", Access::staff(), revoke_now);
    at.post("/personnes/{}/base-legale", leads, ground_give);
    at.post("/personnes/{}/base-legale/{}/fin", leads, ground_end);
    at.get("/apprendre/{}", Access::team(), learn);
    at.post("/apprendre/{}/quiz", Access::team(), quiz_answer);
    at.post("/apprendre/{}/signature", Access::team(), sign_now);
}

}  // namespace fabnum::authorisations
