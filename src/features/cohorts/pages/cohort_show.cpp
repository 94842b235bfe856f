// GET /promo, /promo/{}: a cohort: who is in it, how far it is, and for a finished one what became of them,
// counted.

#include "features/cohorts/pages/cohort_fragments.h"
#include "features/cohorts/pages/cohort_pages.h"

namespace fabnum::cohorts {

using namespace html;

namespace {

// Somebody who leaves before the end: noted from here.
Markup leaving_link(const Member& member, const Cohort& cohort, const web::Visit& visit) {
    const auto& t = visit.words();
    if (!may_steer(visit)) return {};
    return text(" ") + a({href(url_of(cohort.id) / "sorties" / member.face.id),
                          aria("label", t("cohorts.note_leaving") + ", " + people::full_name(member.face)),
                          t("cohorts.note_leaving")});
}

Markup members_card(const std::vector<Member>& members, const Cohort& cohort, const web::Visit& visit) {
    const auto& t = visit.words();
    design::Table table{.caption = t("cohorts.members"),
                        .columns = {{.word = t("cohorts.column.name")},
                                    {.word = t("cohorts.column.joined")},
                                    {.word = t("cohorts.column.where")}},
                        .rows = {}};
    for (const Member& member : members) {
        const Markup where =
            member.left ? text(t("cohorts.left", {{"day", t.short_day(*member.left)}}))
            : is_running(cohort, visit.today())
                ? design::tag({design::Tone::Good, t("cohorts.here")}) + leaving_link(member, cohort, visit)
                : text(t("cohorts.finished"));
        table.rows.push_back(
            {design::row_link(people::full_name(member.face), Url("/personnes") / member.face.id),
             text(t.short_day(member.joined)), where});
    }
    return design::card({.title = t("cohorts.members"), .body = design::table(table, t), .flush = true});
}

Markup goals_card(const std::vector<Goal>& goals, const Cohort& cohort, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup lines;
    for (const Goal& goal : goals) lines += li({goal_sentence(goal, t)});
    design::Card card{.title = t("cohorts.goal_form.title"),
                      .body = lines.empty() ? p({cls("soft"), t("cohorts.goal_form.none")}) : ul({lines})};
    if (may_steer(visit))
        card.action =
            design::Link{t("cohorts.goal_form.set"), (url_of(cohort.id) / "phases").at("objectifs")};
    return design::card(card);
}

// What comes now: the phase, the next days without anybody.
Markup programme_card(const Programme& programme, const Cohort& cohort, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<std::pair<std::string, Markup>> facts;
    if (const auto phase = phase_on(programme, visit.today()))
        facts.emplace_back(t("cohorts.now.phase"),
                           text(t("cohorts.phase." + std::string(word_in(phase_kinds, phase->kind))) + ", " +
                                t("cohorts.now.until", {{"day", t.short_day(phase->ends)}})));
    facts.emplace_back(t("cohorts.calendar.per_week"), text(t.duration(weekly_minutes(programme.week))));
    for (Day day = std::max(visit.today(), cohort.starts); day <= cohort.ends; day = day + 1) {
        const bool comes =
            !half_days({.week = programme.week, .closings = {}, .phases = {}, .goals = {}}, day, day).empty();
        const auto holiday = calendar::holiday_on(day);
        const auto closing = closing_on(programme, day);
        if (!holiday && !(closing && comes)) continue;
        facts.emplace_back(t("cohorts.now.next_rest"),
                           text(t.day(day) + ", " + (holiday ? holiday_word(*holiday, t) : closing->reason)));
        break;
    }
    return design::card(
        {.title = t("cohorts.now.title"),
         .action = design::Link{t("cohorts.now.calendar"), url_of(cohort.id) / "calendrier"},
         .body = design::definitions(facts) +
                 (may_steer(visit) ? p({a({href(Url("/volontariats")), t("cohorts.now.volunteering")})})
                                   : Markup())});
}

Markup members_or_none(const std::vector<Member>& members, const Cohort& cohort, const web::Visit& visit) {
    const auto& t = visit.words();
    if (!members.empty()) return members_card(members, cohort, visit);
    return design::empty_state(
        {.icon = "users",
         .title = t("cohorts.enrol.nobody"),
         .sentence = t("cohorts.enrol.nobody_why"),
         .action = may_steer(visit)
                       ? design::link_button({.word = t("cohorts.enrol.title"), .icon = "user-plus"},
                                             url_of(cohort.id) / "inscriptions")
                       : Markup()});
}

http::Response no_cohort(web::Visit& visit) {
    const auto& t = visit.words();
    Markup actions;
    if (may_steer(visit))
        actions +=
            design::link_button({.word = t("cohorts.new.open"), .icon = "plus"}, Url("/promo/nouvelle"));
    actions +=
        design::link_button({.word = t("cohorts.list.see"), .look = design::Look::Outline}, Url("/promos"));
    return design::page(visit, {.title = t("cohorts.title"),
                                .body = design::heading({.title = t("cohorts.title")}) +
                                        design::empty_state({.icon = "users",
                                                             .title = t("cohorts.none"),
                                                             .sentence = t("cohorts.none_why"),
                                                             .action = design::button_row({actions})}),
                                .here = "cohort"});
}

http::Response cohort_page(Room& room, web::Visit& visit, const std::optional<Cohort>& cohort) {
    if (!cohort) return no_cohort(visit);
    const auto& t = visit.words();
    struct Facts {
        std::vector<Member> members;
        Programme programme;
        Markup beside;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        return Facts{.members = members(db, cohort->id),
                     .programme = programme(db, cohort->id),
                     .beside = room.beside ? room.beside(db, *cohort, visit) : Markup()};
    });
    const bool running = is_running(*cohort, visit.today());
    const int week = week_of(*cohort, visit.today());
    const std::string when = running ? t("cohorts.week", {{"week", week}, {"weeks", weeks_in(*cohort)}})
                                     : t("cohorts.from_to", {{"from", t.day_with_year(cohort->starts)},
                                                             {"to", t.day_with_year(cohort->ends)}});
    Markup aside =
        design::link_button({.word = t("cohorts.list.see"), .icon = "list", .look = design::Look::Outline},
                            Url("/promos")) +
        design::link_button({.word = t("people.list.title"), .icon = "users", .look = design::Look::Outline},
                            Url("/personnes"));
    const bool has_seats = static_cast<int>(facts.members.size()) < cohort->seats;
    if (may_steer(visit) && has_seats && cohort->ends >= visit.today())
        aside += design::link_button({.word = t("cohorts.enrol.title"), .icon = "user-plus"},
                                     url_of(cohort->id) / "inscriptions");
    auto body = design::heading(
        {.title = cohort->name,
         .lead = p(
             {when + ". " + t("cohorts.seats", {{"count", facts.members.size()}, {"seats", cohort->seats}})}),
         .aside = design::button_row({aside})});
    body += tabs(*cohort, visit, "people");
    if (running)
        body += design::gauge({.share = week / static_cast<double>(weeks_in(*cohort)),
                               .mark = {},
                               .tone = design::Tone::Info,
                               .label = when});
    else if (cohort->ends < visit.today())
        body += design::link_button(
            {.word = t("cohorts.see_results"), .icon = "chart-column", .look = design::Look::Outline},
            Url("/resultats") / cohort->id);
    body += design::columns(members_or_none(facts.members, *cohort, visit),
                            design::stack({programme_card(facts.programme, *cohort, visit), facts.beside,
                                           goals_card(facts.programme.goals, *cohort, visit)}));
    return design::page(visit, {.title = cohort->name, .body = body, .here = "cohort"});
}

}  // namespace

http::Response running_cohort(Room& room, web::Visit& visit) {
    return cohort_page(room, visit, room.database.read([&](const sql::Reader& db) {
        return running(db, visit.actor().site, visit.today());
    }));
}

http::Response cohort(Room& room, web::Visit& visit, CohortId id) {
    const auto found = room.database.read([&](const sql::Reader& db) { return find(db, id); });
    if (!found || !reaches(visit.actor(), found->site))
        return design::refused(visit, {"cohorts.not_there"}, Url("/promo"), "cohort");
    return cohort_page(room, visit, found);
}

}  // namespace fabnum::cohorts
