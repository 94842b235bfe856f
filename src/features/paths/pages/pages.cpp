#include "features/paths/pages/pages.h"

#include "features/paths/pages/path_pages.h"

namespace fabnum::paths {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    // Paths are open to those who walk them and to those who walk beside them; the network has no need to.
    constexpr auto beside = Access::only({Role::Coordinator, Role::Fabmanager});
    constexpr auto both = Access::only({Role::Coordinator, Role::Fabmanager, Role::Participant});
    constexpr auto young = Access::only({Role::Participant});
    web::Table<Room> at{routes, room};

    at.get("/parcours", young, my_path);
    at.get("/parcours/point", young, checkin);
    at.post("/parcours/point", young, checkin_send);
    at.post("/points/{}/partage", young, checkin_share);
    at.post("/points/{}/parole", Access::only({Role::Coordinator}), checkin_talked);

    at.get("/jeunes", beside, young_people);
    at.get("/jeunes/{}", beside, young_person);
    at.get("/jeunes/{}/but", both, goal_form);
    at.post("/jeunes/{}/buts", both, goal_propose);
    at.get("/jeunes/{}/note", both, note_form);
    at.post("/jeunes/{}/notes", both, note_write);
    at.post("/jeunes/{}/entretiens", beside, interview_add);
    at.post("/buts/{}/reponse", young, goal_answer);
    at.post("/buts/{}/fin", both, goal_end);
    at.get("/buts/{}/action", both, action_form);
    at.post("/buts/{}/actions", both, action_add);
    at.post("/actions/{}/etat", both, action_tick);
    at.post("/notes/{}/effacement", both, note_erase);

    at.get("/entretiens", beside, interviews);
    at.get("/entretiens.csv", beside, interviews_csv);
    at.get("/entretiens.xlsx", beside, interviews_xlsx);
    at.get("/entretiens/{}", beside, interview);
    at.post("/entretiens/{}/rendez-vous", beside, interview_offer);
    at.post("/entretiens/{}/reponse", young, interview_answer);
    at.post("/entretiens/{}/etat", beside, interview_step);
}

}  // namespace fabnum::paths
