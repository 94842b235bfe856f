#include "features/attendance/mark.h"

#include <algorithm>

#include "base/words.h"

namespace fabnum::attendance {

std::string_view word_of(Code code) {
    return word_in(codes, code);
}

Planned planned_in(const std::vector<timetable::Session>& sessions, const cohorts::Programme& programme,
                   Day day, Half half) {
    std::vector<std::pair<int, int>> times;
    for (const auto& one : sessions)
        if (!one.cancelled && one.day == day && one.half() == half) times.emplace_back(one.starts, one.ends);
    if (times.empty())
        for (const auto& one : cohorts::half_days(programme, day, day))
            if (one.slot.half == half) times.emplace_back(one.slot.starts, one.slot.ends);
    std::sort(times.begin(), times.end());
    Planned planned;
    for (const auto& [starts, ends] : times) {
        if (planned.minutes == 0) planned.starts = planned.ends = starts;
        planned.minutes +=
            std::max(0, ends - std::max(starts, planned.ends));  // groups side by side count once
        planned.ends = std::max(planned.ends, ends);
    }
    return planned;
}

int minutes_done(Code code, const Planned& planned, std::optional<int> arrived, std::optional<int> gone) {
    if (rule_of(code).hours != Hours::Done) return 0;
    int missed = 0;
    if (code == Code::PresentLate && arrived) missed += std::max(0, *arrived - planned.starts);
    if (is_here(code) && gone) missed += std::max(0, planned.ends - *gone);
    return std::clamp(planned.minutes - missed, 0, planned.minutes);
}

Code code_of_arrival(const Planned& planned, int arrived) {
    return arrived > planned.starts + tolerated_late ? Code::PresentLate : Code::Present;
}

Tally& Tally::operator+=(const Tally& other) {
    due += other.due;
    done += other.done;
    absences += other.absences;
    return *this;
}

Tally tally_of(const std::vector<Mark>& marks) {
    Tally sum;
    for (const Mark& mark : marks) {
        const Hours hours = rule_of(mark.code).hours;
        if (hours != Hours::NotDue) sum.due += mark.due;
        sum.done += mark.done;
        if (hours == Hours::Missed && mark.due > 0) ++sum.absences;
    }
    return sum;
}

}  // namespace fabnum::attendance
