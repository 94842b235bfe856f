// GET /machines: every machine of the site, those that call for somebody first. Also as CSV and XLSX.

#include <algorithm>
#include <map>

#include "features/workshop/pages/workshop_fragments.h"
#include "platform/sheets/sheets.h"

namespace fabnum::workshop {

using namespace html;
using machines::Sight;
using machines::Standing;

namespace {

struct Facts {
    std::vector<Sight> machines;
    std::map<SiteId, std::string> sites;
    std::map<machines::MachineId, authorisations::Told> own;  // of a young person
};
Facts facts_of(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        Facts facts{.machines = machines::of_site(db, visit.actor().site), .sites = {}, .own = {}};
        for (const auto& one : sites::all(db)) facts.sites[one.id] = one.name;
        if (visit.actor().role == Role::Participant)
            facts.own = authorisations::answers(db, visit.actor().person, facts.machines, visit.today());
        return facts;
    });
}

// Those that call for somebody come first; a site's machines stay together.
void put_in_order(std::vector<Sight>& all) {
    std::stable_sort(all.begin(), all.end(), [](const Sight& a, const Sight& b) {
        return a.machine.site != b.machine.site ? a.machine.site < b.machine.site
                                                : a.standing() < b.standing();
    });
}

Markup tiles_of(const Facts& facts, const i18n::Words& t) {
    Markup all;
    std::vector<design::MachineTile> tiles;
    SiteId site;
    const auto close = [&] {
        if (tiles.empty()) return;
        const auto name = facts.sites.find(site);
        if (facts.machines.front().machine.site != facts.machines.back().machine.site &&
            name != facts.sites.end())
            all += design::section_title(name->second);
        all += design::machine_tiles(tiles);
        tiles.clear();
    };
    for (const Sight& one : facts.machines) {
        if (one.machine.site != site) close();
        site = one.machine.site;
        tiles.push_back(tile_of(one, t));
    }
    close();
    return all;
}

// A young person's own: what they may use, and what they can learn next.
http::Response own_page(web::Visit& visit, Facts& facts) {
    using authorisations::Use;
    const auto& t = visit.words();
    std::stable_sort(facts.machines.begin(), facts.machines.end(), [&](const Sight& a, const Sight& b) {
        return facts.own[a.machine.id].answer.use > facts.own[b.machine.id].answer.use;
    });
    std::vector<design::MachineTile> may, not_yet;
    std::vector<machines::Family> next;
    for (const Sight& one : facts.machines) {
        const auto& told = facts.own[one.machine.id];
        auto tile = tile_of(one, t);
        if (one.standing() != Standing::Ready) tile.more.push_back(tile.state);
        tile.state = use_tag(told.answer.use, t);
        (told.answer.use == Use::NotYet ? not_yet : may).push_back(std::move(tile));
        const auto family = one.machine.family;
        if (one.machine.danger != machines::Danger::Free && can_learn(told) &&
            std::find(next.begin(), next.end(), family) == next.end())
            next.push_back(family);
    }
    auto body = design::heading({.title = t("machines.list.title")});
    if (!may.empty()) body += design::section_title(t("authorisations.mine")) + design::machine_tiles(may);
    if (!not_yet.empty())
        body += design::section_title(t("authorisations.use.not_yet")) + design::machine_tiles(not_yet);
    std::vector<design::Decision> rows;
    rows.reserve(next.size());
    for (const auto family : next) {
        const std::string word = t("machines.family." + std::string(machines::word_of(family)));
        rows.push_back(
            {.icon = machines::traits_of(family).icon,
             .title = word,
             .action = design::link_button({.word = t("authorisations.next_do"),
                                            .look = design::Look::Outline,
                                            .size = design::Size::Small,
                                            .label = t("authorisations.learn", {{"family", word}})},
                                           Url("/apprendre") / machines::word_of(family))});
    }
    if (!rows.empty())
        body += design::card(
            {.title = t("authorisations.next"), .body = design::decision_list(rows), .flush = true});
    return design::page(visit, {.title = t("machines.list.title"), .body = body, .here = "path"});
}

sheets::Sheet sheet_of(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    const Facts facts = facts_of(room, visit);
    sheets::Sheet sheet{
        .title = t("machines.list.title"),
        .columns = {t("machines.form.code"), t("machines.form.name"), t("machines.form.model"),
                    t("machines.form.family"), t("machines.form.site"), t("machines.form.place"),
                    t("machines.form.danger"), t("machines.column.state"), t("machines.column.hours")},
        .rows = {}};
    sheet.rows.reserve(facts.machines.size());
    for (const Sight& one : facts.machines) {
        const auto& m = one.machine;
        const auto site = facts.sites.find(m.site);
        sheet.rows.push_back({m.code, m.name, m.model, family_word(m, t),
                              site == facts.sites.end() ? std::string() : site->second, m.place,
                              t("machines.danger." + std::string(machines::word_of(m.danger))),
                              state_tag(one, t).word, m.running_minutes / 60});
    }
    return sheet;
}

}  // namespace

http::Response machine_list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    Facts facts = facts_of(room, visit);
    if (visit.actor().role == Role::Participant) return own_page(visit, facts);
    put_in_order(facts.machines);
    const bool staff = is_staff(visit.actor());
    const Markup add = staff ? design::link_button({.word = t("machines.form.new_do"), .icon = "plus"},
                                                   Url("/machines/nouvelle"))
                             : Markup();
    const auto down = std::count_if(facts.machines.begin(), facts.machines.end(),
                                    [](const Sight& one) { return one.standing() < Standing::Watch; });
    auto body =
        design::heading({.title = t("machines.list.title"),
                         .lead = p({t("machines.list.count", {{"count", facts.machines.size()}}), " ",
                                    t("machines.list.down", {{"count", static_cast<std::int64_t>(down)}})}),
                         .aside = add});
    if (facts.machines.empty())
        body += design::empty_state({.icon = "wrench",
                                     .title = t("machines.list.none"),
                                     .sentence = t("machines.list.none_why"),
                                     .action = add});
    body += tiles_of(facts, t);
    if (staff && !facts.machines.empty())
        body += div(
            {cls("line"),
             design::link_button(
                 {.word = t("authorisations.title"), .icon = "badge-check", .look = design::Look::Outline},
                 Url("/autorisations")),
             design::link_button(
                 {.word = t("maintenance.title"), .icon = "wrench", .look = design::Look::Outline},
                 Url("/entretien")),
             design::link_button(
                 {.word = t("machines.print.labels"), .icon = "qr-code", .look = design::Look::Outline},
                 Url("/machines/etiquettes.pdf")),
             design::export_menu({{"CSV", Url("/machines.csv")}, {"XLSX", Url("/machines.xlsx")}}, t)});
    return design::page(visit, {.title = t("machines.list.title"), .body = body, .here = "workshop"});
}

http::Response export_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8", "machines.csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "machines.xlsx");
}

}  // namespace fabnum::workshop
