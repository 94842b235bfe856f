#pragma once

// The interviews of a path, from the first week to a year after: when each is due, and its life. An interview
// is never a mark: it was offered, agreed, held or missed. Pure.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "features/cohorts/cohorts.h"

namespace fabnum::paths {

using InterviewId = Id<struct InterviewTag>;

enum class Kind { Day7, Month1, Month3, Month6, Exit, After1, After3, After6, After12, Extra };
inline constexpr std::pair<std::string_view, Kind> kinds[] = {
    {"day7", Kind::Day7},       {"month1", Kind::Month1}, {"month3", Kind::Month3}, {"month6", Kind::Month6},
    {"exit", Kind::Exit},       {"after1", Kind::After1}, {"after3", Kind::After3}, {"after6", Kind::After6},
    {"after12", Kind::After12}, {"extra", Kind::Extra}};
std::string_view word_of(Kind kind);

// The template: each interview, counted from the first day or from the last.
enum class From { Start, End };
struct Milestone {
    Kind kind;
    From from;
    int months, days;
};
inline constexpr Milestone milestones[] = {
    {Kind::Day7, From::Start, 0, 7},   {Kind::Month1, From::Start, 1, 0}, {Kind::Month3, From::Start, 3, 0},
    {Kind::Month6, From::Start, 6, 0}, {Kind::Exit, From::End, 0, -7},    {Kind::After1, From::End, 1, 0},
    {Kind::After3, From::End, 3, 0},   {Kind::After6, From::End, 6, 0},   {Kind::After12, From::End, 12, 0}};

struct Due {
    Kind kind;
    Day on = {};

    friend bool operator==(const Due&, const Due&) = default;
};
// Each on a working day. The one of the sixth month is left out when the way out comes within three weeks.
std::vector<Due> timeline(Day first_day, Day last_day);

enum class State { Planned, Offered, Agreed, Held, Missed, Dropped };
inline constexpr std::pair<std::string_view, State> states[] = {
    {"planned", State::Planned}, {"offered", State::Offered}, {"agreed", State::Agreed},
    {"held", State::Held},       {"missed", State::Missed},   {"dropped", State::Dropped}};
std::string_view word_of(State state);

enum class Step { Offer, Agree, OtherTime, Hold, Miss, Drop, Reopen };
enum Doer : unsigned { Staff = 1, YoungPerson = 2 };
struct Transition {
    State from;
    Step step;
    State to;
    unsigned doers;
};
inline constexpr Transition interview_life[] = {
    {State::Planned, Step::Offer, State::Offered, Staff},
    {State::Offered, Step::Offer, State::Offered, Staff},
    {State::Agreed, Step::Offer, State::Offered, Staff},
    {State::Missed, Step::Offer, State::Offered, Staff},
    {State::Offered, Step::Agree, State::Agreed, Staff | YoungPerson},
    {State::Offered, Step::OtherTime, State::Planned, YoungPerson},
    {State::Agreed, Step::OtherTime, State::Planned, YoungPerson},
    {State::Planned, Step::Hold, State::Held, Staff},
    {State::Offered, Step::Hold, State::Held, Staff},
    {State::Agreed, Step::Hold, State::Held, Staff},
    {State::Missed, Step::Hold, State::Held, Staff},
    {State::Offered, Step::Miss, State::Missed, Staff},
    {State::Agreed, Step::Miss, State::Missed, Staff},
    {State::Planned, Step::Drop, State::Dropped, Staff},
    {State::Offered, Step::Drop, State::Dropped, Staff},
    {State::Missed, Step::Drop, State::Dropped, Staff},
    {State::Held, Step::Reopen, State::Planned, Staff},
    {State::Dropped, Step::Reopen, State::Planned, Staff},
};
consteval bool nothing_is_final() {
    for (const auto& [word, state] : states) {
        bool leaves = false;
        for (const Transition& one : interview_life) leaves = leaves || one.from == state;
        if (!leaves) return false;
    }
    return true;
}
static_assert(nothing_is_final(), "a click on an interview cannot be taken back");

constexpr bool is_open(State state) {
    return state != State::Held && state != State::Dropped;
}
// Where the step leads; refused (paths.moved_meanwhile) when it leads nowhere for that doer.
Result<State> after(State state, Step step, unsigned doer);

struct Interview {
    InterviewId id = {};
    PersonId person = {};
    cohorts::CohortId cohort = {};
    SiteId site = {};
    Kind kind = Kind::Extra;
    Day due = {};
    State state = State::Planned;
    std::optional<Instant> meets = {};  // once offered
    std::string place = {};
    PersonId with = {};
    std::optional<Day> held = {};
};

bool is_late(const Interview& interview, Day today);

}  // namespace fabnum::paths
