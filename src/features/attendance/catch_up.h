#pragma once

// Making up for hours that were missed: somebody comes in a half-day that is not planned for their cohort.
// Pure.

#include <optional>
#include <vector>

#include "base/actor.h"
#include "base/result.h"
#include "features/attendance/mark.h"

namespace fabnum::attendance {

using CatchUpId = Id<struct CatchUpTag>;
struct CatchUp {
    CatchUpId id;
    PersonId person;
    cohorts::CohortId cohort;
    Day day;
    int starts = 9 * 60, ends = 12 * 60;  // minutes of the day, within one half-day

    Half half() const { return timetable::half_of(starts); }
    // Not owed: the hours count when they are done, and nothing is missed when they are not.
    Planned planned() const {
        return {.starts = starts, .ends = ends, .minutes = ends - starts, .owed = false};
    }
};

inline constexpr int longest_catch_up = 5 * 60;  // minutes: one half-day
// What stands against it; nullopt: nothing. On Sundays and public holidays nobody is asked to come.
std::optional<Refusal> against(const CatchUp& wanted, const Planned& of_the_cohort, Day today);
// The first half-day after today where the cohort does not come and the house may open; none in two weeks.
std::optional<CatchUp> next_free(const cohorts::Programme& programme, Day today);

// From the first arrival to the last end; nothing, when nobody comes.
Planned planned_in(const std::vector<CatchUp>& catch_ups);

}  // namespace fabnum::attendance
