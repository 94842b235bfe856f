#pragma once

// Whose turn it is to lead, or to answer the requester. Fair by history, never by merit: whoever had the role
// least goes first, then whoever had it longest ago, then whoever waits in the cohort's own order. Pure.

#include <optional>
#include <string>
#include <vector>

#include "features/projects/project.h"

namespace fabnum::projects {

// What one person did with one role so far, in the whole programme.
struct History {
    PersonId person;
    int times = 0;                // took the role
    std::optional<Day> last;      // when last
    bool passed_here = false;     // said "not this time" for this mission
    bool has_other_role = false;  // already holds the other role in this mission
    int under_way = 0;            // missions now in progress with this role
};

enum class Why { NeverHad, FewerTimes, LongestAgo, NextInLine };
struct Proposal {
    PersonId person;
    Why why = Why::NextInLine;
    int times = 0;
    std::optional<Day> last;
};

// The next ones, first to last. Those who passed, or hold the other role, come after everybody else.
std::vector<Proposal> in_turn(const std::vector<History>& people);

}  // namespace fabnum::projects
