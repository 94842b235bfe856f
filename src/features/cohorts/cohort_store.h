#pragma once

// Rows of cohorts and of their members.

#include "features/cohorts/cohorts.h"

namespace fabnum::cohorts::store {

std::optional<Cohort> find(const sql::Reader& db, CohortId id);
std::vector<Row> list(const sql::Reader& db, const Filter& filter, Day today);
std::vector<Cohort> with_ids(const sql::Reader& db, const std::vector<CohortId>& ids);
std::vector<Cohort> of_site(const sql::Reader& db, SiteId site);
std::optional<Cohort> running(const sql::Reader& db, SiteId site, Day today);
std::optional<Cohort> of_person(const sql::Reader& db, PersonId person, Day today);

struct MemberRow {
    PersonId person;
    Day joined;
    std::optional<Day> left;
};
std::optional<Cohort> now_or_ahead(const sql::Reader& db, PersonId person, Day today);
std::vector<MemberRow> members(const sql::Reader& db, CohortId id);
// Members of a cohort that shares a day with these.
std::vector<PersonId> busy(const sql::Reader& db, SiteId site, Day from, Day to);
std::optional<Cohort> sharing_a_day(const sql::Reader& db, PersonId person, Day from, Day to);
std::vector<Membership> memberships(const sql::Reader& db, const std::vector<CohortId>& cohorts);

CohortId insert(const sql::Writer& db, const Cohort& cohort);
void change(const sql::Writer& db, const Cohort& cohort);
void insert_member(const sql::Writer& db, CohortId id, PersonId person, Day joined);
void set_left(const sql::Writer& db, CohortId id, PersonId person, std::optional<Day> left);

}  // namespace fabnum::cohorts::store
