#include "features/paths/interview.h"

#include "base/words.h"
#include "engine/calendar/holidays.h"

namespace fabnum::paths {

namespace {

constexpr int close_to_the_exit = 21;  // days

Day months_after(Day day, int months) {
    const auto moved = day.ymd() + std::chrono::months{months};
    // The 31st of a short month is its last day.
    return Day{moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last};
}

Day working(Day day) {
    while (day.weekday() == std::chrono::Saturday || day.weekday() == std::chrono::Sunday ||
           calendar::holiday_on(day))
        day = day + 1;
    return day;
}

}  // namespace

std::string_view word_of(Kind kind) {
    return word_in(kinds, kind);
}
std::string_view word_of(State state) {
    return word_in(states, state);
}

std::vector<Due> timeline(Day first_day, Day last_day) {
    std::vector<Due> all;
    for (const Milestone& one : milestones) {
        const Day from = one.from == From::Start ? first_day : last_day;
        const Day on = working(months_after(from, one.months) + one.days);
        const bool too_late = one.from == From::Start && days_between(on, last_day) < close_to_the_exit;
        if (!too_late) all.push_back({one.kind, on});
    }
    return all;
}

Result<State> after(State state, Step step, unsigned doer) {
    for (const Transition& one : interview_life)
        if (one.from == state && one.step == step && (one.doers & doer) != 0) return one.to;
    return Refusal{"paths.moved_meanwhile"};
}

bool is_late(const Interview& interview, Day today) {
    return is_open(interview.state) && interview.due < today;
}

}  // namespace fabnum::paths
