#include "features/imports/pages/import_fragments.h"

namespace fabnum::imports {

using namespace html;

Url url_of(ImportId id) {
    return Url("/imports") / id;
}

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"imports.not_there"}, Url("/imports"), "cohort");
}

std::string column_word(Column column, const i18n::Words& t) {
    return t("imports.field." + std::string(word_in(columns, column)));
}

design::Tag verdict_tag(Verdict verdict, const i18n::Words& t) {
    const std::string word = t("imports.verdict." + std::string(word_in(verdicts, verdict)));
    switch (verdict) {
        case Verdict::New: return {design::Tone::Good, word, "user-plus"};
        case Verdict::Changes: return {design::Tone::Watch, word, "pencil"};
        case Verdict::Same: return {design::Tone::Plain, word, "check"};
        case Verdict::Refused: break;
    }
    return {design::Tone::Alert, word, "x"};
}

http::Response done_page(Room& room, web::Visit& visit, const Import& import) {
    const auto& t = visit.words();
    const auto brought = room.database.read([&](const sql::Reader& db) { return people_of(db, import.id); });
    const auto count = [](std::size_t one) { return static_cast<std::int64_t>(one); };
    auto body = design::heading(
        {.title = import.label,
         .lead = p({t("imports.done_lead", {{"added", count(import.counts.added)},
                                            {"changed", count(import.counts.changed)},
                                            {"same", count(import.counts.same)},
                                            {"refused", count(import.counts.refused)}})}),
         .aside = design::link_button({.word = t("imports.enrol"), .icon = "users"}, Url("/promos")),
         .above = design::back_link({t("imports.title"), Url("/imports")})});
    design::Table table{
        .caption = t("imports.people"),
        .columns = {{.word = t("imports.column.name")}, {.word = t("imports.column.verdict")}},
        .rows = {}};
    table.rows.reserve(brought.size());
    for (const Brought& one : brought)
        table.rows.push_back({design::row_link(people::full_name(one.face), Url("/personnes") / one.face.id),
                              design::tag(verdict_tag(one.verdict, t))});
    body +=
        table.rows.empty()
            ? design::empty_state(
                  {.icon = "circle-check", .title = t("imports.nobody"), .sentence = t("imports.nobody_why")})
            : design::card({.title = t("imports.people"), .body = design::table(table, t), .flush = true});
    return design::page(visit, {.title = import.label, .body = body, .here = "cohort"});
}

}  // namespace fabnum::imports
