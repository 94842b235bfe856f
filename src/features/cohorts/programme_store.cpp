#include "features/cohorts/programme_store.h"

namespace fabnum::cohorts::store {

std::vector<Slot> week(const sql::Reader& db, CohortId id) {
    return db.all(
        [](sql::Row& row) {
            return Slot{.id = row.take<SlotId>(),
                        .weekday = row.take<int>(),
                        .half = value_in(halves, row.take<std::string>()),
                        .starts = row.take<int>(),
                        .ends = row.take<int>(),
                        .nature = value_in(natures, row.take<std::string>()),
                        .organisation = row.take<partners::OrganisationId>()};
        },
        {id}, R"sql(
        SELECT id, weekday, half, starts_at, ends_at, nature, organisation_id
          FROM cohort_slots
         WHERE cohort_id = $1
         ORDER BY weekday, half)sql");
}

std::vector<Closing> closings(const sql::Reader& db, CohortId id) {
    return db.all(
        [](sql::Row& row) {
            return Closing{.id = row.take<ClosingId>(),
                           .from = row.take<Day>(),
                           .to = row.take<Day>(),
                           .reason = row.take<std::string>()};
        },
        {id}, R"sql(
        SELECT id, from_day, to_day, reason FROM cohort_closings WHERE cohort_id = $1 ORDER BY from_day, id)sql");
}

std::vector<Phase> phases(const sql::Reader& db, CohortId id) {
    return db.all(
        [](sql::Row& row) {
            return Phase{.kind = value_in(phase_kinds, row.take<std::string>()),
                         .starts = row.take<Day>(),
                         .ends = row.take<Day>()};
        },
        {id}, "SELECT kind, starts_on, ends_on FROM cohort_phases WHERE cohort_id = $1 ORDER BY starts_on");
}

std::vector<Goal> goals(const sql::Reader& db, CohortId id) {
    std::vector<Goal> kept = db.all(
        [](sql::Row& row) {
            return Goal{.measure = value_in(measures, row.take<std::string>()), .target = row.take<int>()};
        },
        {id}, "SELECT measure, target FROM cohort_goals WHERE cohort_id = $1");
    std::sort(kept.begin(), kept.end(), [](const Goal& a, const Goal& b) { return a.measure < b.measure; });
    return kept;
}

void set_week(const sql::Writer& db, CohortId id, const std::vector<Slot>& week) {
    sql::Values values{id};
    std::string kept;
    for (const Slot& slot : week) {
        db.run({id, slot.weekday, word_in(halves, slot.half), slot.starts, slot.ends,
                word_in(natures, slot.nature), slot.organisation},
               R"sql(
            INSERT INTO cohort_slots (cohort_id, weekday, half, starts_at, ends_at, nature, organisation_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (cohort_id, weekday, half) DO UPDATE
               SET starts_at = $4, ends_at = $5, nature = $6, organisation_id = $7)sql");
        values.emplace_back(slot.weekday);
        values.emplace_back(word_in(halves, slot.half));
        kept += " AND NOT (weekday = $" + std::to_string(values.size() - 1) + " AND half = $" +
                std::to_string(values.size()) + ")";
    }
    db.run(values, "DELETE FROM cohort_slots WHERE cohort_id = $1" + kept);
}

ClosingId insert_closing(const sql::Writer& db, CohortId id, const Closing& closing) {
    return db.insert<ClosingId>({id, closing.from, closing.to, closing.reason}, R"sql(
        INSERT INTO cohort_closings (cohort_id, from_day, to_day, reason) VALUES ($1, $2, $3, $4) RETURNING id)sql");
}

bool remove_closing(const sql::Writer& db, CohortId id, ClosingId closing) {
    return db.run({id, closing}, "DELETE FROM cohort_closings WHERE cohort_id = $1 AND id = $2") == 1;
}

void set_phases(const sql::Writer& db, CohortId id, const std::vector<Phase>& phases) {
    db.run({id}, "DELETE FROM cohort_phases WHERE cohort_id = $1");
    for (const Phase& phase : phases)
        db.run({id, word_in(phase_kinds, phase.kind), phase.starts, phase.ends}, R"sql(
            INSERT INTO cohort_phases (cohort_id, kind, starts_on, ends_on) VALUES ($1, $2, $3, $4))sql");
}

void set_goals(const sql::Writer& db, CohortId id, const std::vector<Goal>& goals) {
    db.run({id}, "DELETE FROM cohort_goals WHERE cohort_id = $1");
    for (const Goal& goal : goals)
        db.run({id, word_in(measures, goal.measure), goal.target}, R"sql(
            INSERT INTO cohort_goals (cohort_id, measure, target) VALUES ($1, $2, $3))sql");
}

}  // namespace fabnum::cohorts::store
