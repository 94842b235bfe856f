// GET /autorisations: what each young person of the site may use, by family. Also as CSV and XLSX.

#include <algorithm>

#include "features/authorisations/pages/authorisation_fragments.h"
#include "platform/sheets/sheets.h"

namespace fabnum::authorisations {

using namespace html;

namespace {

struct Facts {
    std::vector<Family> families;
    std::vector<people::Face> young;
    std::map<PersonId, std::map<Family, Permit>> permits;
};
Facts facts_of(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        Facts facts{.families = families_of(db, visit.actor().site),
                    .young = people::with_role(db, Role::Participant, visit.actor().site, visit.today()),
                    .permits = {}};
        std::vector<PersonId> ids;
        ids.reserve(facts.young.size());
        for (const auto& face : facts.young) ids.push_back(face.id);
        facts.permits = of_people(db, ids, visit.today());
        return facts;
    });
}

sheets::Sheet sheet_of(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    Facts facts = facts_of(room, visit);
    sheets::Sheet sheet{
        .title = t("authorisations.title"), .columns = {t("authorisations.person")}, .rows = {}};
    for (const Family family : facts.families) sheet.columns.push_back(family_word(family, t));
    sheet.rows.reserve(facts.young.size());
    for (const auto& face : facts.young) {
        sheet.rows.push_back({people::full_name(face)});
        for (const Family family : facts.families)
            sheet.rows.back().emplace_back(permit_tag(facts.permits[face.id][family], t).word);
    }
    return sheet;
}

}  // namespace

http::Response everybody(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    Facts facts = facts_of(room, visit);
    auto body = design::heading({.title = t("authorisations.title"),
                                 .lead = p({t("authorisations.lead")}),
                                 .above = design::back_link({t("machines.list.title"), Url("/machines")})});
    if (facts.young.empty() || facts.families.empty()) {
        body += design::empty_state(
            {.icon = "badge-check",
             .title = t("authorisations.none"),
             .sentence = t("authorisations.none_why"),
             .action = design::link_button({.word = t("machines.list.title")}, Url("/machines"))});
        return design::page(visit, {.title = t("authorisations.title"), .body = body, .here = "workshop"});
    }
    design::Table table{
        .caption = t("authorisations.title"), .columns = {{.word = t("authorisations.person")}}, .rows = {}};
    for (const Family family : facts.families) table.columns.push_back({.word = family_word(family, t)});
    table.rows.reserve(facts.young.size());
    for (const auto& face : facts.young) {
        table.rows.push_back(design::cells(
            design::row_link(people::short_name(face), Url("/personnes") / face.id / "autorisations")));
        for (const Family family : facts.families)
            table.rows.back().push_back(design::tag(permit_tag(facts.permits[face.id][family], t)));
    }
    Markup ways;
    for (const Family family : facts.families)
        ways += design::link_button({.word = family_word(family, t),
                                     .icon = machines::traits_of(family).icon,
                                     .look = design::Look::Outline},
                                    Url("/autorisations") / machines::word_of(family));
    body += design::card({.title = t("authorisations.grant_for"), .body = design::button_row({ways})});
    body += design::card(
        {.title = t("authorisations.title"), .body = design::table(table, t), .flush = true, .quiet = true});
    body +=
        design::export_menu({{"CSV", Url("/autorisations.csv")}, {"XLSX", Url("/autorisations.xlsx")}}, t);
    return design::page(visit, {.title = t("authorisations.title"), .body = body, .here = "workshop"});
}

http::Response export_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8", "autorisations.csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "autorisations.xlsx");
}

}  // namespace fabnum::authorisations
