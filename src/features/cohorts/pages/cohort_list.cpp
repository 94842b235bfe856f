// GET /promos, /promos.csv, /promos.xlsx: every cohort, of one's site or of all of them.

#include "features/cohorts/pages/cohort_fragments.h"
#include "features/cohorts/pages/cohort_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::cohorts {

using namespace html;

namespace {

Filter filter_of(const web::Visit& visit) {
    const auto& query = visit.request().query;
    Filter filter;
    if (visit.actor().role != Role::Admin) filter.site = visit.actor().site;
    for (const auto& [word, moment] : moments)
        if (word == query.get("moment")) filter.moment = moment;
    filter.words = query.get("q");
    return filter;
}

std::vector<Row> rows_of(Room& room, const web::Visit& visit) {
    return room.database.read(
        [&](const sql::Reader& db) { return list(db, filter_of(visit), visit.today()); });
}

Url with_filter(Url to, const web::Visit& visit) {
    for (const auto name : {"moment", "q"})
        if (const auto given = visit.request().query.get(name); !given.empty()) to = to.with(name, given);
    return to;
}

Markup filters(const web::Visit& visit) {
    const auto& t = visit.words();
    forms::Form form;
    for (const auto name : {"moment", "q"}) form.put(name, std::string(visit.request().query.get(name)));
    std::vector<design::Choice> choices;
    for (const auto& [word, moment] : moments)
        choices.push_back({std::string(word), t("cohorts.moment." + std::string(word))});
    return design::filter_bar(
        {.to = Url("/promos"),
         .fields = design::field(form,
                                 {.name = "q",
                                  .label = t("cohorts.list.words"),
                                  .input = design::Input::Search,
                                  .optional = true},
                                 t) +
                   design::select_field(form,
                                        {.name = "moment",
                                         .label = t("cohorts.column.moment"),
                                         .choices = choices,
                                         .optional = true,
                                         .empty_word = t("cohorts.list.all")},
                                        t),
         .clear = visit.request().query_text.empty() ? std::nullopt : std::optional(Url("/promos")),
         .at_right = design::export_menu({{"CSV", with_filter(Url("/promos.csv"), visit)},
                                          {"XLSX", with_filter(Url("/promos.xlsx"), visit)}},
                                         t)},
        t);
}

sheets::Sheet sheet_of(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{
        .title = t("cohorts.list.title"),
        .columns = {t("cohorts.column.cohort"), t("cohorts.column.site"), t("cohorts.column.starts"),
                    t("cohorts.column.ends"), t("cohorts.column.members"), t("cohorts.column.seats"),
                    t("cohorts.column.weekly_hours"), t("cohorts.column.moment")},
        .rows = {}};
    for (const Row& row : rows_of(room, visit)) {
        const Cohort& one = row.cohort;
        sheet.rows.push_back({one.name, row.site, one.starts, one.ends, std::int64_t{row.members},
                              std::int64_t{one.seats}, std::int64_t{one.weekly_hours},
                              moment_tag(one, visit).word});
    }
    return sheet;
}

}  // namespace

http::Response cohort_list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto rows = rows_of(room, visit);
    const Markup open =
        may_steer(visit)
            ? design::link_button({.word = t("cohorts.new.open"), .icon = "plus"}, Url("/promo/nouvelle"))
            : Markup();
    auto body = design::heading({.title = t("cohorts.list.title"),
                                 .lead = p({t("cohorts.list.count", {{"count", rows.size()}})}),
                                 .aside = open});
    body += filters(visit);
    if (rows.empty()) {
        body += design::empty_state({.icon = "users",
                                     .title = t("cohorts.list.none"),
                                     .sentence = t("cohorts.list.none_why"),
                                     .action = open});
        return design::page(visit, {.title = t("cohorts.list.title"), .body = body, .here = "cohort"});
    }
    design::Table table{.caption = t("cohorts.list.title"),
                        .columns = {{.word = t("cohorts.column.cohort")},
                                    {.word = t("cohorts.column.moment")},
                                    {.word = t("cohorts.column.site")},
                                    {.word = t("cohorts.column.starts"), .extra = true},
                                    {.word = t("cohorts.column.ends"), .extra = true},
                                    {.word = t("cohorts.column.members"), .number = true}},
                        .rows = {}};
    for (const Row& row : rows)
        table.rows.push_back(
            {design::row_link(row.cohort.name, url_of(row.cohort.id)),
             design::tag(moment_tag(row.cohort, visit)), text(row.site),
             text(t.day_with_year(row.cohort.starts)), text(t.day_with_year(row.cohort.ends)),
             text(t("cohorts.list.seats", {{"count", row.members}, {"seats", row.cohort.seats}}))});
    body += design::card(
        {.title = t("cohorts.list.title"), .body = design::table(table, t), .flush = true, .quiet = true});
    return design::page(visit, {.title = t("cohorts.list.title"), .body = body, .here = "cohort"});
}

http::Response cohort_list_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "promos-" + to_iso(visit.today()) + ".csv");
}

http::Response cohort_list_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "promos-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::cohorts
