// GET /formation-civique: a cohort's civic training, person by person, and its sessions. Also as CSV and
// XLSX.

#include "features/civics/pages/civic_fragments.h"
#include "features/civics/pages/civic_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::civics {

using namespace html;

namespace {

constexpr std::string_view rules_page =
    "https://www.service-civique.gouv.fr/accueillir-un-volontaire/etape04-accompagner-mes-volontaires/"
    "organiser-la-formation-civique-et-citoyenne-des-volontaires";

struct Facts {
    std::vector<cohorts::Cohort> all;
    std::optional<Board> board;
};

Facts facts_of(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        Facts found{.all = cohorts::of_site(db, visit.actor().site), .board = {}};
        const auto wanted = visit.request().query.get("promo");
        std::optional<cohorts::Cohort> chosen;
        for (const auto& one : found.all)
            if (std::to_string(one.id.value) == wanted) chosen = one;
        if (!chosen) chosen = cohorts::running(db, visit.actor().site, visit.today());
        if (!chosen && !found.all.empty()) chosen = found.all.front();
        if (chosen) found.board = board(db, *chosen, visit.today());
        return found;
    });
}

Url with_cohort(Url to, const Board& board) {
    return to.with("promo", board.cohort.id.value);
}

Markup filters(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    forms::Form form;
    form.put("promo", std::to_string(facts.board->cohort.id.value));
    std::vector<design::Choice> choices;
    choices.reserve(facts.all.size());
    for (const auto& one : facts.all) choices.push_back({std::to_string(one.id.value), one.name});
    return design::filter_bar(
        {.to = Url("/formation-civique"),
         .fields = design::select_field(
             form, {.name = "promo", .label = t("civics.field.cohort"), .choices = choices}, t),
         .at_right =
             design::export_menu({{"CSV", with_cohort(Url("/formation-civique.csv"), *facts.board)},
                                  {"XLSX", with_cohort(Url("/formation-civique.xlsx"), *facts.board)}},
                                 t)},
        t);
}

Markup todo_cell(const Line& line, const Asked& asked, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup cell = design::tag(todo_tag(line, asked, visit));
    if (!line.todo.empty())
        cell +=
            br({}) + small({cls("soft"), t("civics.before", {{"day", t.short_day(line.todo.front().due)}})});
    return cell;
}

Markup people_card(const Board& board, const web::Visit& visit) {
    const auto& t = visit.words();
    design::Table table{.caption = t("civics.people"),
                        .columns = {{.word = t("civics.column.name")},
                                    {.word = t("civics.column.theory_half_days")},
                                    {.word = t("civics.column.first_aid"), .extra = true},
                                    {.word = t("civics.column.todo")}},
                        .rows = {}};
    table.rows.reserve(board.lines.size());
    for (const Line& line : board.lines) {
        const std::string theory =
            t("civics.of", {{"count", line.standing.theory}, {"all", board.asked.theory_halves()}});
        table.rows.push_back(
            {design::row_link(people::full_name(line.face), url_of(line.face.id)),
             text(theory) + design::gauge({.share = line.standing.theory /
                                                    static_cast<double>(board.asked.theory_halves()),
                                           .tone = design::Tone::Info,
                                           .label = theory_words(line.standing, board.asked, t)}),
             text(first_aid_words(line.standing, t)), todo_cell(line, board.asked, visit)});
    }
    return design::card({.title = t("civics.people"), .body = design::table(table, t), .flush = true});
}

// What a session taught, as a small form: what the timetable alone does not say.
Markup part_form(const CivicSession& one, const i18n::Words& t) {
    const Part other = one.part == Part::Theory ? Part::FirstAid : Part::Theory;
    return design::act_button(
        Url("/formation-civique/seances") / one.session.id,
        {.word = t("civics.sort_as", {{"part", part_word(other, t)}}),
         .look = design::Look::Bare,
         .size = design::Size::Small,
         .label = t("civics.sort_as", {{"part", part_word(other, t)}}) + ", " + t.short_day(one.session.day)},
        design::hidden("part", word_in(parts, other)));
}

