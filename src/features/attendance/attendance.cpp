#include "features/attendance/attendance.h"

#include <algorithm>

#include "base/words.h"
#include "features/attendance/mark_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::attendance {

namespace {

std::string details_of(const std::optional<Mark>& mark) {
    if (!mark) return {};
    return json::object({{"day", mark->day},
                         {"half", word_in(cohorts::halves, mark->half)},
                         {"code", word_of(mark->code)},
                         {"minutes", mark->done},
                         {"method", word_in(methods, mark->method)}});
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const Mark& mark,
          const std::optional<Mark>& before) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "person",
                         .subject = mark.person.value,
                         .site = mark.site,
                         .before = details_of(before),
                         .after = details_of(mark)});
}

// The line to write, judged by what was planned.
Mark judged(const NewMark& wanted, const Planned& planned, SiteId site, const Act& act) {
    Mark mark;
    mark.person = wanted.person;
    mark.cohort = wanted.cohort;
    mark.site = site;
    mark.day = wanted.day;
    mark.half = wanted.half;
    mark.code = wanted.code;
    mark.arrived = is_here(wanted.code) ? wanted.arrived : std::nullopt;
    mark.gone = is_here(wanted.code) ? wanted.gone : std::nullopt;
    mark.due = planned.owed ? planned.minutes : 0;
    mark.done = minutes_done(wanted.code, planned, mark.arrived, mark.gone);
    mark.method = wanted.method;
    mark.reason = wanted.reason;
    mark.by = act.by.person;
    mark.at = act.at;
    mark.tablet_at = wanted.tablet_at;
    return mark;
}

bool says_the_same(const Mark& a, const Mark& b) {
    return a.code == b.code && a.arrived == b.arrived && a.gone == b.gone && a.done == b.done;
}

}  // namespace

Planned planned_of(const sql::Reader& db, cohorts::CohortId cohort, Day day, Half half) {
    return planned_in(timetable::of_cohort(db, cohort, day, day), cohorts::programme(db, cohort), day, half);
}
Planned planned_for(const sql::Reader& db, cohorts::CohortId cohort, PersonId person, Day day, Half half) {
    Planned planned = planned_of(db, cohort, day, half);
    if (planned) return planned;
    for (const CatchUp& one : catch_ups_of(db, person, day, day))
        if (one.half() == half) return one.planned();
    return planned;
}
std::vector<Mark> history(const sql::Reader& db, PersonId person, Day day, Half half) {
    return store::lines(db, person, day, half);
}
std::vector<Mark> marks_of(const sql::Reader& db, PersonId person, Day from, Day to) {
    return store::of_person(db, person, from, to);
}
std::vector<Mark> marks_in(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to) {
    return store::of_cohort(db, cohort, from, to);
}
std::vector<Notice> notices_of(const sql::Reader& db, PersonId person, Day from, Day to) {
    return store::notices_of(db, person, from, to);
}

Result<Done> mark(sql::Database& database, const Act& act, const NewMark& wanted, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = cohorts::find(db, wanted.cohort);
        if (!cohort || !is_staff(act.by) || !reaches(act.by, cohort->site))
            return Refusal{"attendance.not_there"};
        if (wanted.day > today) return Refusal{"attendance.day_to_come"};
        if (!cohorts::is_member(db, cohort->id, wanted.person, wanted.day))
            return Refusal{"attendance.not_of_the_cohort"};
        const Planned planned = planned_for(db, cohort->id, wanted.person, wanted.day, wanted.half);
        if (!planned) return Refusal{"attendance.nothing_planned"};
        const auto before = store::latest(db, wanted.person, wanted.day, wanted.half);
        const Mark line = judged(wanted, planned, cohort->site, act);
        // The same said again, without more: the time noted at the door stays.
        const bool no_news = before && before->code == line.code && !line.arrived && !line.gone;
        if (before && (no_news || says_the_same(*before, line))) return Done{};
        if (before && wanted.day < today && wanted.reason.empty())
            return Refusal{"attendance.reason_missing"};
        store::insert(db, line);
        note(db, act, before ? "presence.corrected" : "presence.marked", line, before);
        return Done{};
    });
}

