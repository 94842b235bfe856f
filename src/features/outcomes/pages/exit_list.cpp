// GET /sorties: who leaves and is not noted yet, and the exits with what remains to be done.

#include "features/outcomes/pages/outcome_fragments.h"
#include "features/outcomes/pages/outcome_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::outcomes {

using namespace html;

namespace {

Markup leaving_card(const std::vector<Leaving>& all, const web::Visit& visit) {
    if (all.empty()) return {};
    const auto& t = visit.words();
    std::vector<design::Decision> rows;
    for (const Leaving& one : all) {
        const bool past = one.on < visit.today();
        rows.push_back(
            {.person = design::Person{one.face.id.value, people::short_name(one.face)},
             .title = people::full_name(one.face),
             .detail = one.cohort.name + ". " +
                       t(past ? "outcomes.exits.left_on" : "outcomes.exits.leaves_on",
                         {{"day", t.day_with_year(one.on)}}),
             .tag = past ? std::optional(design::Tag{design::Tone::Watch, t("outcomes.exits.to_note")})
                         : std::nullopt,
             .action =
                 design::link_button({.word = t("outcomes.exits.note"),
                                      .look = rows.empty() ? design::Look::Strong : design::Look::Outline,
                                      .size = design::Size::Small,
                                      .label = t("outcomes.exits.note") + ", " + people::full_name(one.face)},
                                     Url("/promo") / one.cohort.id / "sorties" / one.face.id)});
    }
    return design::card(
        {.title = t("outcomes.exits.leaving"), .body = design::decision_list(rows), .flush = true});
}

bool is_wanted(const ExitLine& line, std::string_view wanted) {
    if (wanted == "a-finir") return line.to_do > 0;
    if (wanted == "avant-terme") return line.exit.early;
    return true;
}

sheets::Sheet sheet_of(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{
        .title = t("outcomes.exits.title"),
        .columns = {t("outcomes.column.name"), t("outcomes.column.cohort"), t("outcomes.column.left"),
                    t("outcomes.column.reason"), t("outcomes.column.situation"), t("outcomes.column.field"),
                    t("outcomes.column.proof"), t("outcomes.column.positive"), t("outcomes.column.indicator"),
                    t("outcomes.column.imilo")},
        .rows = {}};
    const auto lines = room.database.read(
        [&](const sql::Reader& db) { return exits(db, visit.actor().site, visit.today()); });
    for (const ExitLine& line : lines) {
        if (!is_wanted(line, visit.request().query.get("etat"))) continue;
        const Meaning& meaning = meaning_of(line.exit.situation);
        sheet.rows.push_back({people::full_name(line.face), line.cohort, line.exit.left,
                              t("outcomes.reason." + std::string(word_in(reasons, line.exit.reason))),
                              situation_word(line.exit.situation, t), field_word(line.exit.field, t),
                              t("outcomes.proof." + std::string(word_in(proofs, line.exit.proof))),
                              t(meaning.positive ? "outcomes.yes" : "outcomes.no"),
                              std::string(meaning.indicator), std::string(meaning.imilo)});
    }
    return sheet;
}

}  // namespace

http::Response exit_list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<Leaving> to_note;
    const auto lines = room.database.read([&](const sql::Reader& db) {
        to_note = leaving(db, visit.actor().site, visit.today());
        return exits(db, visit.actor().site, visit.today());
    });
    const std::string wanted(visit.request().query.get("etat"));
    const auto exported = [&](const Url& to) { return wanted.empty() ? to : to.with("etat", wanted); };
    auto body = design::heading({.title = t("outcomes.exits.title"),
                                 .lead = p({t("outcomes.exits.lead", {{"count", to_note.size()}})}),
                                 .above = tabs("exits", visit)});
    body += leaving_card(to_note, visit);
    forms::Form form;
    form.put("etat", wanted);
    body += design::filter_bar(
        {.to = Url("/sorties"),
         .fields = design::select_field(form,
                                        {.name = "etat",
                                         .label = t("outcomes.exits.filter"),
                                         .choices = {{"a-finir", t("outcomes.exits.unfinished")},
                                                     {"avant-terme", t("outcomes.exits.early")}},
                                         .optional = true,
                                         .empty_word = t("outcomes.all")},
                                        t),
         .clear = wanted.empty() ? std::nullopt : std::optional(Url("/sorties")),
         .at_right = design::export_menu(
             {{"CSV", exported(Url("/sorties.csv"))}, {"XLSX", exported(Url("/sorties.xlsx"))}}, t)},
        t);
    design::Table table{.caption = t("outcomes.exits.noted"),
                        .columns = {{.word = t("outcomes.column.name")},
                                    {.word = t("outcomes.column.cohort"), .extra = true},
                                    {.word = t("outcomes.column.left")},
                                    {.word = t("outcomes.column.situation")},
                                    {.word = t("outcomes.column.to_do")}},
                        .rows = {}};
    for (const ExitLine& line : lines) {
        if (!is_wanted(line, wanted)) continue;
        const design::Tag tag{line.to_do == 0 ? design::Tone::Good
                              : line.late     ? design::Tone::Alert
                                              : design::Tone::Watch,
                              t("outcomes.exits.to_do", {{"count", line.to_do}})};
        table.rows.push_back({design::row_link(people::full_name(line.face), url_of(line.exit.id)),
                              text(line.cohort), text(t.short_day(line.exit.left)),
                              text(situation_word(line.exit.situation, t)), design::tag(tag)});
    }
    if (table.rows.empty())
        body += design::empty_state(
            {.icon = "folder-open",
             .title = t("outcomes.exits.none"),
             .sentence = t("outcomes.exits.none_why"),
             .action = design::link_button(
                 {.word = t("outcomes.exits.see_cohort"), .look = design::Look::Outline}, Url("/promo"))});
    else
        body += design::card(
            {.title = t("outcomes.exits.noted"), .body = design::table(table, t), .flush = true});
    return design::page(visit, {.title = t("outcomes.exits.title"), .body = body, .here = "results"});
}

http::Response exit_list_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "sorties-" + to_iso(visit.today()) + ".csv");
}
http::Response exit_list_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "sorties-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::outcomes
