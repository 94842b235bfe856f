#include "features/orders/order.h"

#include <cstdio>

#include "base/words.h"

namespace fabnum::orders {

std::string_view word_of(State state) {
    return word_in(states, state);
}
State state_from(std::string_view word) {
    return value_in(states, word);
}
std::string_view word_of(Kind kind) {
    return word_in(kinds, kind);
}
Kind kind_from(std::string_view word) {
    return value_in(kinds, word);
}
std::string_view word_of(Verdict verdict) {
    return word_in(verdicts, verdict);
}
Verdict verdict_from(std::string_view word) {
    return value_in(verdicts, word);
}

std::string reference_of(const Listed& order) {
    const std::string number = std::to_string(order.number);
    return "C-" + std::to_string(order.year) + "-" +
           std::string(number.size() < 3 ? 3 - number.size() : 0, '0') + number;
}

Result<State> after(State state, Step step) {
    for (const Transition& one : order_life)
        if (one.from == state && one.step == step) return one.to;
    return Refusal{"orders.moved_meanwhile"};
}

bool may(State state, Step step, unsigned as) {
    for (const Transition& one : order_life)
        if (one.from == state && one.step == step) return (one.doers & as) != 0;
    return false;
}

bool is_late(const Listed& order, Day today) {
    const bool under_way = order.state == State::Accepted || order.state == State::Making ||
                           order.state == State::Approving || order.state == State::Ready;
    return under_way && order.due && *order.due < today;
}

std::vector<Refusal> objections(const std::optional<Triage>& triage, const std::optional<Money>& estimate,
                                Money cap, Role role) {
    std::vector<Refusal> found;
    if (!triage) return {{"orders.study_first"}};
    if (triage->public_interest == Verdict::No) found.push_back({"orders.not_public_interest"});
    if (triage->nobodys_job == Verdict::No) found.push_back({"orders.somebodys_job"});
    if (triage->machines == Verdict::No) found.push_back({"orders.no_machine"});
    if (triage->safe_for_minors == Verdict::No) found.push_back({"orders.unsafe"});
    if (!estimate) found.push_back({"orders.estimate_first"});
    const bool may_exceed = role == Role::Coordinator || role == Role::Admin;
    if (estimate && *estimate > cap && !may_exceed) found.push_back({"orders.over_cap"});
    return found;
}

Value value_of(std::int64_t minutes, Money materials, Money hour_value) {
    Value value{.minutes = minutes, .materials = materials, .hours = {}, .total = {}};
    value.hours = {(minutes * hour_value.cents + 30) / 60};  // to the nearest cent
    value.total = value.materials + value.hours;
    return value;
}

std::vector<std::string_view> first_checks(Kind kind) {
    switch (kind) {
        case Kind::Object:
        case Kind::Series:
            return {"orders.check.as_asked", "orders.check.right_number", "orders.check.no_sharp_edge",
                    "orders.check.solid"};
        case Kind::Sign:
            return {"orders.check.as_asked", "orders.check.spelling", "orders.check.readable",
                    "orders.check.no_sharp_edge"};
        case Kind::Repair: return {"orders.check.works", "orders.check.safe", "orders.check.clean"};
        case Kind::Media:
            return {"orders.check.as_asked", "orders.check.sound_and_light", "orders.check.consents",
                    "orders.check.captions"};
        case Kind::Web:
            return {"orders.check.as_asked", "orders.check.spelling", "orders.check.on_a_phone",
                    "orders.check.accessible"};
        case Kind::Workshop:
        case Kind::Training:
            return {"orders.check.tried_once", "orders.check.equipment", "orders.check.welcome"};
        case Kind::Event: return {"orders.check.as_asked", "orders.check.equipment", "orders.check.safe"};
        case Kind::Survey:
            return {"orders.check.spelling", "orders.check.readable", "orders.check.anonymous"};
    }
    return {"orders.check.as_asked"};
}

}  // namespace fabnum::orders
