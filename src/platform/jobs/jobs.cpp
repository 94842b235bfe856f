#include "platform/jobs/jobs.h"

#include <iterator>
#include <stdexcept>

#include "platform/jobs/bell.h"
#include "platform/jobs/job_rows.h"
#include "platform/sql/where.h"

namespace fabnum::jobs {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::minutes delays[] = {1min, 5min, 30min, 2h, 12h};

struct StateWord {
    State state;
    std::string_view word;
};
constexpr StateWord state_words[] = {{State::Waiting, "waiting"},
                                     {State::Running, "running"},
                                     {State::Done, "done"},
                                     {State::Failed, "failed"}};

sql::Where where(const Filter& filter) {
    sql::Where where;
    if (!filter.kind.empty()) where.add("kind = $?", filter.kind);
    if (filter.state) where.add("state = $?", word_of(*filter.state));
    if (filter.site) where.add("site_id = $?", filter.site);
    return where;
}

}  // namespace

std::string_view word_of(State state) {
    for (const auto& [known, word] : state_words)
        if (known == state) return word;
    throw std::logic_error("a state without a word");
}

std::optional<State> state_from_word(std::string_view word) {
    for (const auto& [state, known] : state_words)
        if (known == word) return state;
    return std::nullopt;
}

Job job_from(sql::Row& row) {
    Job job;
    job.id = row.take<JobId>();
    job.kind = row.take<std::string>();
    job.payload = row.take<std::string>();
    job.state = state_from_word(row.take<std::string>()).value();
    job.run_at = row.take<Instant>();
    job.attempts = row.take<int>();
    job.last_error = row.take<std::string>();
    job.site = row.take<SiteId>();
    job.created_at = row.take<Instant>();
    job.finished_at = row.take<std::optional<Instant>>();
    return job;
}

JobId enqueue(const sql::Writer& db, const NewJob& job, Instant now) {
    const auto id = db.insert<JobId>({job.kind, job.payload, job.run_at.value_or(now), job.site, now}, R"sql(
        INSERT INTO jobs (kind, payload, state, run_at, attempts, last_error, site_id, created_at)
        VALUES ($1, $2, 'waiting', $3, 0, '', $4, $5)
        RETURNING id)sql");
    db.after_commit([] { Bell::of_program().ring(); });
    return id;
}

std::optional<Instant> next_try(int attempts, Instant now) {
    if (attempts < 1 || attempts > static_cast<int>(std::size(delays))) return std::nullopt;
    return now + delays[attempts - 1];
}

std::vector<Job> list(const sql::Reader& db, const Filter& filter, int most, int skip) {
    auto chosen = where(filter);
    const std::string size = chosen.next(most), start = chosen.next(skip);
    return db.all(
        job_from, chosen.values(),
        std::string(select_job) + chosen.text() + " ORDER BY id DESC LIMIT " + size + " OFFSET " + start);
}

std::int64_t count(const sql::Reader& db, const Filter& filter) {
    const auto chosen = where(filter);
    return db.value<std::int64_t>(chosen.values(), "SELECT count(*) FROM jobs" + chosen.text());
}

std::optional<Job> find(const sql::Reader& db, JobId id) {
    return db.one(job_from, {id}, std::string(select_job) + " WHERE id = $1");
}

bool try_again(const sql::Writer& db, JobId id, Instant now) {
    const auto changed = db.run({id, now}, R"sql(
        UPDATE jobs
           SET state = 'waiting', run_at = $2, attempts = 0, finished_at = NULL
         WHERE id = $1 AND state IN ('waiting', 'failed'))sql");
    db.after_commit([] { Bell::of_program().ring(); });
    return changed == 1;
}

bool give_up(const sql::Writer& db, JobId id, Instant now) {
    return db.run({id, now}, R"sql(
        UPDATE jobs
           SET state = 'failed', finished_at = $2
         WHERE id = $1 AND state = 'waiting')sql") == 1;
}

std::int64_t forget_finished(const sql::Writer& db, Instant before) {
    return db.run({before}, "DELETE FROM jobs WHERE state IN ('done', 'failed') AND finished_at < $1");
}

}  // namespace fabnum::jobs
