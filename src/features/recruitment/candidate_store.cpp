#include "features/recruitment/candidate_store.h"

#include <chrono>

#include "features/recruitment/meeting_store.h"
#include "platform/sql/where.h"

namespace fabnum::recruitment::store {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view columns = R"sql(
        SELECT c.id, c.site_id, c.cohort_id, c.given_name, c.family_name, c.mail, c.phone, c.birth_day, c.town,
               c.gender, c.level, c.registered, c.cej, c.until_thirty, c.source, c.referrer_id, c.came_at,
               c.changed_at, c.withdrawn_at, c.withdrawn_by, c.person_id, c.purged_at
          FROM recruitment_candidates c)sql";

Candidate candidate_from(sql::Row& row) {
    Candidate one;
    one.id = row.take<CandidateId>();
    one.site = row.take<SiteId>();
    one.cohort = row.take<cohorts::CohortId>();
    one.given_name = row.take<std::string>();
    one.family_name = row.take<std::string>();
    one.mail = row.take<std::optional<std::string>>();
    one.phone = row.take<std::optional<std::string>>();
    one.birth_day = row.take<std::optional<Day>>();
    one.town = row.take<std::string>();
    one.gender = value_in(genders, row.take<std::string>());
    one.level = value_in(levels, row.take<std::string>());
    one.registered = value_in(knowns, row.take<std::string>());
    one.cej = value_in(cejs, row.take<std::string>());
    one.until_thirty = row.take<bool>();
    one.source = value_in(sources, row.take<std::string>());
    one.referrer = row.take<ReferrerId>();
    one.came = row.take<Instant>();
    one.changed = row.take<Instant>();
    one.withdrawn = row.take<std::optional<Instant>>();
    if (const auto by = row.take<std::optional<std::string>>()) one.withdrawn_by = value_in(withdrawers, *by);
    one.person = row.take<PersonId>();
    one.purged = row.take<std::optional<Instant>>();
    return one;
}

Interview interview_from(sql::Row& row) {
    return Interview{.id = row.take<InterviewId>(),
                     .on = row.take<Day>(),
                     .starts = row.take<int>(),
                     .place = row.take<std::string>(),
                     .with = row.take<PersonId>(),
                     .state = value_in(talks, row.take<std::string>())};
}

Decision decision_from(sql::Row& row) {
    return Decision{.verdict = value_in(verdicts, row.take<std::string>()),
                    .reason = row.take<std::string>(),
                    .instead = row.take<std::string>(),
                    .cohort = row.take<cohorts::CohortId>(),
                    .by = row.take<PersonId>(),
                    .at = row.take<Instant>(),
                    .person = {}};
}

sql::Where where_of(const Which& which) {
    sql::Where where;
    if (which.one) where.add("c.id = $?", which.one);
    if (which.site) where.add("c.site_id = $?", which.site);
    if (which.cohort) where.add("c.cohort_id = $?", which.cohort);
    if (which.referrer) where.add("c.referrer_id = $?", which.referrer);
    if (which.meeting)
        where.add("c.id IN (SELECT candidate_id FROM recruitment_seats WHERE meeting_id = $?)",
                  which.meeting);
    if (!which.key.empty()) where.add("c.search_key LIKE $? ESCAPE '!'", sql::containing(which.key));
    if (which.named) where.add("c.purged_at IS NULL");
    return where;
}

}  // namespace

std::optional<Candidate> find(const sql::Reader& db, CandidateId id) {
    return db.one(candidate_from, {id}, std::string(columns) + " WHERE c.id = $1");
}

std::vector<Candidate> list(const sql::Reader& db, const Which& which) {
    const auto where = where_of(which);
    return db.all(candidate_from, where.values(),
                  std::string(columns) + where.text() + " ORDER BY c.came_at DESC, c.id DESC");
}

std::map<CandidateId, Story> stories(const sql::Reader& db, const Which& which) {
    std::map<CandidateId, Story> all;
    const auto where = where_of(which);
    db.each(
        [&](sql::Row& row) {
            Story& story = all[row.take<CandidateId>()];
            const auto status = value_in(attendances, row.take<std::string>());
            Seat seat{.meeting = meeting_from(row), .status = status};
            story.was_invited = true;
            story.came = story.came || status == Attendance::Came;
            if (!seat.meeting.called_off) story.seat = std::move(seat);
        },
        where.values(),
        "SELECT s.candidate_id, s.status, " + std::string(meeting_columns) + R"sql(
          FROM recruitment_seats s
          JOIN recruitment_meetings m ON m.id = s.meeting_id
          JOIN recruitment_candidates c ON c.id = s.candidate_id)sql" +
            where.text() + " ORDER BY m.on_day, m.starts_at, m.id");
    db.each(
        [&](sql::Row& row) {
            Story& story = all[row.take<CandidateId>()];
            story.interview = interview_from(row);
            story.was_interviewed = story.was_interviewed || story.interview->state == Talk::Held;
        },
        where.values(),
        R"sql(
        SELECT i.candidate_id, i.id, i.on_day, i.starts_at, i.place, i.with_person, i.state
          FROM recruitment_interviews i
          JOIN recruitment_candidates c ON c.id = i.candidate_id)sql" +
            where.text() + " ORDER BY i.id");
    db.each(
        [&](sql::Row& row) {
            Story& story = all[row.take<CandidateId>()];
            story.verdict = value_in(verdicts, row.take<std::string>());
            story.decided = row.take<Instant>();
            story.ended = story.decided;
        },
        where.values(),
        R"sql(
        SELECT d.candidate_id, d.verdict, d.decided_at
          FROM recruitment_decisions d
          JOIN recruitment_candidates c ON c.id = d.candidate_id)sql" +
            where.text() + " AND d.undone_at IS NULL ORDER BY d.id");
    return all;
}

