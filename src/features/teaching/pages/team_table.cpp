// GET /entraide for the team: what is wanted that nobody shows yet, what can be shown, who did what together.
// Also as CSV and XLSX.

#include <algorithm>

#include "features/teaching/pages/teaching_fragments.h"
#include "features/teaching/pages/teaching_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::teaching {

using namespace html;

namespace {

Overview seen(Room& room, const web::Visit& visit) {
    return room.database.read(
        [&](const sql::Reader& db) { return overview(db, visit.actor(), visit.today()); });
}

struct Asked {
    const Wish* first = nullptr;
    std::vector<std::string> learn, show;
};

// Subjects, those that nobody shows yet first.
std::vector<Asked> subjects_of(const Overview& all) {
    std::vector<Asked> found;
    for (const Wish& one : all.wishes) {
        auto known = std::find_if(found.begin(), found.end(), [&](const Asked& other) {
            return is_same(other.first->subject, one.subject);
        });
        if (known == found.end())
            known = found.insert(found.end(), Asked{.first = &one, .learn = {}, .show = {}});
        (one.side == Side::Learn ? known->learn : known->show).push_back(name_of(all.faces, one.person));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Asked& a, const Asked& b) { return a.show.empty() && !b.show.empty(); });
    return found;
}

Markup subjects_card(const Overview& all, const web::Visit& visit) {
    const auto& t = visit.words();
    design::Table table{.caption = t("teaching.team.subjects"),
                        .columns = {{.word = t("teaching.column.subject")},
                                    {.word = t("teaching.column.learn")},
                                    {.word = t("teaching.column.show")}},
                        .rows = {}};
    for (const Asked& one : subjects_of(all))
        table.rows.push_back({b({subject_word(one.first->subject, t)}),
                              text(one.learn.empty() ? "–" : t.list(one.learn)),
                              one.show.empty() ? design::tag({design::Tone::Watch, t("teaching.team.nobody")})
                                               : text(t.list(one.show))});
    if (table.rows.empty())
        return design::empty_state({.icon = "hand-helping",
                                    .title = t("teaching.team.none"),
                                    .sentence = t("teaching.team.none_why")});
    return design::card(
        {.title = t("teaching.team.subjects"), .body = design::table(table, t), .flush = true});
}

Markup pairs_card(const Overview& all, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Moment> moments;
    moments.reserve(all.pairs.size());
    for (const Pair& one : all.pairs)
        moments.push_back({.when = is_open(one.state) ? design::When::Next : design::When::Past,
                           .time = one.on ? t.short_day(*one.on) : "–",
                           .title = subject_word(one.subject, t),
                           .detail = t("teaching.team.pair", {{"shows", name_of(all.faces, one.shows)},
                                                              {"learns", name_of(all.faces, one.learns)}}),
                           .to = url_of(one.id),
                           .more = design::tag(state_tag(one, visit))});
    return design::card(
        {.title = t("teaching.team.pairs"),
         .body = moments.empty() ? p({t("teaching.team.pairs_none")}) : design::timeline(moments)});
}

sheets::Sheet sheet_of(const Overview& all, const web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{
        .title = t("teaching.title"),
        .columns = {t("teaching.column.subject"), t("teaching.column.shows"), t("teaching.column.learns"),
                    t("teaching.column.state"), t("teaching.column.on"), t("teaching.column.told")},
        .rows = {}};
    sheet.rows.reserve(all.pairs.size());
    for (const Pair& one : all.pairs)
        sheet.rows.push_back({subject_word(one.subject, t), name_of(all.faces, one.shows),
                              name_of(all.faces, one.learns), state_tag(one, visit).word,
                              one.on ? sheets::Cell{*one.on} : sheets::Cell{}, one.told});
    return sheet;
}

}  // namespace

http::Response team_page(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto all = seen(room, visit);
    auto body = design::heading(
        {.title = t("teaching.title"),
         .lead = p({t("teaching.team.lead")}),
         .aside = design::export_menu({{"CSV", Url("/entraide.csv")}, {"XLSX", Url("/entraide.xlsx")}}, t),
         .above = design::back_link({t("paths.people.title"), Url("/jeunes")})});
    body += design::columns(subjects_card(all, visit), pairs_card(all, visit));
    return design::page(visit, {.title = t("teaching.title"), .body = body, .here = "young"});
}

http::Response export_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(seen(room, visit), visit)), "text/csv; charset=utf-8",
                          "entraide-" + to_iso(visit.today()) + ".csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(seen(room, visit), visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "entraide-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::teaching
