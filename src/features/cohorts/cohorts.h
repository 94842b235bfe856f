#pragma once

// Cohorts (promotions): up to twelve young people who learn and make together for six months on one site.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/result.h"
#include "features/cohorts/programme.h"
#include "features/people/people.h"
#include "platform/sql/sql.h"

namespace fabnum::cohorts {

using CohortId = Id<struct CohortTag>;

struct Cohort {
    CohortId id;
    SiteId site;
    std::string name;  // "Promo 3"
    Day starts, ends;  // both included
    int seats = 12;
    int weekly_hours = 24;
};

// The week of the cohort that `today` is in: 1 for the first; 0 before it starts; at most its last.
int week_of(const Cohort& cohort, Day today);
int weeks_in(const Cohort& cohort);
bool is_running(const Cohort& cohort, Day today);

// Lists. A site none: every site.
enum class Moment { Running, Coming, Over };
inline constexpr std::pair<std::string_view, Moment> moments[] = {
    {"running", Moment::Running}, {"coming", Moment::Coming}, {"over", Moment::Over}};
Moment moment_of(const Cohort& cohort, Day today);
struct Filter {
    SiteId site = {};
    std::optional<Moment> moment = {};
    std::string words = {};
};
struct Row {
    Cohort cohort;
    std::string site;
    int members = 0;
};

struct Member {
    people::Face face;
    Day joined;
    std::optional<Day> left;  // before the end
};

std::optional<Cohort> find(const sql::Reader& db, CohortId id);
std::map<CohortId, Cohort> found(const sql::Reader& db, const std::vector<CohortId>& ids);
std::vector<Cohort> of_site(const sql::Reader& db, SiteId site);  // the latest first
std::optional<Cohort> running(const sql::Reader& db, SiteId site, Day today);
std::optional<Cohort> of_person(const sql::Reader& db, PersonId person,
                                Day today);  // the one they are in now
// The one they are in now, or else the next they join.
std::optional<Cohort> now_or_ahead(const sql::Reader& db, PersonId person, Day today);
std::vector<Member> members(const sql::Reader& db, CohortId id);
std::vector<people::Face> present_members(const sql::Reader& db, CohortId id, Day today);
bool is_member(const sql::Reader& db, CohortId id, PersonId person, Day today);
// Who was in these cohorts, from when, and until when for those who left before the end.
struct Membership {
    CohortId cohort;
    PersonId person;
    Day joined;
    std::optional<Day> left;
};
std::vector<Membership> memberships(const sql::Reader& db, const std::vector<CohortId>& cohorts);
std::vector<Row> list(const sql::Reader& db, const Filter& filter, Day today);  // the latest first

// The programme. Whoever needs several answers takes the whole of it, and asks it (programme.h).
Programme programme(const sql::Reader& db, CohortId id);
std::vector<Slot> week_slots(const sql::Reader& db, CohortId id);
bool is_closed(const sql::Reader& db, CohortId id, Day day);
int due_minutes(const sql::Reader& db, CohortId id, Day from, Day to);
// Young people of the site who are in no cohort that shares a day with this one.
std::vector<people::Face> free_to_join(const sql::Reader& db, const Cohort& cohort, Day today);

// Verbs, each one transaction and its journal line. Coordinator of the site, or administrator.
Result<CohortId> start(sql::Database& database, const Act& act, const Cohort& cohort);  // from the template
Result<Done> change(sql::Database& database, const Act& act, const Cohort& changed);    // name, dates, seats
Result<Done> set_week(sql::Database& database, const Act& act, CohortId id, const std::vector<Slot>& week);
Result<Done> close_days(sql::Database& database, const Act& act, CohortId id, const Closing& closing);
Result<Done> reopen_days(sql::Database& database, const Act& act, CohortId id, ClosingId closing);
Result<Done> set_phases(sql::Database& database, const Act& act, CohortId id,
                        const std::vector<Phase>& phases);
Result<Done> set_goals(sql::Database& database, const Act& act, CohortId id, const std::vector<Goal>& goals);
// A whole cohort in one act: all of them, or none and why.
Result<Done> enrol_all(sql::Database& database, const Act& act, CohortId id,
                       const std::vector<PersonId>& people, Day joined);

// Join the caller's transaction. `open` gives no programme.
CohortId open(const sql::Writer& db, const Cohort& cohort);
void enrol(const sql::Writer& db, CohortId id, PersonId person, Day joined);
// Before the end of the cohort; none: they stay to the end after all.
void note_leaving(const sql::Writer& db, CohortId id, PersonId person, std::optional<Day> left);

}  // namespace fabnum::cohorts
