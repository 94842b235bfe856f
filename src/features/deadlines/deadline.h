#pragma once

// Deadlines: what has to be done until when, drawn as one table of triggers. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/actor.h"
#include "base/day.h"

namespace fabnum::deadlines {

enum class Severity { Block, Red, Amber, Info };
inline constexpr std::pair<std::string_view, Severity> severities[] = {
    {"block", Severity::Block}, {"red", Severity::Red}, {"amber", Severity::Amber}, {"info", Severity::Info}};

enum class TriggerKind { BeforeStart, Papers, HostPayment, EndTask, ApprovalEnds, OrderDue };

// From how many days before its due day a deadline is shown, and how much it weighs.
struct Trigger {
    TriggerKind kind;
    std::string_view word;
    Severity severity;
    int days_before;
};
inline constexpr Trigger triggers[] = {
    {TriggerKind::BeforeStart, "before_start", Severity::Block, 60},
    {TriggerKind::Papers, "papers", Severity::Amber, 30},
    {TriggerKind::HostPayment, "host_payment", Severity::Amber, 10},
    {TriggerKind::EndTask, "end_task", Severity::Red, 60},
    {TriggerKind::ApprovalEnds, "approval_ends", Severity::Red, 183},
    {TriggerKind::OrderDue, "order_due", Severity::Amber, 7},
};
consteval bool every_trigger_is_drawn() {
    for (int kind = 0; kind <= static_cast<int>(TriggerKind::OrderDue); ++kind)
        if (static_cast<int>(triggers[kind].kind) != kind) return false;
    return true;
}
static_assert(every_trigger_is_drawn(), "a trigger is missing, or stands elsewhere");

constexpr const Trigger& trigger_of(TriggerKind kind) {
    return triggers[static_cast<std::size_t>(kind)];
}
inline bool is_shown(TriggerKind kind, Day due, Day today) {
    return due - trigger_of(kind).days_before <= today;
}

}  // namespace fabnum::deadlines
