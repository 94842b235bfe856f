#pragma once

// What became of a cohort, or of several together: counts, each with its population, and how long people
// stayed. Pure: names play no part.

#include <map>
#include <optional>
#include <vector>

#include "engine/statistics/competing.h"
#include "engine/statistics/survival.h"
#include "features/outcomes/exit.h"

namespace fabnum::outcomes {

// One young person's way through, without name.
struct Course {
    Day joined = {}, ends = {};     // of the cohort
    std::optional<Day> left = {};   // before the end
    std::optional<Exit> exit = {};  // none: not noted yet
    std::vector<News> news = {};
};

// A count of a population, and the interval its share may lie in.
struct Rate {
    int part = 0, whole = 0;
    double share() const { return whole == 0 ? 0 : part / static_cast<double>(whole); }
    statistics::Interval interval() const { return statistics::wilson(part, whole); }
};

struct AtMonths {
    int months = 6;
    int not_due = 0;                        // it is too early to ask them
    statistics::WithMissing positive = {};  // of those asked
    std::map<Missing, int> missing = {};    // why there is no answer
    int waiting = 0;                        // asked, no answer yet
};

enum Way { Onward = 1, DropOut = 2 };  // of those who left before the end
struct Results {
    int entered = 0, noted = 0;  // with an exit
    Rate left_early = {}, dropped_out = {}, forward = {}, positive = {}, ours = {},
         short_work = {};  // of those who entered
    std::map<Situation, int> situations = {};
    std::vector<statistics::Shares> ways = {};  // day by day: still there, onward, dropped out
    statistics::Curve staying = {};             // dropping out alone; those who went onward are censored
    int longest = 0;                            // days of the longest term, for the axis
    std::vector<AtMonths> after = {};
};
Results results_of(const std::vector<Course>& courses, Day today);

}  // namespace fabnum::outcomes
