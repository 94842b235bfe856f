#pragma once

// Rows of statements and of who follows whom.

#include "features/statements/statements.h"

namespace fabnum::statements::store {

struct Follower {
    PersonId person, adviser;
};
std::vector<Follower> followers_of(const sql::Reader& db, PersonId adviser);
std::vector<Follower> followers(const sql::Reader& db);
std::optional<PersonId> adviser_of(const sql::Reader& db, PersonId person);
void set_adviser(const sql::Writer& db, PersonId person, PersonId adviser, Day since);

std::optional<Statement> find(const sql::Reader& db, StatementId id);
std::vector<Statement> of_cohort(const sql::Reader& db, cohorts::CohortId cohort, Day month);
std::vector<Statement> of_adviser(const sql::Reader& db, PersonId adviser);
StatementId insert(const sql::Writer& db, const Statement& statement, std::string_view content, PersonId by);
bool sign(const sql::Writer& db, StatementId id, Instant at);

}  // namespace fabnum::statements::store
