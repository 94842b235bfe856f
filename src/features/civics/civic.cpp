#include "features/civics/civic.h"

#include <algorithm>

#include "engine/calendar/holidays.h"

namespace fabnum::civics {

int halves_done(const Standing& standing, const Asked& asked) {
    const bool first_aid = standing.first_aid || standing.followed;
    return std::min(standing.theory, asked.theory_halves()) + (first_aid ? Asked::first_aid_halves : 0);
}

bool has_half(const Standing& standing, const Asked& asked) {
    return 2 * halves_done(standing, asked) >= asked.all_halves();
}

bool has_all(const Standing& standing, const Asked& asked) {
    return standing.theory >= asked.theory_halves() && standing.first_aid;
}

Day half_due(const Standing& standing, const Asked& asked) {
    return calendar::months_after(standing.starts, asked.half_within_months);
}

Day declaration_due(const Standing& standing, const Asked& asked) {
    return calendar::months_after(standing.ends, asked.declare_within_months);
}

std::vector<Todo> todo_of(const Standing& standing, const Asked& asked, Day today) {
    std::vector<Todo> all;
    if (today > declaration_due(standing, asked)) return all;
    const bool theory_planned = standing.theory + standing.theory_planned >= asked.theory_halves();
    const Day half = half_due(standing, asked);
    if (!has_half(standing, asked)) {
        Standing then = standing;
        if (standing.theory_next && *standing.theory_next <= half) then.theory += standing.theory_planned;
        then.followed = then.followed || (standing.first_aid_planned && *standing.first_aid_planned <= half);
        all.push_back({.need = Need::Half, .due = half, .planned = has_half(then, asked)});
    }
    if (standing.theory < asked.theory_halves())
        all.push_back({.need = Need::Theory, .due = standing.ends, .planned = theory_planned});
    if (!standing.first_aid)
        all.push_back({.need = Need::FirstAid,
                       .due = standing.ends,
                       .planned = standing.first_aid_planned.has_value()});
    return all;
}

}  // namespace fabnum::civics
