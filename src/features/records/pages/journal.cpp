// GET /journal: who changed what, when, what it was and what it became; filtered by the address alone.
// GET /journal.csv, /journal.xlsx: the same lines, all pages.

#include "features/records/pages/journal_words.h"
#include "features/records/pages/record_filter.h"
#include "features/records/pages/record_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::records {

using namespace html;

namespace {

constexpr std::string_view subjects[] = {"order", "project", "person", "cohort", "exit", "site"};
constexpr int export_most = 20'000;

journal::Filter filter_of(const web::Visit& visit) {
    const auto days = days_of(visit);
    journal::Filter filter;
    if (visit.actor().role != Role::Admin) filter.site = visit.actor().site;
    filter.actor = person_of(visit, "qui");
    filter.subject_kind = visit.request().query.get("sujet");
    filter.from = days.from;
    filter.until = days.until;
    return filter;
}

Markup filter_fields(const web::Visit& visit, const std::vector<people::Face>& team) {
    const auto& t = visit.words();
    std::vector<design::Choice> kinds;
    for (const std::string_view subject : subjects)
        kinds.push_back({std::string(subject), t("journal.subject." + std::string(subject))});
    const auto form = filled_filter(visit, {"sujet", "qui", "de", "au"});
    return design::select_field(form,
                                {.name = "sujet",
                                 .label = t("records.column.about"),
                                 .choices = kinds,
                                 .optional = true,
                                 .empty_word = t("records.filter.all")},
                                t) +
           person_field(form, "qui", t("records.column.who"), team, t) + day_fields(form, t);
}

}  // namespace

http::Response journal_lines(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const int skip = skip_of(visit);
    const auto filter = filter_of(visit);
    Spoken spoken;
    std::vector<people::Face> team;
    std::int64_t count = 0;
    const auto lines = room.database.read([&](const sql::Reader& db) {
        auto found = journal::lines(db, filter, {.size = page_size, .skip = skip});
        count = journal::count(db, filter);
        spoken = spoken_of(room, db, found);
        team = team_of(db, visit);
        return found;
    });
    design::Table table{.caption = t("records.tab.journal"),
                        .columns = {{.word = t("records.column.what")},
                                    {.word = t("records.column.about")},
                                    {.word = t("records.column.who")},
                                    {.word = t("records.column.when")},
                                    {.word = t("records.column.change"), .extra = true}},
                        .rows = {}};
    for (const auto& line : lines) {
        Markup changes;
        for (const auto& change : change_words(line, spoken, t)) changes += div({change});
        table.rows.push_back({text(action_words(line, t)), subject_link(line, spoken, t),
                              text(name_of(spoken.faces, line.actor, line.role, t)),
                              text(moment(line.at, visit)), changes});
    }
    auto body = design::heading({.title = t("records.title"), .lead = p({t("records.journal_lead")})}) +
                tabs(visit, "journal");
    body += design::filter_bar(
        {.to = Url("/journal"),
         .fields = filter_fields(visit, team),
         .clear = is_filtered(visit) ? std::optional(Url("/journal")) : std::nullopt,
         .at_right = design::export_menu({{"CSV", with_filter(Url("/journal.csv"), visit)},
                                          {"XLSX", with_filter(Url("/journal.xlsx"), visit)}},
                                         t)},
        t);
    body += lines.empty() ? design::empty_state({.icon = "book-open", .title = t(none_key(visit))})
                          : design::card({.title = t("records.tab.journal"),
                                          .body = design::table(table, t) +
                                                  pager(Url("/journal"), visit, skip, lines.size(), count),
                                          .flush = true,
                                          .quiet = true});
    return design::page(visit, {.title = t("records.title"), .body = body, .here = "records"});
}

namespace {

sheets::Sheet journal_sheet(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{
        .title = t("records.tab.journal"),
        .columns = {t("records.column.day"), t("records.column.time"), t("records.column.what"),
                    t("records.column.about"), t("records.column.who"), t("records.column.change")},
        .rows = {}};
    room.database.read([&](const sql::Reader& db) {
        const auto lines = journal::lines(db, filter_of(visit), {.size = export_most, .skip = 0});
        const auto spoken = spoken_of(room, db, lines);
        for (const auto& line : lines) {
            std::string changes;
            for (const auto& change : change_words(line, spoken, t))
                changes += (changes.empty() ? "" : "; ") + change;
            sheet.rows.push_back({clock::day_in(visit.visitor().zone, line.at),
                                  t.time(clock::minutes_in(visit.visitor().zone, line.at)),
                                  action_words(line, t), subject_words(line, spoken, t),
                                  name_of(spoken.faces, line.actor, line.role, t), changes});
        }
    });
    return sheet;
}

}  // namespace

http::Response journal_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(journal_sheet(room, visit)), "text/csv; charset=utf-8",
                          "journal-" + to_iso(visit.today()) + ".csv");
}

http::Response journal_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(journal_sheet(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "journal-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::records
