#pragma once

// Monthly statements (états de présence): what the mission locale and the employer receive of a young
// person's month, in the mission locale's own words, and the adviser's countersignature.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/attendance/attendance.h"
#include "features/sites/sites.h"
#include "platform/sql/sql.h"

namespace fabnum::statements {

using StatementId = Id<struct StatementTag>;
inline constexpr std::string_view adviser_link = "statements";  // opens what waits for one adviser

// A month as it stands: week by week, and each absence with its reason.
struct Week {
    Day monday;
    attendance::Tally tally;
};
struct Month {
    Day first;
    attendance::Tally total;
    std::vector<Week> weeks;
    std::vector<attendance::Mark> told;   // what the mission locale reads with a reason
    std::vector<std::string> activities;  // titles of the sessions, once each
};
Month month_of(const sql::Reader& db, PersonId person, Day first);
Day first_of_month(Day day);
Day month_before(Day day);

struct Statement {
    StatementId id;
    PersonId person;
    cohorts::CohortId cohort;
    SiteId site;
    PersonId adviser;
    Day month;
    attendance::Tally total;
    Instant sent_at;
    std::optional<Instant> signed_at;
};

// One young person on a list: the team's of a cohort, or an adviser's own.
struct Row {
    people::Face face;
    cohorts::CohortId cohort;
    attendance::Tally total;  // of the month
    PersonId adviser;         // none yet
    std::optional<Statement> statement;
    int alerts = 0;  // half-days missed without news in the last four weeks
};
std::vector<Row> of_cohort(const sql::Reader& db, const cohorts::Cohort& cohort, Day month, Day today);
// Only those she follows; who missed most comes first.
std::vector<Row> followed_by(const sql::Reader& db, PersonId adviser, Day month, Day today);
std::vector<Statement> waiting_for(const sql::Reader& db, PersonId adviser);
std::optional<Statement> find(const sql::Reader& db, StatementId id);
// Staff of the site, or the adviser who follows them.
bool may_read(const sql::Reader& db, const Actor& actor, PersonId person, Day today);

Result<Done> follow(sql::Database& database, const Act& act, PersonId person, PersonId adviser, Day today);
// Those of a cohort's month who have an adviser and were not sent yet: a letter to each adviser. Answers how
// many.
Result<int> send(sql::Database& database, const Act& act, cohorts::CohortId cohort, Day month, Day today,
                 std::string_view public_address);
// Once: statements.signed_before.
Result<Done> countersign(sql::Database& database, const Act& act, StatementId id, PersonId adviser);

}  // namespace fabnum::statements
