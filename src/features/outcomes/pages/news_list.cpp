// GET /suivis: whom to ask for news, and what they said. Filtered and sorted by the address alone.

#include <charconv>

#include "features/outcomes/pages/outcome_fragments.h"
#include "features/outcomes/pages/outcome_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::outcomes {

using namespace html;

namespace {

NewsFilter filter_of(const web::Visit& visit) {
    const auto& query = visit.request().query;
    NewsFilter filter{.site = visit.actor().site};
    for (const auto& [word, standing] : standings)
        if (query.get("etat") == word) filter.standing = standing;
    const std::string_view months = query.get("mois");
    std::from_chars(months.data(), months.data() + months.size(), filter.months);
    filter.sort = query.get("tri");
    return filter;
}

Url with_filter(Url url, const web::Visit& visit) {
    for (const auto* name : {"etat", "mois", "tri"})
        if (const auto value = visit.request().query.get(name); !value.empty()) url = url.with(name, value);
    return url;
}

design::Column sortable(const std::string& word, const std::string& key, const NewsFilter& filter,
                        const web::Visit& visit) {
    const bool up = filter.sort == key, down = filter.sort == "-" + key;
    Url to = Url("/suivis").with("tri", up ? "-" + key : key);
    for (const auto* name : {"etat", "mois"})
        if (const auto value = visit.request().query.get(name); !value.empty()) to = to.with(name, value);
    return {.word = word,
            .sort = to,
            .sorted = up     ? design::Sorted::Up
                      : down ? design::Sorted::Down
                             : design::Sorted::No};
}

// What they said, or why they did not, or how often one tried.
std::string said(const NewsLine& line, const i18n::Words& t) {
    if (line.news.situation) return situation_word(*line.news.situation, t);
    if (line.news.missing) return t("outcomes.missing." + std::string(word_in(missings, *line.news.missing)));
    return t("outcomes.news.tries", {{"count", line.tries}});
}

std::vector<NewsLine> lines_of(Room& room, const web::Visit& visit) {
    return room.database.read(
        [&](const sql::Reader& db) { return news(db, filter_of(visit), visit.today()); });
}

sheets::Sheet sheet_of(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{
        .title = t("outcomes.news.title"),
        .columns = {t("outcomes.column.name"), t("outcomes.column.cohort"), t("outcomes.column.left"),
                    t("outcomes.column.months"), t("outcomes.column.due"), t("outcomes.column.standing"),
                    t("outcomes.column.answered"), t("outcomes.column.situation"), t("outcomes.column.field"),
                    t("outcomes.column.proof"), t("outcomes.column.missing"), t("outcomes.column.tries")},
        .rows = {}};
    for (const NewsLine& line : lines_of(room, visit)) {
        const News& one = line.news;
        sheet.rows.push_back(
            {people::full_name(line.face), line.cohort, line.exit.left, std::int64_t{one.months}, one.due,
             t("outcomes.standing." + std::string(word_in(standings, standing_of(one, visit.today())))),
             one.answered ? sheets::Cell(*one.answered) : sheets::Cell(),
             one.situation ? situation_word(*one.situation, t) : "", field_word(one.field, t),
             one.proof ? t("outcomes.proof." + std::string(word_in(proofs, *one.proof))) : "",
             one.missing ? t("outcomes.missing." + std::string(word_in(missings, *one.missing))) : "",
             std::int64_t{line.tries}});
    }
    return sheet;
}

}  // namespace

http::Response news_list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto filter = filter_of(visit);
    const auto lines = lines_of(room, visit);
    forms::Form form;
    form.put("etat", std::string(visit.request().query.get("etat")))
        .put("mois", std::string(visit.request().query.get("mois")));
    std::vector<design::Choice> months;
    for (const int one : follow_up_months)
        months.push_back({std::to_string(one), t("outcomes.months_after", {{"months", one}})});
    auto body = design::heading({.title = t("outcomes.news.title"),
                                 .lead = p({t("outcomes.news.lead", {{"count", lines.size()}})}),
                                 .above = tabs("news", visit)});
    body += design::filter_bar(
        {.to = Url("/suivis"),
         .fields = design::select_field(form,
                                        {.name = "etat",
                                         .label = t("outcomes.column.standing"),
                                         .choices = choices_of(standings, "standing", t),
                                         .optional = true,
                                         .empty_word = t("outcomes.news.to_ask")},
                                        t) +
                   design::select_field(form,
                                        {.name = "mois",
                                         .label = t("outcomes.column.months"),
                                         .choices = months,
                                         .optional = true,
                                         .empty_word = t("outcomes.all")},
                                        t),
         .clear = visit.request().query_text.empty() ? std::nullopt : std::optional(Url("/suivis")),
         .at_right = design::export_menu({{"CSV", with_filter(Url("/suivis.csv"), visit)},
                                          {"XLSX", with_filter(Url("/suivis.xlsx"), visit)}},
                                         t)},
        t);
    if (lines.empty()) {
        body += design::empty_state({.icon = "circle-check",
                                     .title = t("outcomes.news.none"),
                                     .sentence = t("outcomes.news.none_why"),
                                     .action = design::link_button({.word = t("outcomes.news.see_answers"),
                                                                    .look = design::Look::Outline},
                                                                   Url("/suivis").with("etat", "answered"))});
        return design::page(visit, {.title = t("outcomes.news.title"), .body = body, .here = "results"});
    }
    design::Table table{.caption = t("outcomes.news.title"),
                        .columns = {{.word = t("outcomes.column.name")},
                                    {.word = t("outcomes.column.cohort"), .extra = true},
                                    sortable(t("outcomes.column.months"), "months", filter, visit),
                                    sortable(t("outcomes.column.due"), "due", filter, visit),
                                    {.word = t("outcomes.column.standing")},
                                    {.word = t("outcomes.column.said"), .extra = true}},
                        .rows = {}};
    for (const NewsLine& line : lines)
        table.rows.push_back(
            {design::row_link(people::full_name(line.face), url_of(line.news.id)), text(line.cohort),
             text(news_title(line.news, t)), text(t.short_day(line.news.due)),
             design::tag(standing_tag(standing_of(line.news, visit.today()), t)), text(said(line, t))});
    body += design::card(
        {.title = t("outcomes.news.title"), .body = design::table(table, t), .flush = true, .quiet = true});
    return design::page(visit, {.title = t("outcomes.news.title"), .body = body, .here = "results"});
}

http::Response news_list_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "suivis-" + to_iso(visit.today()) + ".csv");
}
http::Response news_list_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "suivis-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::outcomes
