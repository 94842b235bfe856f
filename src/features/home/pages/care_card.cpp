// What the machines are due for, on the home of the fabmanager.

#include "design/page.h"
#include "features/home/pages/workshop_card.h"
#include "features/maintenance/maintenance.h"

namespace fabnum::home {

using namespace html;
using maintenance::Due;

Markup care_card(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto due = room.database.read(
        [&](const sql::Reader& db) { return maintenance::due_list(db, visit.actor().site, visit.today()); });
    std::vector<design::Decision> rows;
    for (const auto& row : due) {
        if (row.due == Due::Later || rows.size() == 4) continue;
        const bool late = row.due == Due::Overdue;
        rows.push_back({.icon = "wrench",
                        .tone = late ? design::Tone::Alert : design::Tone::Watch,
                        .title = row.plan.title,
                        .detail = row.machine.name + ", " +
                                  t("maintenance.due." + std::string(word_in(maintenance::dues, row.due))),
                        .to = Url("/entretien") / row.plan.id});
    }
    if (rows.empty()) return {};
    return design::card({.title = t("maintenance.title"),
                         .action = design::Link{t("maintenance.see"), Url("/entretien")},
                         .body = design::decision_list(rows),
                         .flush = true});
}

}  // namespace fabnum::home
