// GET /entretien: what each machine is due for, the most urgent first, and how often each could be used. Also
// as CSV and XLSX.

#include <algorithm>

#include "features/maintenance/pages/maintenance_fragments.h"
#include "platform/sheets/sheets.h"

namespace fabnum::maintenance {

using namespace html;

namespace {

constexpr int looked_at_days = 90;

struct Facts {
    std::vector<PlanRow> due;
    std::vector<machines::Machine> machines;
    std::map<machines::MachineId, std::vector<machines::Stop>> stops;
};
Facts facts_of(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        const SiteId site = visit.actor().site;
        Facts facts{.due = due_list(db, site, visit.today()), .machines = {}, .stops = {}};
        for (auto& one : machines::of_site(db, site)) facts.machines.push_back(std::move(one.machine));
        const Instant from = visit.now() - std::chrono::hours{24 * looked_at_days};
        for (const auto& stop : machines::stops(db, site, from, visit.now()))
            facts.stops[stop.machine].push_back(stop);
        return facts;
    });
}

std::int64_t count_of(const Facts& facts, Due due) {
    return std::count_if(facts.due.begin(), facts.due.end(),
                         [&](const PlanRow& row) { return row.due == due; });
}

Markup available(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Instant from = visit.now() - std::chrono::hours{24 * looked_at_days};
    design::Table table{.caption = t("maintenance.available"),
                        .columns = {{.word = t("maintenance.column.machine")},
                                    {.word = t("maintenance.column.available"), .number = true}},
                        .rows = {}};
    table.rows.reserve(facts.machines.size());
    for (const auto& machine : facts.machines) {
        const auto stops = facts.stops.find(machine.id);
        const double share = stops == facts.stops.end() ? 1 : availability(stops->second, from, visit.now());
        table.rows.push_back(design::cells(
            design::row_link(machine.name, care_of(machine.id)),
            text(t("maintenance.percent", {{"percent", t.number(static_cast<std::int64_t>(share * 100))}}))));
    }
    return design::card(
        {.title = t("maintenance.available"), .body = design::table(table, t), .flush = true});
}

sheets::Sheet sheet_of(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    const Facts facts = facts_of(room, visit);
    sheets::Sheet sheet{
        .title = t("maintenance.title"),
        .columns = {t("machines.form.code"), t("maintenance.column.machine"), t("maintenance.column.what"),
                    t("maintenance.column.every"), t("maintenance.column.last"), t("maintenance.column.left"),
                    t("maintenance.column.state")},
        .rows = {}};
    sheet.rows.reserve(facts.due.size());
    for (const PlanRow& row : facts.due)
        sheet.rows.push_back({row.machine.code, row.machine.name, row.plan.title, interval_words(row.plan, t),
                              row.plan.last_day, left_words(row.left, t), due_tag(row.due, t).word});
    return sheet;
}

}  // namespace

http::Response due_page(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Facts facts = facts_of(room, visit);
    auto body = design::heading(
        {.title = t("maintenance.title"),
         .lead = p({t("maintenance.lead",
                      {{"late", count_of(facts, Due::Overdue)}, {"soon", count_of(facts, Due::Soon)}})}),
         .aside = design::link_button(
             {.word = t("maintenance.incidents"), .icon = "triangle-alert", .look = design::Look::Outline},
             Url("/incidents")),
         .above = design::back_link({t("machines.list.title"), Url("/machines")})});
    std::vector<design::Decision> rows;
    rows.reserve(facts.due.size());
    for (const PlanRow& row : facts.due) rows.push_back(due_row(row, true, t));
    const Markup list =
        rows.empty()
            ? design::empty_state(
                  {.icon = "wrench",
                   .title = t("maintenance.none"),
                   .sentence = t("maintenance.none_why"),
                   .action = design::link_button({.word = t("maintenance.choose")}, Url("/machines"))})
            : design::card(
                  {.title = t("maintenance.next"), .body = design::decision_list(rows), .flush = true});
    body += design::columns(
        design::stack({list, when(!rows.empty(), design::export_menu({{"CSV", Url("/entretien.csv")},
                                                                      {"XLSX", Url("/entretien.xlsx")}},
                                                                     t))}),
        design::stack({when(!facts.machines.empty(), available(facts, visit))}));
    return design::page(visit, {.title = t("maintenance.title"), .body = body, .here = "workshop"});
}

http::Response export_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8", "entretien.csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "entretien.xlsx");
}

}  // namespace fabnum::maintenance
