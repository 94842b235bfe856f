// GET /parametres: what holds today, by subject, with where it was read. Also as CSV and XLSX.

#include "features/parameters/pages/parameter_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::parameters {

using namespace html;

namespace {

std::string group_of(std::string_view key) {
    return std::string(key.substr(0, key.find('.')));
}

// "www.service-civique.gouv.fr", as a link to the page itself.
Markup source_link(const std::string& source) {
    const auto to = Url::web(source);
    if (!to) return text("–");
    const auto start = source.find("//") + 2;
    return a({href(*to), attr("rel", "noopener"), source.substr(start, source.find('/', start) - start)});
}

sheets::Sheet sheet_of(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{
        .title = t("parameters.title"),
        .columns = {t("parameters.column.name"), t("parameters.column.value"), t("parameters.column.from"),
                    t("parameters.column.grade"), t("parameters.column.source")},
        .rows = {}};
    for (const Parameter& one :
         room.database.read([&](const sql::Reader& db) { return all_on(db, visit.today()); }))
        sheet.rows.push_back({name_of(one.key, t), value_of(one, t), one.from,
                              t("parameters.grade." + std::string(word_in(grades, one.grade))), one.source});
    return sheet;
}

}  // namespace

std::string name_of(std::string_view key, const i18n::Words& t) {
    std::string word(key);
    word[word.find('.')] = '_';
    return t("parameters.name." + word);
}

std::string value_of(const Parameter& parameter, const i18n::Words& t) {
    const Kind* kind = kind_of(parameter.key);
    if (kind && kind->unit == Unit::Euros) return t.money(parameter.money());
    return t("parameters.unit." + std::string(word_in(units, kind ? kind->unit : Unit::Days)),
             {{"value", parameter.value}});
}

design::Tag grade_tag(Grade grade, const i18n::Words& t) {
    const design::Tone tone = grade == Grade::Read        ? design::Tone::Good
                              : grade == Grade::Secondary ? design::Tone::Info
                                                          : design::Tone::Watch;
    return {tone, t("parameters.grade." + std::string(word_in(grades, grade)))};
}

http::Response list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto all = room.database.read([&](const sql::Reader& db) { return all_on(db, visit.today()); });
    auto body =
        design::heading({.title = t("parameters.title"),
                         .lead = p({t("parameters.lead")}),
                         .aside = design::export_menu(
                             {{"CSV", Url("/parametres.csv")}, {"XLSX", Url("/parametres.xlsx")}}, t)});
    const auto columns = [&] {
        return std::vector<design::Column>{{.word = t("parameters.column.name")},
                                           {.word = t("parameters.column.value"), .number = true},
                                           {.word = t("parameters.column.from"), .extra = true},
                                           {.word = t("parameters.column.grade")},
                                           {.word = t("parameters.column.source"), .extra = true}};
    };
    for (std::size_t i = 0; i < all.size();) {
        const std::string group = group_of(all[i].key);
        const std::string title = t("parameters.group." + group);
        design::Table table{.caption = title, .columns = columns(), .rows = {}};
        for (; i < all.size() && group_of(all[i].key) == group; ++i)
            table.rows.push_back({design::row_link(name_of(all[i].key, t), Url("/parametres") / all[i].key),
                                  text(value_of(all[i], t)), text(t.day_with_year(all[i].from)),
                                  design::tag(grade_tag(all[i].grade, t)), source_link(all[i].source)});
        body += design::card({.title = title, .body = design::table(table, t), .flush = true});
    }
    return design::page(visit, {.title = t("parameters.title"), .body = body, .here = "parameters"});
}

http::Response export_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "parametres-" + to_iso(visit.today()) + ".csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "parametres-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::parameters
