#pragma once

// How an engagement ends before its term: who may end it for which reason, whether a notice runs, and what is
// left to do. Pure.

#include <string_view>
#include <vector>

#include "features/volunteering/engagement.h"

namespace fabnum::volunteering {

enum By : unsigned { ByVolunteer = 1, ByHost = 2, ByBoth = 4 };

struct ReasonRule {
    EndReason reason;
    std::string_view word;
    unsigned who;  // may give this reason
    bool notice;   // a month runs, unless both agree
};
// No notice for a permanent job or one of six months or more, for serious fault, for force majeure.
inline constexpr ReasonRule reason_rules[] = {
    {EndReason::LongJob, "long_job", ByVolunteer, false},
    {EndReason::Job, "job", ByVolunteer | ByBoth, true},
    {EndReason::Studies, "studies", ByVolunteer | ByBoth, true},
    {EndReason::Agreement, "agreement", ByBoth, false},
    {EndReason::Abandonment, "abandonment", ByHost, true},
    {EndReason::Fault, "fault", ByHost, false},
    {EndReason::ForceMajeure, "force_majeure", ByVolunteer | ByHost, false},
    {EndReason::Health, "health", ByVolunteer | ByBoth, true},
    {EndReason::Move, "move", ByVolunteer | ByBoth, true},
    {EndReason::HostClosed, "host_closed", ByHost | ByBoth, true},
};
consteval bool every_reason_has_its_rule() {
    for (int reason = 0; reason <= static_cast<int>(EndReason::HostClosed); ++reason)
        if (static_cast<int>(reason_rules[reason].reason) != reason) return false;
    return true;
}
static_assert(every_reason_has_its_rule(), "a reason to end has no rule, or stands elsewhere");

constexpr const ReasonRule& rule_of(EndReason reason) {
    return reason_rules[static_cast<std::size_t>(reason)];
}
constexpr unsigned bit_of(EndedBy by) {
    return by == EndedBy::Volunteer ? ByVolunteer : by == EndedBy::Host ? ByHost : ByBoth;
}
constexpr bool needs_notice(EndReason reason, EndedBy by) {
    return rule_of(reason).notice && by != EndedBy::Both;
}
std::string_view word_of(EndReason reason);
EndReason reason_from(std::string_view word);

enum class TaskKind { TellAsp, Letter, TakeLeave, Bilan, Attestation, CivicDeclaration };
inline constexpr std::pair<std::string_view, TaskKind> task_kinds[] = {
    {"tell_asp", TaskKind::TellAsp},        {"letter", TaskKind::Letter},
    {"take_leave", TaskKind::TakeLeave},    {"bilan", TaskKind::Bilan},
    {"attestation", TaskKind::Attestation}, {"civic_declaration", TaskKind::CivicDeclaration}};
struct Task {
    Id<struct TaskTag> id = {};
    TaskKind kind = TaskKind::TellAsp;
    Day due;
    std::optional<Day> done = {};
};

// An end, thought through before it is noted.
struct EndPlan {
    Day on;
    bool notice = false;
    int leave_left = 0;                  // working days to take before the end
    std::optional<Day> leave_from = {};  // the first of them
    bool attestation = false;            // enough months are done
    std::vector<Task> tasks;
};
// Refused: a reason that this side cannot give, a notice before the start, an end that is not early.
Result<EndPlan> plan_end(const Engagement& engagement, EndReason reason, EndedBy by, Day notified,
                         const std::vector<Absence>& absences, std::optional<Day> birth_day,
                         const Limits& limits);

}  // namespace fabnum::volunteering
