#pragma once

// Rows of every table that holds something about a person: the only place besides the reports that looks
// across rooms.

#include "features/privacy/privacy.h"

namespace fabnum::privacy::store {

std::vector<Part> parts_of(const sql::Reader& db, PersonId whose);
void forget(const sql::Writer& db, PersonId whose, bool keeps_proofs, Instant at);
bool is_erased(const sql::Reader& db, PersonId whose);
// The day until which they are in a cohort, if today is not after it.
std::optional<Day> in_a_cohort_until(const sql::Reader& db, PersonId whose, Day today);
std::optional<Instant> last_sign_in(const sql::Reader& db, PersonId whose);
std::optional<Day> last_cohort_day(const sql::Reader& db, PersonId whose);
struct Last {
    PersonId person;
    Day contact;
};
// Former young people who are not erased, whose last contact was on that day or before.
std::vector<Last> last_seen_by(const sql::Reader& db, SiteId site, Day until);

}  // namespace fabnum::privacy::store
