// GET /volontariats: who is in service civique, until when, and what is missing. Also as CSV and XLSX.

#include "features/volunteering/pages/volunteering_fragments.h"
#include "platform/sheets/sheets.h"

namespace fabnum::volunteering {

using namespace html;

namespace {

using Moment = Filter::Moment;
constexpr std::pair<std::string_view, Moment> moments[] = {
    {"running", Moment::Running}, {"coming", Moment::Coming}, {"over", Moment::Over}};

Filter filter_of(const web::Visit& visit) {
    const auto& query = visit.request().query;
    Filter filter;
    for (const auto& [word, moment] : moments)
        if (word == query.get("moment")) filter.moment = moment;
    filter.incomplete = query.get("moment") == "incomplete";
    filter.words = query.get("q");
    return filter;
}

std::vector<Row> rows_of(Room& room, const web::Visit& visit) {
    return room.database.read(
        [&](const sql::Reader& db) { return list(db, visit.actor(), filter_of(visit), visit.today()); });
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
    std::vector<design::Choice> choices = {{"incomplete", t("volunteering.list.incomplete")}};
    for (const auto& [word, moment] : moments)
        choices.push_back({std::string(word), t("volunteering.moment." + std::string(word))});
    return design::filter_bar(
        {.to = Url("/volontariats"),
         .fields = design::field(form,
                                 {.name = "q",
                                  .label = t("volunteering.list.words"),
                                  .input = design::Input::Search,
                                  .optional = true},
                                 t) +
                   design::select_field(form,
                                        {.name = "moment",
                                         .label = t("volunteering.column.moment"),
                                         .choices = choices,
                                         .optional = true,
                                         .empty_word = t("volunteering.list.all")},
                                        t),
         .clear = visit.request().query_text.empty() ? std::nullopt : std::optional(Url("/volontariats")),
         .at_right = design::export_menu({{"CSV", with_filter(Url("/volontariats.csv"), visit)},
                                          {"XLSX", with_filter(Url("/volontariats.xlsx"), visit)}},
                                         t)},
        t);
}

std::string missing_words(const std::vector<Need>& missing, const i18n::Words& t) {
    std::vector<std::string> words;
    for (const Need& need : missing) words.push_back(need_word(need, t));
    return words.empty() ? "" : t.list(words);
}

sheets::Sheet sheet_of(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{.title = t("volunteering.list.title"),
                        .columns = {t("volunteering.column.name"), t("volunteering.column.starts"),
                                    t("volunteering.column.ends"), t("volunteering.column.hours"),
                                    t("volunteering.column.employer"), t("volunteering.column.host"),
                                    t("volunteering.column.elisa"), t("volunteering.column.missing")},
                        .rows = {}};
    for (const Row& row : rows_of(room, visit))
        sheet.rows.push_back({people::full_name(row.face), row.engagement.starts, row.engagement.last_day(),
                              std::int64_t{row.engagement.weekly_hours}, row.employer, row.host,
                              row.engagement.elisa, missing_words(row.missing, t)});
    return sheet;
}

}  // namespace

http::Response list_page(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto rows = rows_of(room, visit);
    auto body = design::heading({.title = t("volunteering.list.title"),
                                 .lead = p({t("volunteering.list.count", {{"count", rows.size()}})})});
    body += tabs(visit, "engagements") + filters(visit);
    if (rows.empty()) {
        body += design::empty_state(
            {.icon = "file-text",
             .title = t("volunteering.list.none"),
             .sentence = t("volunteering.list.none_why"),
             .action = design::link_button({.word = t("volunteering.list.to_cohort"), .icon = "users"},
                                           Url("/promo"))});
        return design::page(visit, {.title = t("volunteering.list.title"), .body = body, .here = "cohort"});
    }
    design::Table table{.caption = t("volunteering.list.title"),
                        .columns = {{.word = t("volunteering.column.name")},
                                    {.word = t("volunteering.column.moment")},
                                    {.word = t("volunteering.column.dates"), .extra = true},
                                    {.word = t("volunteering.column.host"), .extra = true},
                                    {.word = t("volunteering.column.missing")}},
                        .rows = {}};
    for (const Row& row : rows) {
        Markup name = design::row_link(people::full_name(row.face), url_of(row.engagement.id));
        if (row.minor) name += text(" ") + design::tag({design::Tone::Watch, t("volunteering.minor")});
        table.rows.push_back(
            {name, design::tag(moment_tag(row.engagement, visit)), text(dates_of(row.engagement, t)),
             text(row.host),
             design::tag(missing_tag(row.missing, t)) +
                 (row.missing.empty() ? Markup()
                                      : small({cls("soft"), " " + missing_words(row.missing, t)}))});
    }
    body += design::card({.title = t("volunteering.list.title"),
                          .body = design::table(table, t),
                          .flush = true,
                          .quiet = true});
    return design::page(visit, {.title = t("volunteering.list.title"), .body = body, .here = "cohort"});
}

http::Response export_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "volontariats-" + to_iso(visit.today()) + ".csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "volontariats-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::volunteering