Result<int> mark_the_others_present(sql::Database& database, const Act& act, cohorts::CohortId id, Day day,
                                    Half half, Method method) {
    return database.write(act, [&](const sql::Writer& db) -> Result<int> {
        const auto cohort = cohorts::find(db, id);
        if (!cohort || !is_staff(act.by) || !reaches(act.by, cohort->site))
            return Refusal{"attendance.not_there"};
        const Sheet now = sheet(db, *cohort, day, half);
        if (!now.planned) return Refusal{"attendance.nothing_planned"};
        int count = 0;
        for (const Line& other : now.lines) {
            if (other.mark) continue;
            const PersonId person = other.face.id;
            const Mark line =
                judged({.person = person, .cohort = id, .day = day, .half = half, .method = method},
                       planned_for(db, id, person, day, half), cohort->site, act);
            store::insert(db, line);
            note(db, act, "presence.marked", line, std::nullopt);
            ++count;
        }
        return count;
    });
}

Result<Done> mark_at_the_door(const sql::Writer& db, const Act& act, const NewMark& wanted, bool leaving,
                              int minute) {
    const auto cohort = cohorts::find(db, wanted.cohort);
    if (!cohort) return Refusal{"attendance.not_there"};
    const Planned planned = planned_for(db, wanted.cohort, wanted.person, wanted.day, wanted.half);
    if (!planned) return Refusal{"attendance.nothing_planned"};
    const auto before = store::latest(db, wanted.person, wanted.day, wanted.half);
    NewMark line = wanted;
    if (leaving) {
        // Leaving on time changes nothing; before the end, the minutes that were missed are taken off.
        if (minute + tolerated_late >= planned.ends) return Done{};
        line.code = before && before->code == Code::PresentLate ? Code::PresentLate : Code::LeftEarly;
        line.arrived = before ? before->arrived : std::nullopt;
        line.gone = minute;
    } else {
        if (before && is_here(before->code) && before->arrived) return Done{};  // the first arrival counts
        if (minute >= planned.ends) return Done{};  // too late to have been there: the team looks
        line.code = code_of_arrival(planned, minute);
        line.arrived = minute;
    }
    const Mark mark = judged(line, planned, cohort->site, act);
    if (before && says_the_same(*before, mark)) return Done{};
    store::insert(db, mark);
    note(db, act, before ? "presence.corrected" : "presence.marked", mark, before);
    return Done{};
}

Result<Done> say_beforehand(sql::Database& database, const Act& act, const Notice& notice, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = cohorts::of_person(db, act.by.person, notice.day);
        if (!cohort) return Refusal{"attendance.no_cohort"};
        if (notice.day < today || notice.day > today + 14) return Refusal{"attendance.say_in_time"};
        Notice line = notice;
        line.person = act.by.person;
        line.cohort = cohort->id;
        line.at = act.at;
        store::insert(db, line);
        journal::record(
            db, {.act = act,
                 .action = "presence.said",
                 .subject_kind = "person",
                 .subject = act.by.person.value,
                 .site = cohort->site,
                 .before = {},
                 .after = json::object({{"day", notice.day}, {"kind", word_in(notice_kinds, notice.kind)}})});
        return Done{};
    });
}

Result<Done> see_notice(sql::Database& database, const Act& act, NoticeId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto notice = store::find_notice(db, id);
        const auto cohort = notice ? cohorts::find(db, notice->cohort) : std::nullopt;
        if (!cohort || !is_staff(act.by) || !reaches(act.by, cohort->site))
            return Refusal{"attendance.not_there"};
        store::see(db, id, act.by.person, act.at);
        return Done{};
    });
}

}  // namespace fabnum::attendance
