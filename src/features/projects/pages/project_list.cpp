// GET /missions: my missions, and those of my cohort.

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

using namespace html;

http::Response list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto mine = room.database.read(
        [&](const sql::Reader& db) { return glances(db, under_way_of(db, visit.actor().person)); });
    auto body = design::heading({.title = t("projects.list.title")});
    if (mine.empty())
        body +=
            design::empty_state({.title = t("projects.list.none"), .sentence = t("projects.list.none_why")});
    if (!mine.empty()) body += h2({cls("for-readers"), t("projects.step_state.doing")});
    for (const auto& [id, glance] : mine) {
        std::string role;
        for (const Member& member : glance.team)
            if (member.face.id == visit.actor().person && member.turn != Turn::Member)
                role = t("projects.you_are." + std::string(word_of(member.turn)));
        body += design::mission_card(
            {.to = url_of(id),
             .picture = design::Picture::Object,
             .role = role,
             .title = glance.project.title,
             .steps = stepper_of(glance.steps, glance.project, t),
             .due = glance.project.due ? t("projects.due", {{"day", t.day(*glance.project.due)}}) : ""},
            t);
    }
    return design::page(visit, {.title = t("projects.list.title"), .body = body, .here = "missions"});
}

}  // namespace fabnum::projects
