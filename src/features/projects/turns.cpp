#include "features/projects/turns.h"

#include <algorithm>
#include <tuple>

namespace fabnum::projects {

namespace {

auto place_in_line(const History& one) {
    // A day that never was comes before all days.
    const Day last = one.last.value_or(Day{});
    return std::tuple(one.passed_here || one.has_other_role, one.under_way, one.times, last);
}

Why why(const History& one, const std::vector<History>& all) {
    if (one.times == 0) return Why::NeverHad;
    const bool fewest = std::all_of(all.begin(), all.end(), [&](const History& other) {
        return other.person == one.person || other.times > one.times;
    });
    if (fewest) return Why::FewerTimes;
    const bool longest_ago = std::all_of(all.begin(), all.end(), [&](const History& other) {
        return other.person == one.person || other.times != one.times ||
               other.last.value_or(Day{}) > *one.last;
    });
    return longest_ago && one.last ? Why::LongestAgo : Why::NextInLine;
}

}  // namespace

std::vector<Proposal> in_turn(const std::vector<History>& people) {
    auto line = people;
    std::stable_sort(line.begin(), line.end(),
                     [](const History& a, const History& b) { return place_in_line(a) < place_in_line(b); });
    std::vector<Proposal> proposals;
    for (const History& one : line) proposals.push_back({one.person, why(one, people), one.times, one.last});
    return proposals;
}

}  // namespace fabnum::projects
