#include "features/attendance/catch_up.h"

#include <algorithm>

#include "base/words.h"
#include "engine/calendar/holidays.h"
#include "features/attendance/attendance.h"
#include "features/attendance/catch_up_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::attendance {

namespace {

constexpr int days_ahead = 14;

bool may_open(Day day) {
    return day.weekday() != std::chrono::Sunday && !calendar::holiday_on(day);
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const CatchUp& one, SiteId site) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "person",
                         .subject = one.person.value,
                         .site = site,
                         .before = {},
                         .after = json::object({{"day", one.day},
                                                {"half", word_in(cohorts::halves, one.half())},
                                                {"minutes", one.ends - one.starts}})});
}

}  // namespace

std::optional<Refusal> against(const CatchUp& wanted, const Planned& of_the_cohort, Day today) {
    if (wanted.day < today) return Refusal{"attendance.catch_up.over"};
    if (!may_open(wanted.day)) return Refusal{"attendance.catch_up.closed"};
    if (wanted.ends <= wanted.starts) return Refusal{"attendance.catch_up.backwards"};
    if (wanted.ends - wanted.starts > longest_catch_up) return Refusal{"attendance.catch_up.too_long"};
    if (of_the_cohort) return Refusal{"attendance.catch_up.planned"};
    return std::nullopt;
}

std::optional<CatchUp> next_free(const cohorts::Programme& programme, Day today) {
    for (Day day = today + 1; day <= today + days_ahead; day = day + 1) {
        if (!may_open(day) || day.weekday() == std::chrono::Saturday) continue;
        for (const Half half : {Half::Morning, Half::Afternoon}) {
            if (planned_in({}, programme, day, half)) continue;
            CatchUp free;
            free.day = day;
            if (half == Half::Afternoon) free.starts = 14 * 60, free.ends = 17 * 60;
            return free;
        }
    }
    return std::nullopt;
}

Planned planned_in(const std::vector<CatchUp>& catch_ups) {
    Planned all;
    for (const CatchUp& one : catch_ups) {
        if (!all) all = one.planned();
        all.starts = std::min(all.starts, one.starts);
        all.ends = std::max(all.ends, one.ends);
        all.minutes = all.ends - all.starts;
    }
    return all;
}

std::vector<CatchUp> catch_ups_of(const sql::Reader& db, PersonId person, Day from, Day to) {
    return store::catch_ups_of(db, person, from, to);
}
Result<Done> agree_on_catch_up(sql::Database& database, const Act& act, const CatchUp& wanted, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = cohorts::find(db, wanted.cohort);
        if (!cohort || !is_staff(act.by) || !reaches(act.by, cohort->site))
            return Refusal{"attendance.not_there"};
        if (!cohorts::is_member(db, cohort->id, wanted.person, wanted.day))
            return Refusal{"attendance.catch_up.gone_by_then"};
        const auto planned = planned_of(db, cohort->id, wanted.day, wanted.half());
        if (auto refusal = against(wanted, planned, today)) return *refusal;
        for (const CatchUp& other : store::catch_ups_of(db, wanted.person, wanted.day, wanted.day))
            if (other.half() == wanted.half()) return Refusal{"attendance.catch_up.twice"};
        store::insert(db, wanted, act);
        note(db, act, "presence.catch_up_agreed", wanted, cohort->site);
        return Done{};
    });
}

Result<Done> call_off_catch_up(sql::Database& database, const Act& act, CatchUpId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto one = store::find_catch_up(db, id);
        const auto cohort = one ? cohorts::find(db, one->cohort) : std::nullopt;
        if (!cohort || !is_staff(act.by) || !reaches(act.by, cohort->site))
            return Refusal{"attendance.not_there"};
        // What was done stays: only a line of presence corrects a line of presence.
        if (store::latest(db, one->person, one->day, one->half()))
            return Refusal{"attendance.catch_up.marked"};
        if (store::call_off(db, id, act.at))
            note(db, act, "presence.catch_up_called_off", *one, cohort->site);
        return Done{};
    });
}

}  // namespace fabnum::attendance
