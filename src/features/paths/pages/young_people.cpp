// GET /jeunes: the cohort by name, with each one's next interview; first, who asked to talk.

#include "features/paths/pages/path_fragments.h"
#include "features/paths/pages/path_pages.h"

namespace fabnum::paths {

using namespace html;

http::Response young_people(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    struct Facts {
        std::optional<cohorts::Cohort> cohort;
        std::vector<people::Face> present;
        std::vector<notebook::Checkin> talks;
        std::map<PersonId, people::Face> faces;
        std::map<PersonId, Interview> next;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.cohort = cohorts::running(db, visit.actor().site, visit.today());
        if (found.cohort) found.present = cohorts::present_members(db, found.cohort->id, visit.today());
        found.talks = notebook::who_wants_to_talk(db, visit.actor());
        std::vector<PersonId> ids;
        for (const auto& one : found.talks) ids.push_back(one.person);
        found.faces = people::faces(db, ids);
        for (const auto& row : list(db, visit.actor(), {.scope = Scope::All, .most = 1000}, visit.today()))
            if (is_open(row.interview.state)) found.next.emplace(row.interview.person, row.interview);
        return found;
    });
    auto body = design::heading(
        {.title = t("paths.people.title"),
         .lead = p({t("paths.people.lead")}),
         .aside = design::link_button(
             {.word = t("paths.list.see"), .icon = "calendar-days", .look = design::Look::Outline},
             Url("/entretiens"))});
    std::vector<design::Decision> talks;
    for (const auto& one : facts.talks) {
        const auto face = facts.faces.find(one.person);
        if (face == facts.faces.end()) continue;
        const std::string name = people::short_name(face->second);
        talks.push_back(
            {.person = design::Person{one.person.value, name},
             .title = t("paths.people.talk", {{"name", face->second.given_name}}),
             .detail =
                 t.day_from_today(clock::day_in(visit.visitor().zone, one.at), visit.today()) +
                 (one.own_words.empty() ? "" : ". " + t("paths.checkin.quote", {{"words", one.own_words}})),
             .action = design::act_button(Url("/points") / one.id / "parole",
                                          {.word = t("paths.people.talked"),
                                           .icon = "check",
                                           .look = design::Look::Outline,
                                           .size = design::Size::Small,
                                           .label = t("paths.people.talked") + ", " + name}),
             .to = Url("/jeunes") / one.person});
    }
    if (!talks.empty())
        body += design::card(
            {.title = t("paths.people.talks"), .body = design::decision_list(talks), .flush = true});
    if (!facts.cohort) {
        body += design::empty_state(
            {.icon = "users", .title = t("cohorts.none"), .sentence = t("paths.people.none_why")});
        return design::page(visit, {.title = t("paths.people.title"), .body = body, .here = "young"});
    }
    Markup rows;
    for (const auto& face : facts.present) {
        const auto next = facts.next.find(face.id);
        const bool any = next != facts.next.end();
        rows += design::decision_row(
            {.person = design::Person{face.id.value, people::full_name(face)},
             .title = people::full_name(face),
             .detail = any ? kind_word(next->second.kind, t) + ", " + moment_of(next->second, visit)
                           : t("paths.people.nothing_next"),
             .tag = any ? std::optional(state_tag(next->second, visit)) : std::nullopt,
             .action = any ? design::link_button(
                                 {.word = t("paths.list.prepare"),
                                  .look = design::Look::Outline,
                                  .size = design::Size::Small,
                                  .label = t("paths.list.prepare") + ", " + people::short_name(face)},
                                 url_of(next->second.id))
                           : Markup(),
             .to = Url("/jeunes") / face.id});
    }
    body += design::card(
        {.title = facts.cohort->name, .body = ul({cls("rows"), html::role("list"), rows}), .flush = true});
    return design::page(visit, {.title = t("paths.people.title"), .body = body, .here = "young"});
}

}  // namespace fabnum::paths
