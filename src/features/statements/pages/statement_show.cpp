// GET /etats/{}/{}: one young person's month, to be read on screen, printed, or copied in two minutes.

#include "base/text.h"
#include "base/words.h"
#include "features/statements/pages/statement_pages.h"
#include "platform/assets/assets.h"
#include "platform/journal/readings.h"

namespace fabnum::statements {

using namespace html;

namespace {

struct Facts {
    std::optional<people::Person> person;
    Month month;
    sites::Site site;
    std::string cohort;
};

Facts facts_of(Room& room, const web::Visit& visit, PersonId id, Day first) {
    return room.database.read([&](const sql::Reader& db) {
        Facts found;
        if (!may_read(db, visit.actor(), id, visit.today())) return found;
        found.person = people::find(db, id);
        found.month = month_of(db, id, first);
        if (const auto cohort = cohorts::of_person(db, id, visit.today())) {
            found.cohort = cohort->name;
            found.site = sites::find(db, cohort->site).value_or(sites::Site{});
        }
        return found;
    });
}

Markup weeks_table(const Month& month, const i18n::Words& t) {
    design::Table table{.caption = t("statements.weeks"),
                        .columns = {{.word = t("statements.week")},
                                    {.word = t("statements.column.done"), .number = true},
                                    {.word = t("statements.column.due"), .number = true}},
                        .rows = {}};
    for (const Week& week : month.weeks)
        table.rows.push_back({text(t("statements.week_of", {{"day", t.day(week.monday)}})),
                              text(t.duration(week.tally.done)), text(t.duration(week.tally.due))});
    table.rows.push_back({strong({t("statements.total")}), strong({t.duration(month.total.done)}),
                          strong({t.duration(month.total.due)})});
    return design::table(table, t);
}

// In the mission locale's own words.
Markup told_table(const Month& month, const i18n::Words& t) {
    if (month.told.empty()) return p({t("statements.nothing_told")});
    design::Table table{.caption = t("statements.told"),
                        .columns = {{.word = t("statements.day")},
                                    {.word = t("statements.reason")},
                                    {.word = t("statements.column.done"), .number = true}},
                        .rows = {}};
    for (const auto& mark : month.told)
        table.rows.push_back({text(capitalised(t.day(mark.day)) + ", " +
                                   t("attendance.half." + std::string(word_in(cohorts::halves, mark.half)))),
                              text(t("statements.ml." + std::string(attendance::rule_of(mark.code).ml))),
                              text(t.duration(mark.done))});
    return design::table(table, t);
}

Markup body_of(const Facts& facts, const i18n::Words& t) {
    return weeks_table(facts.month, t) + h2({t("statements.told")}) + told_table(facts.month, t) +
           (facts.month.activities.empty()
                ? Markup()
                : h2({t("statements.activities")}) + p({t.list(facts.month.activities) + "."}));
}

}  // namespace

http::Response statement_show(Room& room, web::Visit& visit, PersonId id, std::string month) {
    const auto& t = visit.words();
    const Day first = month_asked(month, visit.today());
    const auto facts = facts_of(room, visit, id, first);
    if (!facts.person) return design::refused(visit, {"statements.not_there"}, Url("/"));
    journal::note_reading(room.database, visit.act(), id, "statement", facts.site.id);
    const bool adviser = visit.actor().role == Role::Adviser;
    const Url back = adviser ? Url("/mes-jeunes") : Url("/etats").with("mois", month_part(first));
    auto body = design::heading(
        {.title = people::full_name(*facts.person),
         .lead = p({capitalised(t.month(first)), ". ", strong({hours_words(facts.month.total, t)}), "."}),
         .aside = room.printer.is_available()
                      ? design::link_button(
                            {.word = t("statements.pdf"), .icon = "file-down", .look = design::Look::Outline},
                            url_of(id, first) / "pdf")
                      : Markup(),
         .above = design::back_link({t(adviser ? "statements.my_youths" : "statements.title"), back})});
    body += design::card({.title = t("statements.weeks"), .body = body_of(facts, t), .quiet = true});
    return design::page(visit, {.title = people::full_name(*facts.person), .body = body, .here = "presence"});
}

http::Response statement_pdf(Room& room, web::Visit& visit, PersonId id, std::string month) {
    const auto& t = visit.words();
    const Day first = month_asked(month, visit.today());
    const auto facts = facts_of(room, visit, id, first);
    if (!facts.person) return design::refused(visit, {"statements.not_there"}, Url("/"));
    const std::string title = t("statements.heading");
    const Document page{
        .language = std::string(i18n::tag_of(t.voice().language)),
        .title = title,
        .body_class = "print-page",
        .styles = {assets::url_of("assets/app.css")},
        .body =
            article({cls("sheet"), h1({title}),
                     p({strong({people::full_name(*facts.person)}), ", ", facts.cohort, ". ", facts.site.name,
                        ", ", facts.site.address}),
                     p({capitalised(t.month(first)), ". ", strong({hours_words(facts.month.total, t)}), "."}),
                     body_of(facts, t), p({cls("sheet-foot"), t("statements.foot")})})};
    const auto bytes = room.printer.print(html::print(page));
    if (!bytes) return design::refused(visit, {"attendance.no_pdf"}, url_of(id, first));
    return http::download(*bytes, "application/pdf", "etat-" + month_part(first) + ".pdf");
}

}  // namespace fabnum::statements
