#include "features/projects/pages/pages.h"

#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    constexpr web::Takes photo{.form = 256 * 1024, .files = 12 * 1024 * 1024};
    web::Table<Room> at{routes, room};
    at.get("/missions", Access::team(), list);
    at.get("/missions/{}", Access::team(), show);
    at.get("/missions/{}/images/{}", Access::team(), picture);
    at.post("/missions/{}/etapes", Access::team(), step_add);
    at.get("/missions/{}/etapes/{}", Access::team(), step);
    at.post("/missions/{}/etapes/{}", Access::team(), step_move);
    at.post("/missions/{}/etapes/{}/nom", Access::team(), step_rename);
    at.post("/missions/{}/etapes/{}/equipe", Access::team(), step_plan);
    at.post("/missions/{}/etapes/{}/fin", Access::team(), step_remove);
    at.get("/missions/{}/travail", Access::team(), work);
    at.post("/missions/{}/travail", Access::team(), work_note);
    at.get("/missions/{}/essais", Access::team(), tries);
    at.post("/missions/{}/essais", Access::team(), try_note, photo);
    at.get("/missions/{}/photos", Access::team(), photos);
    at.post("/missions/{}/photos", Access::team(), photo_add, photo);
    at.post("/missions/{}/photos/{}/publication", Access::staff(), photo_publish);
    at.get("/missions/{}/controle", Access::team(), checks);
    at.post("/missions/{}/controle", Access::team(), check_add);
    at.post("/missions/{}/controle/{}", Access::team(), check_set);
    at.get("/missions/{}/equipe", Access::team(), team);
    at.post("/missions/{}/equipe", Access::staff(), team_change);
    at.post("/missions/{}/tour", Access::team(), turn_pass);
    at.get("/missions/{}/fiche", Access::team(), sheet);
    at.post("/missions/{}/fiche", Access::team(), sheet_write);
    at.get("/participation", Access::team(), participation);
}

}  // namespace fabnum::projects
