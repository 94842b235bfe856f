#pragma once

// Rows of hours that somebody comes to make up for.

#include "features/attendance/catch_up.h"
#include "features/attendance/mark_store.h"

namespace fabnum::attendance::store {

std::optional<CatchUp> find_catch_up(const sql::Reader& db, CatchUpId id);
std::vector<CatchUp> catch_ups_of(const sql::Reader& db, PersonId person, Day from, Day to);
std::vector<CatchUp> catch_ups_in(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to);
void insert(const sql::Writer& db, const CatchUp& one, const Act& act);
std::int64_t call_off(const sql::Writer& db, CatchUpId id, Instant at);  // 0: it was before

}  // namespace fabnum::attendance::store
