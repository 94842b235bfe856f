#include "features/statements/statement_store.h"

namespace fabnum::statements::store {

namespace {

Follower follower_from(sql::Row& row) {
    return {.person = row.take<PersonId>(), .adviser = row.take<PersonId>()};
}

Statement statement_from(sql::Row& row) {
    Statement one;
    one.id = row.take<StatementId>();
    one.person = row.take<PersonId>();
    one.cohort = row.take<cohorts::CohortId>();
    one.site = row.take<SiteId>();
    one.adviser = row.take<PersonId>();
    one.month = row.take<Day>();
    one.total.due = row.take<int>();
    one.total.done = row.take<int>();
    one.total.absences = row.take<int>();
    one.sent_at = row.take<Instant>();
    one.signed_at = row.take<std::optional<Instant>>();
    return one;
}
const std::string columns =
    "SELECT id, person_id, cohort_id, site_id, adviser_id, month, due, done, absences, sent_at, signed_at "
    "FROM statements";

}  // namespace

std::vector<Follower> followers_of(const sql::Reader& db, PersonId adviser) {
    return db.all(
        follower_from, {adviser},
        "SELECT person_id, adviser_id FROM statement_followers WHERE adviser_id = $1 ORDER BY person_id");
}

std::vector<Follower> followers(const sql::Reader& db) {
    return db.all(follower_from, {},
                  "SELECT person_id, adviser_id FROM statement_followers ORDER BY person_id");
}

std::optional<PersonId> adviser_of(const sql::Reader& db, PersonId person) {
    return db.one([](sql::Row& row) { return row.take<PersonId>(); }, {person},
                  "SELECT adviser_id FROM statement_followers WHERE person_id = $1");
}

void set_adviser(const sql::Writer& db, PersonId person, PersonId adviser, Day since) {
    db.run({person, adviser, since}, R"sql(
        INSERT INTO statement_followers (person_id, adviser_id, since) VALUES ($1, $2, $3)
            ON CONFLICT (person_id) DO UPDATE SET adviser_id = $2, since = $3)sql");
}

std::optional<Statement> find(const sql::Reader& db, StatementId id) {
    return db.one(statement_from, {id}, columns + " WHERE id = $1");
}

std::vector<Statement> of_cohort(const sql::Reader& db, cohorts::CohortId cohort, Day month) {
    return db.all(statement_from, {cohort, month},
                  columns + " WHERE cohort_id = $1 AND month = $2 ORDER BY id");
}

std::vector<Statement> of_adviser(const sql::Reader& db, PersonId adviser) {
    return db.all(statement_from, {adviser},
                  columns + " WHERE adviser_id = $1 ORDER BY month DESC, id LIMIT 500");
}

StatementId insert(const sql::Writer& db, const Statement& s, std::string_view content, PersonId by) {
    return db.insert<StatementId>({s.person, s.cohort, s.site, s.adviser, s.month, s.total.due, s.total.done,
                                   s.total.absences, content, s.sent_at, by},
                                  R"sql(
        INSERT INTO statements (person_id, cohort_id, site_id, adviser_id, month, due, done, absences, content,
                                sent_at, sent_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     RETURNING id)sql");
}

bool sign(const sql::Writer& db, StatementId id, Instant at) {
    return db.run({id, at}, "UPDATE statements SET signed_at = $2 WHERE id = $1 AND signed_at IS NULL") == 1;
}

}  // namespace fabnum::statements::store
