#include "features/volunteering/minors.h"

#include <algorithm>
#include <array>

namespace fabnum::volunteering {

namespace {

constexpr int night_ends = 6 * 60, night_starts = 22 * 60;

// The longest time at work that no break long enough interrupts.
int longest_stretch(std::vector<cohorts::Slot> day, int break_minutes) {
    std::sort(day.begin(), day.end(),
              [](const cohorts::Slot& a, const cohorts::Slot& b) { return a.starts < b.starts; });
    int longest = 0, stretch = 0, last_end = 0;
    for (const cohorts::Slot& slot : day) {
        const bool rested = stretch == 0 || slot.starts - last_end >= break_minutes;
        stretch = (rested ? 0 : stretch) + slot.minutes();
        last_end = slot.ends;
        longest = std::max(longest, stretch);
    }
    return longest;
}

}  // namespace

std::vector<MinorRule> broken_by(const std::vector<cohorts::Slot>& week, const Limits& limits) {
    std::array<std::vector<cohorts::Slot>, 7> days;
    for (const cohorts::Slot& slot : week) days[static_cast<std::size_t>(slot.weekday - 1)].push_back(slot);
    bool long_day = false, no_break = false, night = false, two_days_rest = false;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto& day = days[i];
        long_day = long_day || cohorts::weekly_minutes(day) > limits.minor_day * 60;
        no_break = no_break || longest_stretch(day, limits.minor_break) > limits.minor_break_after;
        for (const cohorts::Slot& slot : day)
            night = night || slot.starts < night_ends || slot.ends > night_starts;
        // Sunday and the Monday after it are consecutive too.
        two_days_rest = two_days_rest || (day.empty() && days[(i + 1) % days.size()].empty());
    }
    std::vector<MinorRule> broken;
    if (long_day) broken.push_back(MinorRule::DayHours);
    if (cohorts::weekly_minutes(week) > limits.minor_week * 60) broken.push_back(MinorRule::WeekHours);
    if (no_break) broken.push_back(MinorRule::Break);
    if (night) broken.push_back(MinorRule::Night);
    if (!two_days_rest) broken.push_back(MinorRule::RestDays);
    return broken;
}

bool may_use_dangerous_machines(std::optional<Day> birth_day, Day day) {
    return birth_day && calendar::age_on(*birth_day, day) >= 18;
}

}  // namespace fabnum::volunteering
