#pragma once

// Rows of cohorts and of their members.

#include "features/cohorts/cohorts.h"

namespace fabnum::cohorts::store {

std::optional<Cohort> find(const sql::Reader& db, CohortId id);
std::vector<Cohort> of_site(const sql::Reader& db, SiteId site);
std::optional<Cohort> running(const sql::Reader& db, SiteId site, Day today);
std::optional<Cohort> of_person(const sql::Reader& db, PersonId person, Day today);

struct MemberRow {
    PersonId person;
    Day joined;
    std::optional<Day> left;
};
std::vector<MemberRow> members(const sql::Reader& db, CohortId id);
Result6Months result_of(const sql::Reader& db, CohortId id);

CohortId insert(const sql::Writer& db, const Cohort& cohort);
void insert_member(const sql::Writer& db, CohortId id, PersonId person, Day joined);
void set_way_out(const sql::Writer& db, CohortId id, PersonId person, const WayOut& way);

}  // namespace fabnum::cohorts::store
