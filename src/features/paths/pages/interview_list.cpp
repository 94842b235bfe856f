// GET /entretiens: the interviews of the site: those to hold by the end of next week first. CSV and XLSX.

#include "base/words.h"
#include "features/paths/pages/path_fragments.h"
#include "features/paths/pages/path_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::paths {

using namespace html;

namespace {

Scope scope_of(const web::Visit& visit) {
    return value_in(scopes, visit.request().query.get("liste"));
}

std::vector<Row> rows_of(Room& room, const web::Visit& visit, int most) {
    return room.database.read([&](const sql::Reader& db) {
        return list(db, visit.actor(), {.scope = scope_of(visit), .most = most}, visit.today());
    });
}

sheets::Sheet sheet_of(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{.title = t("paths.list.title"),
                        .columns = {t("paths.column.person"), t("paths.column.kind"), t("paths.column.due"),
                                    t("paths.column.state"), t("paths.column.held")},
                        .rows = {}};
    for (const Row& row : rows_of(room, visit, 20000))
        sheet.rows.push_back({people::full_name(row.face), kind_word(row.interview.kind, t),
                              row.interview.due,
                              t("paths.state." + std::string(word_of(row.interview.state))),
                              row.interview.held ? sheets::Cell(*row.interview.held) : sheets::Cell()});
    return sheet;
}

}  // namespace

http::Response interviews(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Scope scope = scope_of(visit);
    const auto rows = rows_of(room, visit, 200);
    auto body =
        design::heading({.title = t("paths.list.title"),
                         .lead = p({t("paths.list.count", {{"count", rows.size()}})}),
                         .aside = design::export_menu(
                             {{"CSV", Url("/entretiens.csv").with("liste", word_in(scopes, scope))},
                              {"XLSX", Url("/entretiens.xlsx").with("liste", word_in(scopes, scope))}},
                             t)});
    Markup links;
    for (const auto& [word, one] : scopes)
        links += li({a({href(Url("/entretiens").with("liste", word)),
                        one == scope ? aria("current", "page") : Attribute{},
                        t("paths.scope." + std::to_string(static_cast<int>(one)))})});
    body += nav({cls("parts"), aria("label", t("paths.list.which")), ul({links})});
    if (rows.empty()) {
        body += design::empty_state(
            {.icon = "calendar-check",
             .title = t("paths.list.none"),
             .sentence = t("paths.list.none_why"),
             .action = design::link_button(
                 {.word = t("paths.people.see"), .icon = "users", .look = design::Look::Outline},
                 Url("/jeunes"))});
        return design::page(visit, {.title = t("paths.list.title"), .body = body, .here = "young"});
    }
    design::Table table{.caption = t("paths.list.title"),
                        .columns = {{.word = t("paths.column.person")},
                                    {.word = t("paths.column.kind")},
                                    {.word = t("paths.column.when")},
                                    {.word = t("paths.column.state"), .extra = true}},
                        .rows = {}};
    for (const Row& row : rows)
        table.rows.push_back({design::row_link(people::full_name(row.face), url_of(row.interview.id)),
                              text(kind_word(row.interview.kind, t)), text(moment_of(row.interview, visit)),
                              design::tag(state_tag(row.interview, visit))});
    body += design::card(
        {.title = t("paths.list.title"), .body = design::table(table, t), .flush = true, .quiet = true});
    return design::page(visit, {.title = t("paths.list.title"), .body = body, .here = "young"});
}

http::Response interviews_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "entretiens-" + to_iso(visit.today()) + ".csv");
}

http::Response interviews_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "entretiens-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::paths
