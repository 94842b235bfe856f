// GET and POST /imports: a file of people is brought; what became of those before. GET /imports/exemple.csv:
// what such a file looks like.

#include <fstream>
#include <iterator>

#include "base/text.h"
#include "features/imports/pages/import_fragments.h"
#include "features/imports/pages/import_pages.h"
#include "platform/clock/clock.h"
#include "platform/sheets/sheets.h"

namespace fabnum::imports {

using namespace html;

namespace {

Markup file_card(const forms::Form& form, const i18n::Words& t) {
    return design::card(
        {.title = t("imports.bring.title"),
         .body = design::sending(Url("/imports"),
                                 design::field(form,
                                               {.name = "file",
                                                .label = t("imports.bring.file"),
                                                .input = design::Input::File,
                                                .help = t("imports.bring.file_help"),
                                                .accept = ".csv,.txt,.xlsx,text/csv"},
                                               t) +
                                     design::button({.word = t("imports.bring.do"), .icon = "upload"}),
                                 {.files = true})});
}

Markup how_card(const i18n::Words& t) {
    Markup steps;
    for (const auto* step : {"file", "look", "confirm"}) steps += li({t("imports.how." + std::string(step))});
    return design::card({.title = t("imports.how.title"),
                         .body = ol({steps}) + design::link_button({.word = t("imports.sample"),
                                                                    .icon = "download",
                                                                    .look = design::Look::Outline},
                                                                   Url("/imports/exemple.csv"))});
}

design::Tag state_tag(const Import& one, const i18n::Words& t) {
    const std::string word = t("imports.state." + std::string(word_in(import_states, one.state)));
    if (one.state == ImportState::Done) return {design::Tone::Good, word};
    return {one.state == ImportState::Waiting ? design::Tone::Watch : design::Tone::Plain, word};
}

Markup before_card(const std::vector<Import>& all, const web::Visit& visit) {
    const auto& t = visit.words();
    if (all.empty()) return {};
    design::Table table{.caption = t("imports.before"),
                        .columns = {{.word = t("imports.column.file")},
                                    {.word = t("imports.column.day")},
                                    {.word = t("imports.column.state")},
                                    {.word = t("imports.column.added"), .number = true, .extra = true},
                                    {.word = t("imports.column.changed"), .number = true, .extra = true}},
                        .rows = {}};
    table.rows.reserve(all.size());
    for (const Import& one : all) {
        const bool open = one.state != ImportState::Dropped;
        const Day day = clock::day_in(visit.visitor().zone, one.at);
        table.rows.push_back({open ? design::row_link(one.label, url_of(one.id)) : text(one.label),
                              text(t.short_day(day)), design::tag(state_tag(one, t)),
                              text(t.number(static_cast<std::int64_t>(one.counts.added))),
                              text(t.number(static_cast<std::int64_t>(one.counts.changed)))});
    }
    return design::card({.title = t("imports.before"), .body = design::table(table, t), .flush = true});
}

http::Response list_page(Room& room, web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const auto all = room.database.read([&](const sql::Reader& db) { return imports_of(db, visit.actor()); });
    auto body = design::heading({.title = t("imports.title"),
                                 .lead = p({t("imports.lead")}),
                                 .above = design::back_link({t("people.list.title"), Url("/personnes")})});
    body += design::mistakes(form, t);
    body += design::columns(design::stack({file_card(form, t), before_card(all, visit)}), how_card(t));
    return design::page(visit, {.title = design::form_title(form, t("imports.title"), t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

}  // namespace

http::Response import_list(Room& room, web::Visit& visit) {
    return list_page(room, visit, forms::Form());
}

http::Response import_bring(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    for (const auto& upload : visit.request().uploads) {
        if (upload.field != "file" || upload.size == 0) continue;
        std::ifstream file(upload.path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const auto grid = grid_of(bytes);
        if (!grid) {
            form.refuse("file", grid.refusal());
            return list_page(room, visit, form, 422);
        }
        const std::string label = upload.file_name.empty() ? "fichier" : upload.file_name.substr(0, 120);
        const auto id =
            bring(room.database, visit.act(), is_utf8(label) ? label : "fichier", *grid, visit.today());
        if (!id) return not_there(visit);
        return http::see_other(url_of(*id));
    }
    form.refuse("file", {"imports.file.missing"});
    return list_page(room, visit, form, 422);
}

http::Response import_sample(Room&, web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{
        .title = t("imports.title"),
        .columns = {t("imports.sample_column.given_name"), t("imports.sample_column.family_name"),
                    t("imports.sample_column.birth_day"), t("imports.sample_column.mail"),
                    t("imports.sample_column.phone")},
        .rows = {}};
    sheet.rows.push_back({"Camille", "Durand", "12/03/2007", "camille@exemple.fr", "06 39 98 11 22"});
    sheet.rows.push_back({"Noé", "Lefèvre", "4 juin 2008", "", "06 39 98 33 44"});
    return http::download(sheets::csv(sheet), "text/csv; charset=utf-8", "exemple-personnes.csv");
}

}  // namespace fabnum::imports
