#pragma once

// An order (commande): what a town service or an association asks the Fab'Num to make, and its life. Pure.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "base/money.h"
#include "base/result.h"
#include "features/partners/partners.h"
#include "features/projects/projects.h"

namespace fabnum::orders {

using OrderId = Id<struct OrderTag>;

enum class State {
    Received,
    Clarifying,
    Accepted,
    Making,
    Approving,
    Ready,
    Delivered,
    Closed,
    Declined,
    Suspended,
    Cancelled
};
inline constexpr std::pair<std::string_view, State> states[] = {
    {"received", State::Received},   {"clarifying", State::Clarifying}, {"accepted", State::Accepted},
    {"making", State::Making},       {"approving", State::Approving},   {"ready", State::Ready},
    {"delivered", State::Delivered}, {"closed", State::Closed},         {"declined", State::Declined},
    {"suspended", State::Suspended}, {"cancelled", State::Cancelled}};

enum class Step {
    Ask,
    Answer,
    Accept,
    Decline,
    Start,
    ShowPrototype,
    Approve,
    AskChanges,
    Finish,
    Reopen,
    Deliver,
    Close,
    Suspend,
    ResumeWaiting,
    ResumeMaking,
    Cancel
};

// Who may make a step; an actor may be several of them.
enum Doer : unsigned { Staff = 1, Lead = 2, Referent = 4, Requester = 8 };

struct Transition {
    State from;
    Step step;
    State to;
    unsigned doers;
};

// The life of an order. Nothing else in the product decides what may follow what, nor who may do it.
inline constexpr Transition order_life[] = {
    {State::Received, Step::Ask, State::Clarifying, Staff},
    {State::Clarifying, Step::Answer, State::Received, Requester | Staff},
    {State::Received, Step::Accept, State::Accepted, Staff},
    {State::Clarifying, Step::Accept, State::Accepted, Staff},
    {State::Received, Step::Decline, State::Declined, Staff},
    {State::Clarifying, Step::Decline, State::Declined, Staff},
    {State::Accepted, Step::Start, State::Making, Staff},
    {State::Making, Step::ShowPrototype, State::Approving, Staff | Lead | Referent},
    {State::Approving, Step::Approve, State::Making, Requester | Staff},
    {State::Approving, Step::AskChanges, State::Making, Requester | Staff},
    {State::Making, Step::Finish, State::Ready, Staff | Lead},
    {State::Ready, Step::Reopen, State::Making, Staff | Lead},
    {State::Ready, Step::Deliver, State::Delivered, Staff | Referent},
    {State::Delivered, Step::Close, State::Closed, Staff},
    {State::Accepted, Step::Suspend, State::Suspended, Staff},
    {State::Making, Step::Suspend, State::Suspended, Staff},
    {State::Approving, Step::Suspend, State::Suspended, Staff},
    {State::Ready, Step::Suspend, State::Suspended, Staff},
    {State::Suspended, Step::ResumeWaiting, State::Accepted, Staff},
    {State::Suspended, Step::ResumeMaking, State::Making, Staff},
    {State::Received, Step::Cancel, State::Cancelled, Requester | Staff},
    {State::Clarifying, Step::Cancel, State::Cancelled, Requester | Staff},
    {State::Accepted, Step::Cancel, State::Cancelled, Staff},
    {State::Making, Step::Cancel, State::Cancelled, Staff},
    {State::Approving, Step::Cancel, State::Cancelled, Staff},
    {State::Ready, Step::Cancel, State::Cancelled, Staff},
    {State::Suspended, Step::Cancel, State::Cancelled, Staff},
};

constexpr bool is_over(State state) {
    return state == State::Closed || state == State::Declined || state == State::Cancelled;
}

// Every state can be reached from Received, along the arrows.
consteval bool every_state_is_reached() {
    std::array<bool, std::size(states)> reached{};
    reached[static_cast<std::size_t>(State::Received)] = true;
    for (std::size_t round = 0; round < std::size(states); ++round)
        for (const Transition& one : order_life)
            if (reached[static_cast<std::size_t>(one.from)]) reached[static_cast<std::size_t>(one.to)] = true;
    for (const bool one : reached)
        if (!one) return false;
    return true;
}
static_assert(every_state_is_reached(), "a state of an order cannot be reached");

// An order is stuck nowhere but where it is over.
consteval bool every_other_state_has_a_way_out() {
    for (const auto& [word, state] : states) {
        bool leaves = false;
        for (const Transition& one : order_life) leaves = leaves || one.from == state;
        if (leaves == is_over(state)) return false;
    }
    return true;
}
static_assert(every_other_state_has_a_way_out(), "an order can be stuck, or comes back from its end");

// One step from one state leads to one place.
consteval bool no_step_is_ambiguous() {
    for (std::size_t a = 0; a < std::size(order_life); ++a)
        for (std::size_t b = a + 1; b < std::size(order_life); ++b)
            if (order_life[a].from == order_life[b].from && order_life[a].step == order_life[b].step)
                return false;
    return true;
}
static_assert(no_step_is_ambiguous(), "a step of an order leads to two places");

std::string_view word_of(State state);
State state_from(std::string_view word);

// Kinds of order (domain vocabulary, stable codes).
enum class Kind { Object, Series, Sign, Repair, Media, Web, Workshop, Training, Event, Survey };
inline constexpr std::pair<std::string_view, Kind> kinds[] = {
    {"object", Kind::Object},     {"series", Kind::Series},     {"sign", Kind::Sign},
    {"repair", Kind::Repair},     {"media", Kind::Media},       {"web", Kind::Web},
    {"workshop", Kind::Workshop}, {"training", Kind::Training}, {"event", Kind::Event},
    {"survey", Kind::Survey}};
std::string_view word_of(Kind kind);
Kind kind_from(std::string_view word);

// What lists show of an order.
struct Listed {
    OrderId id;
    SiteId site;
    int year = 0, number = 0;
    State state = State::Received;
    Kind kind = Kind::Object;
    std::string title;
    int quantity = 1;
    partners::OrganisationId organisation;
    projects::ProjectId project;    // none until a team starts
    std::optional<Day> due;         // promised by the Fab'Num
    std::optional<Money> estimate;  // cost of the materials
    Instant received, changed;
    std::optional<Day> delivered;
};

struct Order : Listed {
    std::string need, beneficiaries;
    std::optional<Day> wanted;  // by the requester
    partners::ContactId contact;
    std::string reason;  // of a decline, a suspension, a cancellation: shown to the requester
    i18n::Language language = i18n::Language::French;  // in which to write to the requester
};

// "C-2026-014": what people say on the phone.
std::string reference_of(const Listed& order);

// Where `step` leads from this state; refused (orders.moved_meanwhile) when it leads nowhere.
Result<State> after(State state, Step step);
bool may(State state, Step step, unsigned as);

bool is_late(const Listed& order, Day today);

// Five questions before saying yes (brief: useful to all, nobody's paid work, within reach, safe, in time).
enum class Verdict { Yes, No, Unsure };
inline constexpr std::pair<std::string_view, Verdict> verdicts[] = {
    {"yes", Verdict::Yes}, {"no", Verdict::No}, {"unsure", Verdict::Unsure}};
std::string_view word_of(Verdict verdict);
Verdict verdict_from(std::string_view word);
struct Triage {
    Verdict public_interest = Verdict::Unsure;  // good for the territory, not for one person
    Verdict nobodys_job = Verdict::Unsure;      // takes no work from a local business
    Verdict machines = Verdict::Unsure;         // the machines and materials are there
    Verdict safe_for_minors =
        Verdict::Unsure;              // the age of the team against the machines (D.4153-28 Code du travail)
    Verdict delay = Verdict::Unsure;  // the wished day can be kept
};
// What stands against accepting: each key is a sentence. Empty: go on. The first two are the spirit of the
// place and bind everybody; over the cap of materials, only the coordinator may accept (BR18).
std::vector<Refusal> objections(const std::optional<Triage>& triage, const std::optional<Money>& estimate,
                                Money cap, Role role);

// What the order is worth to the territory although it is free: hours and materials (BR18).
struct Value {
    std::int64_t minutes = 0;
    Money materials, hours, total;
};
Value value_of(std::int64_t minutes, Money materials, Money hour_value);

// The first quality checks of a kind of order: catalogue keys under "orders.check".
std::vector<std::string_view> first_checks(Kind kind);

}  // namespace fabnum::orders
