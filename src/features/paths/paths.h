#pragma once

// Paths: the interviews of each young person from the first week to a year after, prepared from facts. What
// they agree on goes into the notebook.

#include <string>
#include <string_view>
#include <vector>

#include "features/notebook/notebook.h"
#include "features/paths/interview.h"
#include "platform/sql/sql.h"

namespace fabnum::paths {

// Reading, through the actor: the young person their own, coordinators and fabmanagers those of their site.
std::optional<Interview> visible_to(const sql::Reader& db, const Actor& actor, InterviewId id);
std::vector<Interview> interviews_of(const sql::Reader& db, const Actor& actor, PersonId person);
// The next one to speak of: an appointment, else what is due from a week ago on, else the last left open.
const Interview* next_of(const std::vector<Interview>& interviews, Day today);
// When the one before this was held; the beginning of the path otherwise.
Day since_last(const std::vector<Interview>& interviews, const Interview& here, Day beginning);

enum class Scope { Due, Coming, Held, All };  // due: until the end of next week, or late
inline constexpr std::pair<std::string_view, Scope> scopes[] = {
    {"a-tenir", Scope::Due}, {"a-venir", Scope::Coming}, {"tenus", Scope::Held}, {"tous", Scope::All}};
struct Filter {
    Scope scope = Scope::Due;
    int most = 200;
};
struct Row {
    Interview interview;
    people::Face face = {};
};
std::vector<Row> list(const sql::Reader& db, const Actor& actor, const Filter& filter, Day today);

// Gives their timeline to everybody of the cohorts that run or ended within a year; what is there stays.
// Joins the caller's transaction; answers how many interviews it made.
int plan_all(const sql::Writer& db, const Act& act, Day today);
// One more, between two of the template.
Result<InterviewId> add(sql::Database& database, const Act& act, PersonId person, Day due, Day today);

struct Meeting {
    Instant at = {};
    std::string place = {};
    PersonId with = {};
};
Result<Done> offer(sql::Database& database, const Act& act, InterviewId id, const Meeting& meeting);
Result<Done> answer(sql::Database& database, const Act& act, InterviewId id, bool agrees);
// Held, missed, dropped, reopened: by the team.
Result<Done> move(sql::Database& database, const Act& act, InterviewId id, Step step, Day today);

}  // namespace fabnum::paths