std::optional<Candidate> same(const sql::Reader& db, SiteId site, std::string_view key,
                              const std::optional<Day>& birth_day) {
    return db.one(candidate_from, {site, key, birth_day}, std::string(columns) + R"sql(
         WHERE c.site_id = $1 AND c.search_key = $2 AND c.birth_day = $3 AND c.purged_at IS NULL
      ORDER BY c.id DESC
         LIMIT 1)sql");
}

std::vector<Seat> seats(const sql::Reader& db, CandidateId id) {
    return db.all(
        [](sql::Row& row) {
            const auto status = value_in(attendances, row.take<std::string>());
            return Seat{.meeting = meeting_from(row), .status = status};
        },
        {id}, "SELECT s.status, " + std::string(meeting_columns) + R"sql(
          FROM recruitment_seats s
          JOIN recruitment_meetings m ON m.id = s.meeting_id
         WHERE s.candidate_id = $1
      ORDER BY m.on_day, m.starts_at, m.id)sql");
}

std::vector<Interview> interviews(const sql::Reader& db, CandidateId id) {
    return db.all(interview_from, {id}, R"sql(
        SELECT id, on_day, starts_at, place, with_person, state
          FROM recruitment_interviews
         WHERE candidate_id = $1
      ORDER BY id)sql");
}

std::vector<Decision> decisions(const sql::Reader& db, CandidateId id) {
    return db.all(decision_from, {id}, R"sql(
        SELECT verdict, reason, instead, cohort_id, decided_by, decided_at
          FROM recruitment_decisions
         WHERE candidate_id = $1 AND undone_at IS NULL
      ORDER BY id)sql");
}

Answers answers(const sql::Reader& db, CandidateId id) {
    Answers found;
    db.each(
        [&](sql::Row& row) {
            const auto question = row.take<std::string>();
            found[question].push_back(row.take<std::string>());
        },
        {id}, R"sql(
        SELECT question, answer FROM recruitment_answers WHERE candidate_id = $1 ORDER BY question, answer)sql");
    return found;
}

std::vector<Reading> readings(const sql::Reader& db, CandidateId id, int most) {
    return db.all(
        [](sql::Row& row) { return Reading{.at = row.take<Instant>(), .reader = row.take<PersonId>()}; },
        {id, most}, R"sql(
        SELECT at, reader FROM recruitment_readings WHERE candidate_id = $1 ORDER BY at DESC, id DESC LIMIT $2)sql");
}

CandidateId insert(const sql::Writer& db, const Candidate& one, std::string_view key) {
    return db.insert<CandidateId>(
        {one.site, one.cohort, one.given_name, one.family_name, key, one.mail, one.phone, one.birth_day,
         one.town, word_in(genders, one.gender), word_in(levels, one.level), word_in(knowns, one.registered),
         word_in(cejs, one.cej), one.until_thirty, word_in(sources, one.source), one.referrer, one.came},
        R"sql(
        INSERT INTO recruitment_candidates (site_id, cohort_id, given_name, family_name, search_key, mail, phone,
                                            birth_day, town, gender, level, registered, cej, until_thirty, source,
                                            referrer_id, came_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)
     RETURNING id)sql");
}

void set_facts(const sql::Writer& db, const Candidate& one, std::string_view key, Instant at) {
    db.run({one.id, one.cohort, one.given_name, one.family_name, key, one.mail, one.phone, one.birth_day,
            one.town, word_in(genders, one.gender), word_in(levels, one.level),
            word_in(knowns, one.registered), word_in(cejs, one.cej), one.until_thirty, at},
           R"sql(
        UPDATE recruitment_candidates
           SET cohort_id = $2, given_name = $3, family_name = $4, search_key = $5, mail = $6, phone = $7,
               birth_day = $8, town = $9, gender = $10, level = $11, registered = $12, cej = $13, until_thirty = $14,
               changed_at = $15
         WHERE id = $1 AND purged_at IS NULL)sql");
}

