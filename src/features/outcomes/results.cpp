#include "features/outcomes/results.h"

#include <algorithm>

namespace fabnum::outcomes {

namespace {

// Somebody who left early towards work or training did not drop out. Until an exit is noted one does not
// know: it counts as dropping out.
int way_of(const Course& course) {
    if (!course.left || *course.left >= course.ends) return 0;
    return course.exit && meaning_of(course.exit->situation).positive ? Onward : DropOut;
}

AtMonths at_months(const std::vector<Course>& courses, int months, Day today) {
    AtMonths found{.months = months};
    int asked = 0, answered = 0, yes = 0;
    for (const Course& course : courses)
        for (const News& news : course.news) {
            if (news.months != months) continue;
            if (!news.answered && today < news.due) {
                ++found.not_due;
                continue;
            }
            ++asked;
            if (news.situation) {
                ++answered;
                yes += meaning_of(*news.situation).positive;
            } else if (news.missing) {
                ++found.missing[*news.missing];
            } else {
                ++found.waiting;
            }
        }
    found.positive = statistics::with_missing(asked, answered, yes);
    return found;
}

}  // namespace

Results results_of(const std::vector<Course>& courses, Day today) {
    Results found;
    std::vector<statistics::Ended> people;
    std::vector<statistics::Spell> spells;
    for (const Course& course : courses) {
        if (course.joined > today) continue;
        ++found.entered;
        const int way = way_of(course);
        const Day seen = way != 0 ? *course.left : std::min(course.ends, today);
        const int days = std::max(0, days_between(course.joined, seen));
        people.push_back({static_cast<double>(days), way});
        spells.push_back({static_cast<double>(days), way == DropOut});
        found.longest = std::max(found.longest, days_between(course.joined, course.ends));
        found.left_early.part += way != 0;
        found.dropped_out.part += way == DropOut;
        if (!course.exit) continue;
        ++found.noted;
        ++found.situations[course.exit->situation];
        const Meaning& meaning = meaning_of(course.exit->situation);
        found.positive.part += meaning.positive;
        found.forward.part += meaning.forward;
        found.short_work.part += meaning.short_work;
        found.ours.part += course.exit->field && *course.exit->field != Field::Other;
    }
    for (Rate* rate : {&found.left_early, &found.dropped_out, &found.forward, &found.positive, &found.ours,
                       &found.short_work})
        rate->whole = found.entered;
    found.ways = statistics::aalen_johansen(people, 2);
    found.staying = statistics::kaplan_meier(spells);
    for (const int months : follow_up_months) found.after.push_back(at_months(courses, months, today));
    return found;
}

}  // namespace fabnum::outcomes
