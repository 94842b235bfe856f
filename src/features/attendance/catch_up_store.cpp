#include "features/attendance/catch_up_store.h"

namespace fabnum::attendance::store {

namespace {

CatchUp catch_up_from(sql::Row& row) {
    CatchUp one;
    one.id = row.take<CatchUpId>();
    one.person = row.take<PersonId>();
    one.cohort = row.take<cohorts::CohortId>();
    one.day = row.take<Day>();
    one.starts = row.take<int>();
    one.ends = row.take<int>();
    return one;
}
const std::string standing =
    "SELECT id, person_id, cohort_id, on_day, starts, ends FROM attendance_catch_ups WHERE called_off_at IS "
    "NULL";

}  // namespace

std::optional<CatchUp> find_catch_up(const sql::Reader& db, CatchUpId id) {
    return db.one(catch_up_from, {id}, standing + " AND id = $1");
}

std::vector<CatchUp> catch_ups_of(const sql::Reader& db, PersonId person, Day from, Day to) {
    return db.all(catch_up_from, {person, from, to},
                  standing + " AND person_id = $1 AND on_day >= $2 AND on_day <= $3 ORDER BY on_day, starts");
}

std::vector<CatchUp> catch_ups_in(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to) {
    return db.all(catch_up_from, {cohort, from, to},
                  standing + " AND cohort_id = $1 AND on_day >= $2 AND on_day <= $3 ORDER BY on_day, starts");
}

void insert(const sql::Writer& db, const CatchUp& one, const Act& act) {
    db.run({one.person, one.cohort, one.day, one.starts, one.ends, act.by.person, act.at}, R"sql(
        INSERT INTO attendance_catch_ups (person_id, cohort_id, on_day, starts, ends, agreed_by, agreed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql");
}

std::int64_t call_off(const sql::Writer& db, CatchUpId id, Instant at) {
    return db.run(
        {id, at},
        "UPDATE attendance_catch_ups SET called_off_at = $2 WHERE id = $1 AND called_off_at IS NULL");
}

}  // namespace fabnum::attendance::store
