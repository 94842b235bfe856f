#include "features/volunteering/ending.h"

#include <algorithm>

#include "engine/calendar/holidays.h"

namespace fabnum::volunteering {

using calendar::months_after;

std::string_view word_of(EndReason reason) {
    return rule_of(reason).word;
}

EndReason reason_from(std::string_view word) {
    for (const ReasonRule& rule : reason_rules)
        if (rule.word == word) return rule.reason;
    return EndReason::Agreement;
}

Result<EndPlan> plan_end(const Engagement& engagement, EndReason reason, EndedBy by, Day notified,
                         const std::vector<Absence>& absences, std::optional<Day> birth_day,
                         const Limits& limits) {
    if ((rule_of(reason).who & bit_of(by)) == 0) return Refusal{"volunteering.problem.not_their_reason"};
    if (notified < engagement.starts) return Refusal{"volunteering.problem.before_start"};
    EndPlan plan;
    plan.notice = needs_notice(reason, by);
    plan.on = plan.notice ? months_after(notified, limits.notice_months) : notified;
    if (plan.on >= engagement.ends) return Refusal{"volunteering.problem.not_early"};

    Engagement shortened = engagement;
    shortened.ending = Ending{.on = plan.on, .reason = reason, .by = by, .notified = notified};
    const Leave leave = leave_of(shortened, absences, birth_day, limits, plan.on);
    plan.leave_left = std::max(0, leave.left());
    if (plan.leave_left > 0) {
        // Back from the end, working day by working day, but never before the notice.
        Day day = plan.on;
        int counted = calendar::is_working_day(day) ? 1 : 0;
        while (counted < plan.leave_left && day > notified) {
            day = day - 1;
            if (calendar::is_working_day(day)) ++counted;
        }
        plan.leave_from = day;
    }
    plan.attestation = months_of(engagement.starts, plan.on) >= limits.attestation_months;

    const auto task = [&](TaskKind kind, Day due) {
        plan.tasks.push_back({.id = {}, .kind = kind, .due = due});
    };
    if (by == EndedBy::Host) task(TaskKind::Letter, notified);
    task(TaskKind::TellAsp, notified + 7);
    if (plan.leave_from) task(TaskKind::TakeLeave, *plan.leave_from);
    task(TaskKind::Bilan, plan.on);
    if (plan.attestation) task(TaskKind::Attestation, plan.on);
    task(TaskKind::CivicDeclaration, months_after(plan.on, 2));
    return plan;
}

}  // namespace fabnum::volunteering
