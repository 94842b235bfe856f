// GET /etats: a cohort's month, ready for the mission locale: who follows whom, what is sent, what is
// countersigned.

#include "base/text.h"
#include "features/statements/pages/statement_pages.h"

namespace fabnum::statements {

using namespace html;

namespace {

struct Facts {
    std::optional<cohorts::Cohort> cohort;
    std::vector<Row> rows;
    std::vector<people::Face> advisers;
};

Facts facts_of(Room& room, const web::Visit& visit, Day month) {
    return room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.cohort = cohorts::running(db, visit.actor().site, visit.today());
        found.advisers = people::with_role(db, Role::Adviser, visit.actor().site, visit.today());
        if (found.cohort) found.rows = of_cohort(db, *found.cohort, month, visit.today());
        return found;
    });
}

Markup state_of(const Row& row, const i18n::Words& t) {
    if (row.statement && row.statement->signed_at)
        return design::tag({design::Tone::Good, t("statements.signed")});
    if (row.statement) return design::tag({design::Tone::Info, t("statements.sent"), "send"});
    return design::tag({design::Tone::Draft, t("statements.not_sent")});
}

Markup rows_card(const Facts& facts, Day month, const i18n::Words& t) {
    std::map<PersonId, std::string> names;
    for (const auto& face : facts.advisers) names[face.id] = people::full_name(face);
    design::Table table{.caption = t("statements.title"),
                        .columns = {{.word = t("statements.column.name")},
                                    {.word = t("statements.column.hours"), .number = true},
                                    {.word = t("statements.column.absences"), .number = true, .extra = true},
                                    {.word = t("statements.column.adviser"), .extra = true},
                                    {.word = t("statements.column.state")}},
                        .rows = {}};
    for (const Row& row : facts.rows)
        table.rows.push_back(
            {design::row_link(people::full_name(row.face), url_of(row.face.id, month)),
             text(hours_words(row.total, t)), text(t.number(std::int64_t{row.total.absences})),
             text(row.adviser ? names[row.adviser] : t("statements.nobody")), state_of(row, t)});
    return design::card(
        {.title = t("statements.title"), .body = design::table(table, t), .flush = true, .quiet = true});
}

Markup follow_card(const Facts& facts, Day month, const i18n::Words& t) {
    std::vector<design::Choice> young, advisers;
    for (const Row& row : facts.rows)
        young.push_back({std::to_string(row.face.id.value), people::full_name(row.face)});
    for (const auto& face : facts.advisers)
        advisers.push_back({std::to_string(face.id.value), people::full_name(face)});
    if (advisers.empty())
        return design::card({.title = t("statements.follow"), .body = p({t("statements.no_adviser")})});
    const forms::Form form;
    return design::card(
        {.title = t("statements.follow"),
         .body = design::sending(
             Url("/etats/suivi"),
             design::hidden("mois", month_part(month)) +
                 design::checkboxes(
                     form, {.name = "people", .label = t("statements.follow_who"), .choices = young}, t) +
                 design::select_field(
                     form, {.name = "adviser", .label = t("statements.column.adviser"), .choices = advisers},
                     t) +
                 design::button(
                     {.word = t("statements.follow_do"), .icon = "check", .look = design::Look::Outline}))});
}

}  // namespace

Day month_asked(std::string_view text, Day today) {
    const auto day = day_from_iso(std::string(text) + "-01");
    return day ? *day : month_before(today);
}
std::string month_part(Day month) {
    return to_iso(month).substr(0, 7);
}
Url url_of(PersonId person, Day month) {
    return Url("/etats") / person / month_part(month);
}
std::string hours_words(const attendance::Tally& tally, const i18n::Words& t) {
    return t("statements.hours", {{"done", t.duration(tally.done)}, {"due", t.duration(tally.due)}});
}

