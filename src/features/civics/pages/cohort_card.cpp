// The card of civic training on the page of a cohort.

#include "features/civics/pages/civic_fragments.h"

namespace fabnum::civics {

using namespace html;

Markup cohort_card(const sql::Reader& db, const cohorts::Cohort& cohort, const web::Visit& visit) {
    const auto& t = visit.words();
    if (visit.actor().role == Role::Admin) return {};
    const Board all = board(db, cohort, visit.today());
    if (all.lines.empty()) return {};
    int done = 0, late = 0;
    const Todo* first = nullptr;
    for (const Line& line : all.lines) {
        done += has_all(line.standing, all.asked) ? 1 : 0;
        late += !line.todo.empty() && line.todo.front().due < visit.today() ? 1 : 0;
        for (const Todo& one : line.todo)
            if (!one.planned && (!first || one.due < first->due)) first = &one;
    }
    Markup body = p({t("civics.complete_for", {{"count", done}, {"all", all.lines.size()}})});
    if (late > 0) body += p({design::tag({design::Tone::Alert, t("civics.late_for", {{"count", late}})})});
    if (first && first->due >= visit.today())
        body += p({t("civics.next_due", {{"need", need_word(first->need, t)}, {"day", t.day(first->due)}})});
    return design::card(
        {.title = t("civics.title"),
         .action = design::Link{t("civics.see"), Url("/formation-civique").with("promo", cohort.id.value)},
         .body = body});
}

}  // namespace fabnum::civics