void set_changed(const sql::Writer& db, CandidateId id, Instant at) {
    db.run({id, at}, "UPDATE recruitment_candidates SET changed_at = $2 WHERE id = $1");
}

void set_referrer(const sql::Writer& db, CandidateId id, ReferrerId referrer) {
    db.run({id, referrer}, "UPDATE recruitment_candidates SET referrer_id = $2 WHERE id = $1");
}

void set_answers(const sql::Writer& db, CandidateId id, std::string_view question,
                 const std::vector<std::string>& words) {
    db.run({id, question}, "DELETE FROM recruitment_answers WHERE candidate_id = $1 AND question = $2");
    for (const std::string& word : words)
        db.run({id, question, word}, R"sql(
        INSERT INTO recruitment_answers (candidate_id, question, answer) VALUES ($1, $2, $3)
            ON CONFLICT (candidate_id, question, answer) DO NOTHING)sql");
}

bool set_withdrawn(const sql::Writer& db, CandidateId id, By by, Instant at) {
    return db.run({id, word_in(withdrawers, by), at}, R"sql(
        UPDATE recruitment_candidates
           SET withdrawn_at = $3, withdrawn_by = $2, changed_at = $3
         WHERE id = $1 AND withdrawn_at IS NULL AND person_id IS NULL AND purged_at IS NULL)sql") == 1;
}

void undo_withdrawn(const sql::Writer& db, CandidateId id) {
    db.run({id}, "UPDATE recruitment_candidates SET withdrawn_at = NULL, withdrawn_by = NULL WHERE id = $1");
}

void set_person(const sql::Writer& db, CandidateId id, PersonId person) {
    db.run({id, person}, "UPDATE recruitment_candidates SET person_id = $2 WHERE id = $1");
}

void set_cohort(const sql::Writer& db, CandidateId id, cohorts::CohortId cohort) {
    db.run({id, cohort}, "UPDATE recruitment_candidates SET cohort_id = $2 WHERE id = $1");
}

InterviewId insert_interview(const sql::Writer& db, CandidateId id, const Interview& one, Instant at) {
    return db.insert<InterviewId>(
        {id, one.on, one.starts, one.place, one.with, word_in(talks, one.state), at},
        R"sql(
        INSERT INTO recruitment_interviews (candidate_id, on_day, starts_at, place, with_person, state, offered_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
     RETURNING id)sql");
}

bool set_talk(const sql::Writer& db, InterviewId id, Talk from, Talk to, Instant at) {
    return db.run({id, word_in(talks, from), word_in(talks, to), at}, R"sql(
        UPDATE recruitment_interviews SET state = $3, changed_at = $4 WHERE id = $1 AND state = $2)sql") == 1;
}

void insert_decision(const sql::Writer& db, CandidateId id, const Decision& one) {
    db.run({id, word_in(verdicts, one.verdict), one.reason, one.instead, one.cohort, one.by, one.at}, R"sql(
        INSERT INTO recruitment_decisions (candidate_id, verdict, reason, instead, cohort_id, decided_by, decided_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql");
}

void undo_decisions(const sql::Writer& db, CandidateId id, Instant at) {
    db.run({id, at}, R"sql(
        UPDATE recruitment_decisions SET undone_at = $2 WHERE candidate_id = $1 AND undone_at IS NULL)sql");
}

bool insert_reading(const sql::Writer& db, CandidateId id, const Act& act) {
    return db.run({id, act.at, act.by.person, word_of(act.by.role), act.at - 10min}, R"sql(
        INSERT INTO recruitment_readings (candidate_id, at, reader, role)
        SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS TEXT)
         WHERE NOT EXISTS (SELECT 1 FROM recruitment_readings
                            WHERE candidate_id = $1 AND reader = CAST($3 AS BIGINT) AND at > $5))sql") == 1;
}

void purge(const sql::Writer& db, CandidateId id, Instant at) {
    db.run({id}, "DELETE FROM recruitment_answers WHERE candidate_id = $1");
    db.run({id}, "DELETE FROM recruitment_readings WHERE candidate_id = $1");
    db.run({id}, "UPDATE recruitment_decisions SET instead = '' WHERE candidate_id = $1");
    db.run({id}, "UPDATE recruitment_interviews SET place = '' WHERE candidate_id = $1");
    db.run({id, at}, R"sql(
        UPDATE recruitment_candidates
           SET given_name = '', family_name = '', search_key = '', mail = NULL, phone = NULL, birth_day = NULL,
               town = '', until_thirty = 0, cej = 'unknown', registered = 'unknown', referrer_id = NULL,
               purged_at = $2
         WHERE id = $1 AND purged_at IS NULL)sql");
}

std::int64_t remove_readings(const sql::Writer& db, Instant before) {
    return db.run({before}, "DELETE FROM recruitment_readings WHERE at < $1");
}

}  // namespace fabnum::recruitment::store
