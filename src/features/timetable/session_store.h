#pragma once

// Rows of work sessions and of those who lead them.

#include "features/timetable/timetable.h"

namespace fabnum::timetable::store {

std::optional<Session> find(const sql::Reader& db, SessionId id);
std::vector<Session> of_site(const sql::Reader& db, SiteId site, Day from, Day to);
std::vector<Session> of_cohort(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to);
std::vector<Session> of_day(const sql::Reader& db, Day day);  // of every site

SessionId insert(const sql::Writer& db, const Session& session);
void update(const sql::Writer& db, const Session& session);
void cancel(const sql::Writer& db, SessionId id, std::string_view reason);

}  // namespace fabnum::timetable::store