sheets::Sheet sheet_of(const std::vector<Row>& rows, Day month, const i18n::Words& t) {
    sheets::Sheet sheet{
        .title = t("statements.title") + " " + month_part(month),
        .columns = {t("statements.column.name"), t("statements.column.done"), t("statements.column.due"),
                    t("statements.column.absences"), t("statements.column.state")},
        .rows = {}};
    for (const Row& row : rows)
        sheet.rows.push_back(
            {people::full_name(row.face), row.total.done / 60.0, row.total.due / 60.0,
             std::int64_t{row.total.absences},
             t(row.statement ? row.statement->signed_at ? "statements.signed" : "statements.sent"
                             : "statements.not_sent")});
    return sheet;
}

http::Response month_list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Day month = month_asked(visit.request().query.get("mois"), visit.today());
    const auto facts = facts_of(room, visit, month);
    std::int64_t ready = 0;
    for (const Row& row : facts.rows) ready += !row.statement && row.adviser && row.total.due > 0 ? 1 : 0;
    const Url list = Url("/etats");
    auto body = design::heading(
        {.title = t("statements.title"),
         .lead = p({capitalised(t.month(month))}),
         .aside = design::button_row(
             {design::link_button({.word = t("statements.month_before"),
                                   .icon = "chevron-left",
                                   .look = design::Look::Outline},
                                  list.with("mois", month_part(month_before(month)))),
              month < first_of_month(visit.today())
                  ? design::link_button({.word = t("statements.month_after"),
                                         .icon = "chevron-right",
                                         .look = design::Look::Outline},
                                        list.with("mois", month_part(first_of_month(month + 40))))
                  : Markup(),
              design::export_menu({{"CSV", Url("/etats.csv").with("mois", month_part(month))}}, t)}),
         .above = design::back_link({t("attendance.title"), Url("/presence")})});
    if (facts.rows.empty()) {
        body += design::empty_state(
            {.icon = "users", .title = t("attendance.no_cohort"), .sentence = t("attendance.no_cohort_why")});
        return design::page(visit, {.title = t("statements.title"), .body = body, .here = "presence"});
    }
    if (ready > 0)
        body += design::act_button(list, {.word = t("statements.send", {{"count", ready}}), .icon = "send"},
                                   design::hidden("mois", month_part(month)));
    body += design::columns(design::stack({rows_card(facts, month, t)}),
                            design::stack({follow_card(facts, month, t)}));
    return design::page(visit, {.title = t("statements.title"), .body = body, .here = "presence"});
}

http::Response month_csv(Room& room, web::Visit& visit) {
    const Day month = month_asked(visit.request().query.get("mois"), visit.today());
    const auto facts = facts_of(room, visit, month);
    return http::download(sheets::csv(sheet_of(facts.rows, month, visit.words())), "text/csv; charset=utf-8",
                          "etats-" + month_part(month) + ".csv");
}

http::Response month_send(Room& room, web::Visit& visit) {
    const forms::Form form(visit);
    const Day month = month_asked(form.typed("mois"), visit.today());
    const auto cohort = room.database.read(
        [&](const sql::Reader& db) { return cohorts::running(db, visit.actor().site, visit.today()); });
    if (!cohort) return design::refused(visit, {"statements.not_there"}, Url("/etats"), "presence");
    const auto count =
        send(room.database, visit.act(), cohort->id, month, visit.today(), room.public_address);
    if (!count) return design::refused(visit, count.refusal(), Url("/etats"), "presence");
    visit.say("statements.said_sent", {{"count", std::to_string(*count)}});
    return http::see_other(Url("/etats").with("mois", month_part(month)));
}

http::Response adviser_choose(Room& room, web::Visit& visit) {
    const forms::Form form(visit);
    const Url back = Url("/etats").with("mois", month_part(month_asked(form.typed("mois"), visit.today())));
    Act act = visit.act();
    for (const PersonId person : form.ids<PersonTag>("people")) {
        const auto done = follow(room.database, act, person, form.id<PersonTag>("adviser"), visit.today());
        if (!done) return design::refused(visit, done.refusal(), back, "presence");
        act.once.clear();  // the key stands for the form: the first of its acts carries it
    }
    visit.say("statements.said_followed");
    return http::see_other(back);
}

}  // namespace fabnum::statements
