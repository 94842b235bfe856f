// GET /missions/{}/equipe: who is in the team, whose turn is next and why; a person may say "not this time".

#include <algorithm>

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

using namespace html;

namespace {

Markup turn_line(const Sight& sight, const web::Visit& visit, Turn turn, const std::vector<Proposal>& line) {
    const auto& t = visit.words();
    Markup body;
    for (const Member& member : sight.team) {
        if (member.turn != turn) continue;
        body +=
            design::person_line({member.face.id.value, people::short_name(member.face)}, turn_word(turn, t));
        if (!sight.project.ended && (is_staff(visit.actor()) || member.face.id == visit.actor().person))
            body += design::act_button(url_of(sight.project.id) / "tour",
                                       {.word = t("projects.team.pass"),
                                        .icon = "repeat",
                                        .look = design::Look::Outline,
                                        .size = design::Size::Small},
                                       design::hidden("person", std::to_string(member.face.id.value)) +
                                           design::hidden("turn", word_of(turn)));
    }
    Markup next;
    for (const Proposal& one : line) {
        const Member* member = sight.member(one.person);
        if (!member || member->turn != Turn::Member) continue;
        next += li(
            {people::short_name(member->face), ", ",
             one.times == 0 ? t("projects.team.never") : t("projects.team.times", {{"times", one.times}})});
    }
    if (!next.empty()) body += p({t("projects.team.next")}) + ol({next});
    return design::card({.title = turn_word(turn, t), .body = body});
}

http::Response team_page(Room& room, web::Visit& visit, const Sight& sight, const forms::Form& form,
                         int status = 200) {
    const auto& t = visit.words();
    struct Lines {
        std::vector<Proposal> leads, referents;
        std::vector<people::Face> present;
    };
    const auto lines = room.database.read([&](const sql::Reader& db) {
        return Lines{next_in_turn(db, sight.project.cohort, Turn::Lead, sight.project.id, visit.today()),
                     next_in_turn(db, sight.project.cohort, Turn::Referent, sight.project.id, visit.today()),
                     cohorts::present_members(db, sight.project.cohort, visit.today())};
    });
    Markup body = p({t("projects.team.lead")}) + turn_line(sight, visit, Turn::Lead, lines.leads) +
                  turn_line(sight, visit, Turn::Referent, lines.referents);
    if (is_staff(visit.actor()) && !sight.project.ended) {
        std::vector<design::Choice> people;
        for (const auto& face : lines.present)
            people.push_back({std::to_string(face.id.value), people::short_name(face)});
        auto fields =
            design::checkboxes(
                form, {.name = "members", .label = t("projects.team.members"), .choices = people}, t) +
            design::field_row(
                {design::select_field(
                     form, {.name = "lead", .label = turn_word(Turn::Lead, t), .choices = people}, t),
                 design::select_field(
                     form, {.name = "referent", .label = turn_word(Turn::Referent, t), .choices = people},
                     t)}) +
            design::button({.word = t("projects.team.keep"), .icon = "check", .look = design::Look::Outline});
        body += design::card({.title = t("projects.team.change"),
                              .body = design::sending(url_of(sight.project.id) / "equipe", fields)});
    }
    return part_page(visit, sight, {"team", t("projects.part.team")}, form, body, status);
}

}  // namespace

http::Response team(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form;
    for (const Member& member : sight->team) {
        const auto value = std::to_string(member.face.id.value);
        form.put("members", value);
        if (member.turn != Turn::Member) form.put(word_of(member.turn), value);
    }
    return team_page(room, visit, *sight, form);
}

http::Response team_change(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form(visit);
    Team team{.members = form.ids<PersonTag>("members"),
              .lead = form.id<PersonTag>("lead"),
              .referent = form.id<PersonTag>("referent")};
    for (const PersonId person : {team.lead, team.referent})
        if (person && std::find(team.members.begin(), team.members.end(), person) == team.members.end())
            team.members.push_back(person);
    const auto done = change_team(room.database, visit.act(), id, team, visit.today());
    if (!done) {
        form.refuse(done.refusal().key == "projects.roles_apart" ? "referent" : "members", done.refusal());
        return team_page(room, visit, *sight, form, 422);
    }
    visit.say("projects.said.team");
    return http::see_other(url_of(id) / "equipe");
}

http::Response turn_pass(Room& room, web::Visit& visit, ProjectId id) {
    const forms::Form form(visit);
    const auto done = pass_turn(room.database, visit.act(), id, form.id<PersonTag>("person"),
                                turn_from(form.typed("turn")), visit.today());
    return answered(visit, done, url_of(id) / "equipe", "projects.said.passed");
}

}  // namespace fabnum::projects
