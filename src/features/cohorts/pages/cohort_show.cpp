// GET /promo, /promo/{}: a cohort: who is in it, how far it is, and for a finished one what became of them,
// counted.

#include "design/page.h"
#include "features/cohorts/pages/cohort_pages.h"

namespace fabnum::cohorts {

using namespace html;

namespace {

Markup members_card(const std::vector<Member>& members, const Cohort& cohort, const web::Visit& visit) {
    const auto& t = visit.words();
    design::Table table{.caption = t("cohorts.members"),
                        .columns = {{.word = t("cohorts.column.name")},
                                    {.word = t("cohorts.column.joined")},
                                    {.word = t("cohorts.column.where")}},
                        .rows = {}};
    for (const Member& member : members) {
        const Markup where = member.left ? text(t("cohorts.left", {{"day", t.short_day(*member.left)}}))
                             : is_running(cohort, visit.today())
                                 ? design::tag({design::Tone::Good, t("cohorts.here")})
                                 : text(t("cohorts.finished"));
        table.rows.push_back(
            {design::row_link(people::full_name(member.face), Url("/personnes") / member.face.id),
             text(t.short_day(member.joined)), where});
    }
    return design::card({.title = t("cohorts.members"), .body = design::table(table, t), .flush = true});
}

// Every figure says of how many.
Markup result_card(const Result6Months& result, const i18n::Words& t) {
    const auto share = [&](int part) {
        return result.entered == 0 ? 0.0 : part / static_cast<double>(result.entered);
    };
    const std::string of = t("cohorts.result.of", {{"entered", result.entered}});
    const std::pair<std::string_view, int> lines[] = {{"with_a_way_forward", result.with_a_way_forward},
                                                      {"towards_communication", result.towards_communication},
                                                      {"in_work", result.in_work},
                                                      {"left_early", result.left_early}};
    std::vector<design::Target> targets;
    for (const auto& [key, count] : lines) {
        const std::string word = t("cohorts.result." + std::string(key), {{"count", count}});
        targets.push_back({t.number(std::int64_t{count}),
                           word,
                           of,
                           {.share = share(count),
                            .mark = {},
                            .tone = key == "left_early" ? design::Tone::Watch : design::Tone::Good,
                            .label = word + ", " + of}});
    }
    return design::card({.title = t("cohorts.result.title"), .body = design::targets(targets)});
}

http::Response cohort_page(Room& room, web::Visit& visit, const std::optional<Cohort>& cohort) {
    const auto& t = visit.words();
    struct Facts {
        std::vector<Cohort> all;
        std::vector<Member> members;
        Result6Months result;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found{.all = of_site(db, visit.actor().site), .members = {}, .result = {}};
        if (cohort) found.members = members(db, cohort->id);
        if (cohort) found.result = result_of(db, cohort->id);
        return found;
    });
    const Markup add =
        visit.actor().role == Role::Fabmanager
            ? Markup()
            : design::link_button(
                  {.word = t("cohorts.add_person"), .icon = "user-plus", .look = design::Look::Outline},
                  Url("/personnes/nouvelle"));
    Markup body;
    if (!cohort) {
        body = design::heading({.title = t("cohorts.title"), .aside = add}) +
               design::empty_state(
                   {.icon = "users", .title = t("cohorts.none"), .sentence = t("cohorts.none_why")});
    } else {
        const int week = week_of(*cohort, visit.today());
        const std::string when = is_running(*cohort, visit.today())
                                     ? t("cohorts.week", {{"week", week}, {"weeks", weeks_in(*cohort)}})
                                     : t("cohorts.from_to", {{"from", t.day_with_year(cohort->starts)},
                                                             {"to", t.day_with_year(cohort->ends)}});
        body = design::heading(
            {.title = cohort->name,
             .lead = p({when + ". " +
                        t("cohorts.seats", {{"count", facts.members.size()}, {"seats", cohort->seats}})}),
             .aside = add});
        if (is_running(*cohort, visit.today()))
            body += design::gauge({.share = week / static_cast<double>(weeks_in(*cohort)),
                                   .mark = {},
                                   .tone = design::Tone::Info,
                                   .label = when});
        else if (cohort->ends < visit.today())
            body += result_card(facts.result, t);
        body += members_card(facts.members, *cohort, visit);
    }
    Markup others;
    for (const Cohort& one : facts.all)
        if (!cohort || one.id != cohort->id)
            others += design::decision_row(
                {.icon = "users",
                 .tone = design::Tone::Plain,
                 .title = one.name,
                 .detail = t("cohorts.from_to",
                             {{"from", t.day_with_year(one.starts)}, {"to", t.day_with_year(one.ends)}}),
                 .action = design::link_button({.word = t("cohorts.see"),
                                                .look = design::Look::Outline,
                                                .size = design::Size::Small,
                                                .label = t("cohorts.see") + " " + one.name},
                                               Url("/promo") / one.id)});
    if (!others.empty())
        body += design::card({.title = t("cohorts.others"),
                              .body = ul({cls("rows"), html::role("list"), others}),
                              .flush = true});
    return design::page(
        visit, {.title = cohort ? cohort->name : t("cohorts.title"), .body = body, .here = "cohort"});
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
