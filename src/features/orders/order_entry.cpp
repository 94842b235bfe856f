#include "features/orders/order_entry.h"

#include "platform/journal/journal.h"

namespace fabnum::orders {

bool may_see(const Actor& actor, const Order& order) {
    if (!reaches(actor, order.site)) return false;
    if (is_staff(actor)) return true;
    const bool before_yes =
        order.state == State::Received || order.state == State::Clarifying || order.state == State::Declined;
    return actor.role == Role::Participant && !before_yes;
}

std::string_view action_of(Step step) {
    switch (step) {
        case Step::Ask: return "order.asked";
        case Step::Answer: return "order.answered";
        case Step::Accept: return "order.accepted";
        case Step::Decline: return "order.declined";
        case Step::Start: return "order.started";
        case Step::ShowPrototype: return "order.prototype_shown";
        case Step::Approve: return "order.prototype_approved";
        case Step::AskChanges: return "order.changes_asked";
        case Step::Finish: return "order.finished";
        case Step::Reopen: return "order.reopened";
        case Step::Deliver: return "order.delivered";
        case Step::Close: return "order.closed";
        case Step::Suspend: return "order.suspended";
        case Step::ResumeWaiting:
        case Step::ResumeMaking: return "order.resumed";
        case Step::Cancel: return "order.cancelled";
    }
    return "order.moved";
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const Order& order,
          std::string before, std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "order",
                         .subject = order.id.value,
                         .site = order.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

}  // namespace fabnum::orders
