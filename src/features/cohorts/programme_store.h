#pragma once

// Rows of what cohorts plan.

#include "features/cohorts/cohorts.h"

namespace fabnum::cohorts::store {

std::vector<Slot> week(const sql::Reader& db, CohortId id);
std::vector<Closing> closings(const sql::Reader& db, CohortId id);
std::vector<Phase> phases(const sql::Reader& db, CohortId id);
std::vector<Goal> goals(const sql::Reader& db, CohortId id);

// A half-day that stays keeps its number.
void set_week(const sql::Writer& db, CohortId id, const std::vector<Slot>& week);
ClosingId insert_closing(const sql::Writer& db, CohortId id, const Closing& closing);
bool remove_closing(const sql::Writer& db, CohortId id, ClosingId closing);
void set_phases(const sql::Writer& db, CohortId id, const std::vector<Phase>& phases);
void set_goals(const sql::Writer& db, CohortId id, const std::vector<Goal>& goals);

}  // namespace fabnum::cohorts::store
