#pragma once

// The timetable of a site: its work sessions, planned one by one or week after week.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/timetable/session.h"
#include "platform/sql/sql.h"

namespace fabnum::timetable {

// Reading, in the order of time.
std::optional<Session> find(const sql::Reader& db, SessionId id);
std::vector<Session> of_site(const sql::Reader& db, SiteId site, Day from, Day to);
// Those that take place, of one cohort.
std::vector<Session> of_cohort(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to);

// What stands against each of the sessions to plan: one entry per doubt, with its day.
std::vector<Refusal> doubts_about(const sql::Reader& db, const std::vector<Session>& planned);

// The same session every week, `weeks` times.
std::vector<Session> repeated(const Session& first, int weeks);

// Plans them all, or none: with doubts and no reason to keep them, timetable.doubtful.
Result<SessionId> plan(sql::Database& database, const Act& act, std::vector<Session> sessions,
                       std::string_view because);
// The same, in the transaction of whoever plans more with it.
Result<std::vector<SessionId>> plan_within(const sql::Writer& db, const Act& act,
                                           const std::vector<Session>& sessions, std::string_view because);
Result<Done> change(sql::Database& database, const Act& act, Session session, std::string_view because);
Result<Done> cancel(sql::Database& database, const Act& act, SessionId id, std::string_view reason);

}  // namespace fabnum::timetable
