#pragma once

// The programme of a cohort: the half-days of its week, the days on which it is closed, its phases and its
// goals. Pure.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/id.h"
#include "base/result.h"
#include "base/words.h"
#include "engine/calendar/holidays.h"
#include "features/partners/partners.h"

namespace fabnum::cohorts {

enum class Half { Morning, Afternoon };
inline constexpr std::pair<std::string_view, Half> halves[] = {{"am", Half::Morning},
                                                               {"pm", Half::Afternoon}};

// What the hours of a half-day are: the Agence du service civique wants a mission that is not a course, the
// training body wants the training part, the mission locale the total.
enum class Nature { Mission, Learning, Civic, Future, Collective, Visit };
inline constexpr std::pair<std::string_view, Nature> natures[] = {
    {"mission", Nature::Mission}, {"learning", Nature::Learning},     {"civic", Nature::Civic},
    {"future", Nature::Future},   {"collective", Nature::Collective}, {"visit", Nature::Visit}};

using SlotId = Id<struct SlotTag>;
using ClosingId = Id<struct ClosingTag>;

// A half-day that comes every week.
struct Slot {
    SlotId id = {};
    int weekday = 1;  // 1: Monday, 7: Sunday
    Half half = Half::Morning;
    int starts = 9 * 60, ends = 12 * 60;  // minutes of the day
    Nature nature = Nature::Mission;
    partners::OrganisationId organisation = {};  // who runs it; none: the Fab'Num itself

    int minutes() const { return ends - starts; }
    friend bool operator==(const Slot&, const Slot&) = default;
};

// Days on which the cohort does not come, both included.
struct Closing {
    ClosingId id = {};
    Day from, to;
    std::string reason;
};

enum class PhaseKind { Integration, FirstOrders, TeamOrders, Midway, Teaching, NextStep };
inline constexpr std::pair<std::string_view, PhaseKind> phase_kinds[] = {
    {"integration", PhaseKind::Integration}, {"first_orders", PhaseKind::FirstOrders},
    {"team_orders", PhaseKind::TeamOrders},  {"midway", PhaseKind::Midway},
    {"teaching", PhaseKind::Teaching},       {"next_step", PhaseKind::NextStep}};
struct Phase {
    PhaseKind kind = PhaseKind::Integration;
    Day starts, ends;  // both included
};

// What the cohort aims at; each measure has one base, said with its figure.
enum class Measure { Women, PriorityAreas, Attendance, Stay, WayForward, Orders };
inline constexpr std::pair<std::string_view, Measure> measures[] = {
    {"women", Measure::Women},
    {"priority_areas", Measure::PriorityAreas},
    {"attendance", Measure::Attendance},
    {"stay", Measure::Stay},
    {"way_forward", Measure::WayForward},
    {"orders", Measure::Orders}};
constexpr bool is_share(Measure measure) {
    return measure != Measure::Orders;
}
struct Goal {
    Measure measure = Measure::Women;
    int target = 0;  // per cent of the base, or a number
};

struct Programme {
    std::vector<Slot> week;  // Monday morning first
    std::vector<Closing> closings;
    std::vector<Phase> phases;
    std::vector<Goal> goals;
};

// One half-day on one day.
struct HalfDay {
    Day day;
    Slot slot;
};

std::optional<Closing> closing_on(const Programme& programme, Day day);
// A public holiday, or a day that the cohort closed.
bool is_closed(const Programme& programme, Day day);
std::optional<Phase> phase_on(const Programme& programme, Day day);
int weekly_minutes(const std::vector<Slot>& week);
// The half-days that take place, from `from` to `to` included.
std::vector<HalfDay> half_days(const Programme& programme, Day from, Day to);
int due_minutes(const Programme& programme, Day from, Day to);

// What stands against a week: a half-day that ends before it starts, an afternoon that starts in the morning.
std::optional<Refusal> week_problem(const std::vector<Slot>& week);
// What stands against phases: outside of the cohort, or over one another.
std::optional<Refusal> phases_problem(const std::vector<Phase>& phases, Day starts, Day ends);

// What a cohort begins with; everything can be changed. Four days, 24 hours.
std::vector<Slot> usual_week();
// The reference run of 26 weeks, cut at the cohort's end.
std::vector<Phase> usual_phases(Day starts, Day ends);
std::vector<Goal> usual_goals();

}  // namespace fabnum::cohorts
