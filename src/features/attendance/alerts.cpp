// What calls for somebody today: late and not said, absent again, a short week, no news.

#include <algorithm>
#include <map>

#include "features/attendance/attendance.h"
#include "features/attendance/mark_store.h"

namespace fabnum::attendance {

namespace {

constexpr int days_of_memory = 28;     // in which a second absence counts
constexpr int days_without_news = 3;   // last seen so long ago, and nothing said since
constexpr int weekly_floor = 24 * 60;  // minutes of a volunteer's week (BR01)

struct Past {
    int absences = 0;  // that start an alert, in the last weeks
    bool missed_lately = false;
    std::optional<Day> seen;  // the last day there
    int due = 0, done = 0;    // of last week
};

std::map<PersonId, Past> pasts_of(const std::vector<Mark>& marks, Day today) {
    const Day last_week = monday_of(today) - 7;
    std::map<PersonId, Past> pasts;
    for (const Mark& mark : marks) {
        Past& past = pasts[mark.person];
        const CodeRule& rule = rule_of(mark.code);
        if (rule.starts_alert && mark.due > 0) {
            ++past.absences;
            past.missed_lately = past.missed_lately || mark.day >= today - 1;
        }
        if (rule.hours == Hours::Done && (!past.seen || *past.seen < mark.day)) past.seen = mark.day;
        if (monday_of(mark.day) != last_week) continue;
        if (rule.hours != Hours::NotDue) past.due += mark.due;
        past.done += mark.done;
    }
    return pasts;
}

}  // namespace

std::vector<Alert> alerts(const sql::Reader& db, const cohorts::Cohort& cohort, Day today, int minute) {
    const auto marks = store::of_cohort(db, cohort.id, today - days_of_memory, today);
    const auto notices = store::notices(db, cohort.id, today - days_without_news, today);
    const Half half = timetable::half_of(minute);
    const Planned planned = planned_of(db, cohort.id, today, half);
    const auto pasts = pasts_of(marks, today);
    // Nobody is marked: the team has not looked yet, and nobody is late for it.
    const bool begun = std::any_of(marks.begin(), marks.end(),
                                   [&](const Mark& mark) { return mark.day == today && mark.half == half; });
    const bool on_time_to_ask = begun && minute >= planned.starts + worrying_late && minute < planned.ends;

    std::vector<Alert> found;
    for (const auto& face : cohorts::present_members(db, cohort.id, today)) {
        const bool marked = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
            return mark.person == face.id && mark.day == today && mark.half == half;
        });
        const bool said = std::any_of(notices.begin(), notices.end(), [&](const Notice& notice) {
            return notice.person == face.id && notice.day == today;
        });
        const bool said_lately = std::any_of(notices.begin(), notices.end(),
                                             [&](const Notice& notice) { return notice.person == face.id; });
        if (planned && !marked && !said && on_time_to_ask)
            found.push_back({Worry::Late20, face, minute - planned.starts});
        const auto past = pasts.find(face.id);
        if (past == pasts.end()) continue;
        if (past->second.absences >= 2 && past->second.missed_lately)
            found.push_back({Worry::SecondAbsence, face, past->second.absences});
        if (past->second.seen && !said_lately &&
            days_between(*past->second.seen, today) > days_without_news && past->second.missed_lately)
            found.push_back({Worry::NoNews, face, days_between(*past->second.seen, today)});
        const int owed = std::min(past->second.due, weekly_floor);
        if (past->second.done < owed) found.push_back({Worry::ShortWeek, face, owed - past->second.done});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Alert& a, const Alert& b) { return a.worry < b.worry; });
    return found;
}

}  // namespace fabnum::attendance
