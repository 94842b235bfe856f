// GET /aujourdhui: a young person's home on a phone: my mission, where it is, one thing to do, a word of
// thanks.

#include "base/text.h"
#include "features/home/pages/home_fragments.h"
#include "features/home/pages/home_pages.h"
#include "features/home/pages/presence_card.h"

namespace fabnum::home {

using namespace html;

namespace {

struct Facts {
    std::vector<orders::Row> missions;
    std::map<projects::ProjectId, projects::Glance> glances;
    std::optional<projects::Sight> first;
    std::vector<orders::Thanked> thanks;
    projects::Shares shares;
};

const projects::Step* here_of(const projects::Sight& sight) {
    const auto at = projects::current_step(sight.steps);
    return at ? &sight.steps[*at] : nullptr;
}

// One thing to do, never two: answer before showing, show before noting, a photo before the rest.
Markup todo_of(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (!facts.first) return {};
    const auto& sight = *facts.first;
    const auto& order = facts.missions.front().order;
    const Url mission = Url("/missions") / sight.project.id;
    const auto me = visit.actor().person;
    const auto turn = sight.turn_of(me).value_or(projects::Turn::Member);
    const auto go = [&](std::string_view key, std::string_view icon, const Url& to) {
        const std::string name = "home.todo." + std::string(key);
        return design::todo_card(
            {.icon = icon,
             .title = t(name),
             .sentence = t(name + "_why"),
             .action = design::link_button(
                 {.word = t(name + "_do"), .icon = icon, .size = design::Size::Large, .wide = true}, to)});
    };
    if (order.state == orders::State::Ready && turn == projects::Turn::Referent)
        return go("deliver", "truck", Url("/commandes") / order.id / "livraison");
    const auto* step = here_of(sight);
    if (step && step->kind == projects::Activity::Prototype && turn != projects::Turn::Member &&
        order.state == orders::State::Making)
        return go("prototype", "camera", Url("/commandes") / order.id / "prototype");
    bool worked_today = false, photo_today = false;
    for (const auto& work : sight.work)
        worked_today = worked_today || (work.person == me && work.day == visit.today());
    for (const auto& photo : sight.photos)
        photo_today = photo_today || (photo.taken_by == me &&
                                      clock::day_in(visit.visitor().zone, photo.taken_at) == visit.today());
    if (!photo_today) return go("photo", "camera", mission / "photos");
    if (!worked_today) return go("work", "clock", mission / "travail");
    return go("look", "package", mission);
}

Markup now_of(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (!facts.first) return {};
    const auto& sight = *facts.first;
    const auto* step = here_of(sight);
    if (!step) return {};
    std::vector<std::pair<std::string_view, std::string>> lines = {{"package", sight.project.title}};
    if (sight.project.due)
        lines.emplace_back("calendar",
                           t("projects.due", {{"day", t.day_from_today(*sight.project.due, visit.today())}}));
    std::vector<std::string> others;
    for (const auto& member : sight.team)
        if (member.face.id != visit.actor().person) others.push_back(member.face.given_name);
    if (!others.empty()) lines.emplace_back("users", t("home.with", {{"names", t.list(others)}}));
    return design::now_card(
        {.moment = t("home.now"),
         .title = step_title(*step, sight.project, t),
         .facts = lines,
         .action = design::link_button(
             {.word = t("home.see_mission"), .icon = "book-open", .size = design::Size::Large, .wide = true},
             Url("/missions") / sight.project.id)});
}

Markup missions_of(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup cards;
    for (const auto& row : facts.missions) {
        const auto glance = facts.glances.find(row.order.project);
        if (glance == facts.glances.end()) continue;
        std::string role;
        for (const auto& member : glance->second.team)
            if (member.face.id == visit.actor().person && member.turn != projects::Turn::Member)
                role = t("projects.you_are." + std::string(projects::word_of(member.turn)));
        design::Stepper steps{
            .steps = {},
            .here = projects::current_step(glance->second.steps).value_or(glance->second.steps.size())};
        for (const auto& step : glance->second.steps)
            steps.steps.push_back(step_title(step, glance->second.project, t));
        design::MissionCard card{
            .to = Url("/missions") / row.order.project,
            .picture = picture_of(row.order.kind),
            .role = role,
            .title = row.order.title,
            .detail = t("home.for", {{"organisation", row.organisation}}),
            .steps = steps,
            .due = row.order.due ? t("projects.due", {{"day", t.day(*row.order.due)}}) : ""};
        cards += design::mission_card(card, t);
    }
    return cards;
}

Markup thanks_bubble(const orders::Thanked& one, const web::Visit& visit) {
    const auto& t = visit.words();
    return design::message(
        {.from = {.id = static_cast<std::int64_t>(one.contact.size()), .name = one.contact},
         .when = t.short_day(clock::day_in(visit.visitor().zone, one.thanks.at)),
         .body = p({one.thanks.message}) +
                 p({cls("soft"),
                    t("home.thanks_for", {{"order", one.order}, {"organisation", one.organisation}})})});
}

}  // namespace

http::Response participant(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found;
        const auto ids = projects::under_way_of(db, me);
        found.missions = room.orders.of_projects(db, ids);
        found.glances = projects::glances(db, ids);
        if (!found.missions.empty()) found.first = projects::find(db, found.missions.front().order.project);
        found.thanks = room.orders.thanks_for(db, projects::all_of(db, me), 1);
        if (const auto cohort = cohorts::of_person(db, me, visit.today()))
            found.shares = projects::shares_in_programme(db, cohort->id);
        return found;
    });
    auto body = design::heading({.title = t("home.hello_young", {{"name", visit.visitor().given_name}}),
                                 .lead = p({capitalised(t.day(visit.today()))}),
                                 .aside = design::listen_button(t)});
    body +=
        now_of(facts, visit) + todo_of(facts, visit) + next_meeting(room, visit) + teaching_card(room, visit);
    body += my_week(room, visit);
    if (facts.missions.empty())
        body += design::empty_state(
            {.icon = "package", .title = t("projects.list.none"), .sentence = t("projects.list.none_why")});
    else
        body += design::section_title(t("home.my_missions", {{"count", facts.missions.size()}})) +
                missions_of(facts, visit);
    if (!facts.thanks.empty())
        body += design::section_title(t("home.thanks")) + thanks_bubble(facts.thanks.front(), visit);
    const auto mine = facts.shares.find(me);
    std::string missing;
    for (std::size_t kind = 0; kind < projects::activity_count; ++kind)
        if (mine == facts.shares.end() || mine->second[kind] == 0)
            missing += (missing.empty() ? "" : ", ") +
                       t("projects.activity." + std::string(projects::activities[kind].first));
    body +=
        design::section_title(t("home.tried"), design::Link{t("projects.see_all"), Url("/participation")});
    body += p({missing.empty() ? t("home.tried_all") : t("home.tried_missing", {{"kinds", missing}})});
    body += design::card({.title = t("home.calendar"),
                          .body = p({t("home.calendar_why")}) +
                                  design::act_button(Url("/agenda"), {.word = t("home.calendar_do"),
                                                                      .icon = "calendar-days",
                                                                      .look = design::Look::Outline})});
    return design::page(visit, {.title = t("design.way.today"), .body = body, .here = "today"});
}

}  // namespace fabnum::home
