#include "features/paths/interview_store.h"

#include "base/words.h"

namespace fabnum::paths::store {

namespace {

constexpr std::string_view columns =
    "SELECT id, person_id, cohort_id, site_id, kind, due_on, state, meets_at, place, with_whom, held_on"
    "  FROM path_interviews";

Interview interview_from(sql::Row& row) {
    Interview one;
    one.id = row.take<InterviewId>();
    one.person = row.take<PersonId>();
    one.cohort = row.take<cohorts::CohortId>();
    one.site = row.take<SiteId>();
    one.kind = value_in(kinds, row.take<std::string>());
    one.due = row.take<Day>();
    one.state = value_in(states, row.take<std::string>());
    one.meets = row.take<std::optional<Instant>>();
    one.place = row.take<std::string>();
    one.with = row.take<PersonId>();
    one.held = row.take<std::optional<Day>>();
    return one;
}

std::string_view condition(Scope scope) {
    switch (scope) {
        case Scope::Due: return " AND state IN ('planned', 'offered', 'agreed', 'missed') AND due_on < $2";
        case Scope::Coming:
            return " AND state IN ('planned', 'offered', 'agreed', 'missed') AND due_on >= $2";
        case Scope::Held: return " AND state = 'held' AND due_on <> $2";
        case Scope::All: return " AND due_on <> $2";
    }
    return {};
}

}  // namespace

std::optional<Interview> find(const sql::Reader& db, InterviewId id) {
    return db.one(interview_from, {id}, std::string(columns) + " WHERE id = $1");
}

std::vector<Interview> of_person(const sql::Reader& db, PersonId person) {
    return db.all(interview_from, {person},
                  std::string(columns) + " WHERE person_id = $1 ORDER BY due_on, id");
}

std::vector<Interview> of_site(const sql::Reader& db, SiteId site, const Filter& filter, Day today) {
    // Until the Sunday of next week; the other scopes bind a day that no row has.
    const bool by_day = filter.scope == Scope::Due || filter.scope == Scope::Coming;
    const sql::Value limit = by_day ? sql::Value(monday_of(today) + 14) : sql::Value("");
    return db.all(interview_from, {site, limit, filter.most},
                  std::string(columns) + " WHERE site_id = $1" + std::string(condition(filter.scope)) +
                      (filter.scope == Scope::Held ? " ORDER BY due_on DESC, id LIMIT $3"
                                                   : " ORDER BY due_on, id LIMIT $3"));
}

bool insert(const sql::Writer& db, const Interview& one) {
    return db.run({one.person, one.cohort, one.site, word_of(one.kind), one.due, word_of(one.state)}, R"sql(
        INSERT INTO path_interviews (person_id, cohort_id, site_id, kind, due_on, state)
        VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING)sql") == 1;
}

InterviewId insert_extra(const sql::Writer& db, const Interview& one) {
    return db.insert<InterviewId>(
        {one.person, one.cohort, one.site, word_of(one.kind), one.due, word_of(one.state)}, R"sql(
        INSERT INTO path_interviews (person_id, cohort_id, site_id, kind, due_on, state)
        VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING id)sql");
}

bool advance(const sql::Writer& db, InterviewId id, State from, State to, std::optional<Day> held) {
    return db.run({id, word_of(from), word_of(to), held}, R"sql(
        UPDATE path_interviews SET state = $3, held_on = $4 WHERE id = $1 AND state = $2)sql") == 1;
}

void set_meeting(const sql::Writer& db, InterviewId id, const Meeting& meeting) {
    db.run({id, meeting.at, meeting.place, meeting.with}, R"sql(
        UPDATE path_interviews SET meets_at = $2, place = $3, with_whom = $4 WHERE id = $1)sql");
}

}  // namespace fabnum::paths::store