Markup sessions_card(const Board& board, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Moment> moments;
    moments.reserve(board.sessions.size());
    for (const CivicSession& one : board.sessions)
        moments.push_back({.when = one.session.day < visit.today()    ? design::When::Past
                                   : one.session.day == visit.today() ? design::When::Now
                                                                      : design::When::Next,
                           .time = t.short_day(one.session.day) + ", " + t.time(one.session.starts),
                           .title = one.session.title,
                           .detail = part_word(one.part, t),
                           .to = Url("/seances") / one.session.id,
                           .more = part_form(one, t)});
    const Markup plan =
        design::link_button({.word = t("civics.plan"), .icon = "plus", .look = design::Look::Outline},
                            with_cohort(Url("/formation-civique/journee"), board));
    return design::card(
        {.title = t("civics.sessions"),
         .body = (moments.empty() ? p({t("civics.sessions_none")}) : design::timeline(moments)) + plan});
}

Markup rules_card(const Board& board, const i18n::Words& t) {
    const auto source = Url::web(rules_page);
    return design::notice({.title = t("civics.rule.title"),
                           .sentence = t("civics.rule.half", {{"halves", (board.asked.all_halves() + 1) / 2},
                                                              {"all", board.asked.all_halves()},
                                                              {"months", board.asked.half_within_months}}),
                           .more = source ? design::link_button({.word = t("civics.rule.source"),
                                                                 .icon = "external-link",
                                                                 .look = design::Look::Bare,
                                                                 .size = design::Size::Small},
                                                                *source)
                                          : Markup()});
}

sheets::Sheet sheet_of(const Board& board, const web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{
        .title = t("civics.title"),
        .columns = {t("civics.column.name"), t("civics.column.starts"), t("civics.column.ends"),
                    t("civics.column.theory_done"), t("civics.column.theory_asked"),
                    t("civics.column.first_aid"), t("civics.column.half_due"), t("civics.column.todo"),
                    t("civics.column.before")},
        .rows = {}};
    sheet.rows.reserve(board.lines.size());
    for (const Line& line : board.lines)
        sheet.rows.push_back({people::full_name(line.face), line.standing.starts, line.standing.ends,
                              std::int64_t{line.standing.theory}, std::int64_t{board.asked.theory_halves()},
                              first_aid_words(line.standing, t), half_due(line.standing, board.asked),
                              todo_tag(line, board.asked, visit).word,
                              line.todo.empty() ? sheets::Cell{} : sheets::Cell{line.todo.front().due}});
    return sheet;
}

http::Response no_cohort(web::Visit& visit) {
    const auto& t = visit.words();
    return design::page(
        visit, {.title = t("civics.title"),
                .body = design::heading({.title = t("civics.title")}) +
                        design::empty_state(
                            {.icon = "users",
                             .title = t("cohorts.none"),
                             .sentence = t("civics.no_cohort_why"),
                             .action = design::link_button({.word = t("civics.to_cohorts"), .icon = "users"},
                                                           Url("/promos"))}),
                .here = "cohort"});
}

}  // namespace

http::Response list_page(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto facts = facts_of(room, visit);
    if (!facts.board) return no_cohort(visit);
    const Board& board = *facts.board;
    std::size_t open = 0;
    for (const Line& line : board.lines) open += line.todo.empty() ? 0 : 1;
    auto body =
        design::heading({.title = t("civics.title"),
                         .lead = p({board.cohort.name + ". " + t("civics.lead", {{"count", open}})}),
                         .aside = design::link_button({.word = t("civics.plan"), .icon = "plus"},
                                                      with_cohort(Url("/formation-civique/journee"), board)),
                         .above = design::back_link({board.cohort.name, Url("/promo") / board.cohort.id})});
    body += filters(facts, visit);
    body += design::columns(people_card(board, visit),
                            design::stack({sessions_card(board, visit), rules_card(board, t)}));
    return design::page(visit, {.title = t("civics.title"), .body = body, .here = "cohort"});
}

http::Response export_csv(Room& room, web::Visit& visit) {
    const auto facts = facts_of(room, visit);
    if (!facts.board) return not_there(visit);
    return http::download(sheets::csv(sheet_of(*facts.board, visit)), "text/csv; charset=utf-8",
                          "formation-civique-" + to_iso(visit.today()) + ".csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    const auto facts = facts_of(room, visit);
    if (!facts.board) return not_there(visit);
    return http::download(sheets::xlsx(sheet_of(*facts.board, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "formation-civique-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::civics
