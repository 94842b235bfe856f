#include "features/cohorts/programme.h"

#include <algorithm>

namespace fabnum::cohorts {

namespace {

constexpr int nine = 9 * 60, noon = 12 * 60, half_past_one = 13 * 60 + 30, half_past_four = 16 * 60 + 30;

struct UsualHalf {
    int weekday;
    Half half;
    Nature nature;
};
constexpr UsualHalf usual_halves[] = {
    {1, Half::Morning, Nature::Collective}, {1, Half::Afternoon, Nature::Mission},
    {2, Half::Morning, Nature::Learning},   {2, Half::Afternoon, Nature::Mission},
    {3, Half::Morning, Nature::Mission},    {3, Half::Afternoon, Nature::Mission},
    {4, Half::Morning, Nature::Mission},    {4, Half::Afternoon, Nature::Future},
};

struct UsualPhase {
    PhaseKind kind;
    int first_week, last_week;
};
constexpr UsualPhase reference_run[] = {
    {PhaseKind::Integration, 1, 2}, {PhaseKind::FirstOrders, 3, 6}, {PhaseKind::TeamOrders, 7, 12},
    {PhaseKind::Midway, 13, 13},    {PhaseKind::Teaching, 14, 22},  {PhaseKind::NextStep, 23, 26},
};

int order_of(const Slot& slot) {
    return slot.weekday * 2 + (slot.half == Half::Afternoon ? 1 : 0);
}

}  // namespace

std::optional<Closing> closing_on(const Programme& programme, Day day) {
    for (const Closing& one : programme.closings)
        if (one.from <= day && day <= one.to) return one;
    return std::nullopt;
}

bool is_closed(const Programme& programme, Day day) {
    return calendar::holiday_on(day) || closing_on(programme, day);
}

std::optional<Phase> phase_on(const Programme& programme, Day day) {
    for (const Phase& one : programme.phases)
        if (one.starts <= day && day <= one.ends) return one;
    return std::nullopt;
}

int weekly_minutes(const std::vector<Slot>& week) {
    int minutes = 0;
    for (const Slot& slot : week) minutes += slot.minutes();
    return minutes;
}

std::vector<HalfDay> half_days(const Programme& programme, Day from, Day to) {
    std::vector<HalfDay> all;
    for (Day day = from; day <= to; day = day + 1) {
        if (is_closed(programme, day)) continue;
        const int weekday = static_cast<int>(day.weekday().iso_encoding());
        for (const Slot& slot : programme.week)
            if (slot.weekday == weekday) all.push_back({day, slot});
    }
    return all;
}

int due_minutes(const Programme& programme, Day from, Day to) {
    int minutes = 0;
    for (const HalfDay& one : half_days(programme, from, to)) minutes += one.slot.minutes();
    return minutes;
}

std::optional<Refusal> week_problem(const std::vector<Slot>& week) {
    if (week.empty()) return Refusal{"cohorts.problem.week_empty"};
    std::vector<Slot> in_order = week;
    std::sort(in_order.begin(), in_order.end(),
              [](const Slot& a, const Slot& b) { return order_of(a) < order_of(b); });
    for (std::size_t i = 0; i < in_order.size(); ++i) {
        const Slot& slot = in_order[i];
        if (slot.ends <= slot.starts) return Refusal{"cohorts.problem.half_day_backwards"};
        if (i == 0 || in_order[i - 1].weekday != slot.weekday) continue;
        if (in_order[i - 1].half == slot.half || slot.starts < in_order[i - 1].ends)
            return Refusal{"cohorts.problem.half_days_overlap"};
    }
    return std::nullopt;
}

std::optional<Refusal> phases_problem(const std::vector<Phase>& phases, Day starts, Day ends) {
    std::vector<Phase> in_order = phases;
    std::sort(in_order.begin(), in_order.end(),
              [](const Phase& a, const Phase& b) { return a.starts < b.starts; });
    for (std::size_t i = 0; i < in_order.size(); ++i) {
        if (in_order[i].ends < in_order[i].starts) return Refusal{"cohorts.problem.phase_backwards"};
        if (in_order[i].starts < starts || in_order[i].ends > ends)
            return Refusal{"cohorts.problem.phase_outside"};
        if (i > 0 && in_order[i].starts <= in_order[i - 1].ends)
            return Refusal{"cohorts.problem.phases_overlap"};
    }
    return std::nullopt;
}

std::vector<Slot> usual_week() {
    std::vector<Slot> week;
    for (const UsualHalf& one : usual_halves) {
        const bool morning = one.half == Half::Morning;
        week.push_back({.id = {},
                        .weekday = one.weekday,
                        .half = one.half,
                        .starts = morning ? nine : half_past_one,
                        .ends = morning ? noon : half_past_four,
                        .nature = one.nature,
                        .organisation = {}});
    }
    return week;
}

std::vector<Phase> usual_phases(Day starts, Day ends) {
    std::vector<Phase> phases;
    const Day monday = monday_of(starts);
    for (const UsualPhase& one : reference_run) {
        const Day first = std::max(starts, monday + (one.first_week - 1) * 7);
        const Day last = std::min(ends, monday + (one.last_week * 7 - 1));
        if (first <= last) phases.push_back({one.kind, first, last});
    }
    // A longer cohort keeps its last phase to its end.
    if (!phases.empty()) phases.back().ends = ends;
    return phases;
}

std::vector<Goal> usual_goals() {
    return {{Measure::Women, 40}, {Measure::Attendance, 90}, {Measure::WayForward, 70}};
}

}  // namespace fabnum::cohorts
