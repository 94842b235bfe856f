#include "platform/jobs/lease.h"

#include "platform/jobs/job_rows.h"
#include "platform/sql/where.h"

namespace fabnum::jobs {

namespace {

Act act_at(Instant now) {
    return {.by = {.role = Role::System}, .at = now, .once = {}};
}

void only(sql::Where& where, const std::vector<std::string>& kinds) {
    std::string names;
    for (const auto& kind : kinds) names += (names.empty() ? "" : ", ") + where.next(kind);
    where.add("kind IN (" + names + ")");
}

std::optional<Job> due(const sql::Reader& db, const std::vector<std::string>& kinds, Instant now) {
    sql::Where where;
    where.add("((state = 'waiting' AND run_at <= $?) OR (state = 'running' AND lease_until <= $?))", now);
    only(where, kinds);
    return db.one(job_from, where.values(),
                  std::string(select_job) + where.text() + " ORDER BY run_at, id LIMIT 1");
}

}  // namespace

std::optional<Job> take_next(sql::Database& database, const std::vector<std::string>& kinds, Instant now) {
    if (kinds.empty()) return std::nullopt;
    if (!database.read([&](const sql::Reader& db) { return due(db, kinds, now); })) return std::nullopt;
    const auto taken = database.write(act_at(now), [&](const sql::Writer& db) -> Result<std::optional<Job>> {
        auto job = due(db, kinds, now);
        if (!job) return job;
        // It ran out of its lease on its last try: its server stopped each time.
        const bool is_hopeless = job->state == State::Running && !next_try(job->attempts, now);
        if (is_hopeless) {
            db.run({job->id, now}, R"sql(
                UPDATE jobs
                   SET state = 'failed', lease_until = NULL, finished_at = $2,
                       last_error = 'the server stopped while it ran'
                 WHERE id = $1)sql");
            return std::optional<Job>();
        }
        ++job->attempts;
        job->state = State::Running;
        db.run({job->id, job->attempts, now + lease_length}, R"sql(
            UPDATE jobs
               SET state = 'running', attempts = $2, lease_until = $3
             WHERE id = $1)sql");
        return job;
    });
    return *taken;
}

std::optional<Instant> next_due(sql::Database& database, const std::vector<std::string>& kinds) {
    if (kinds.empty()) return std::nullopt;
    sql::Where where;
    where.add("state = $?", word_of(State::Waiting));
    only(where, kinds);
    return database.read([&](const sql::Reader& db) {
        return db.value<std::optional<Instant>>(where.values(),
                                                "SELECT min(run_at) FROM jobs" + where.text());
    });
}

void keep(sql::Database& database, const Job& job, Instant now) {
    static_cast<void>(database.write(act_at(now), [&](const sql::Writer& db) -> Result<Done> {
        db.run({job.id, job.attempts, now + lease_length}, R"sql(
            UPDATE jobs
               SET lease_until = $3
             WHERE id = $1 AND attempts = $2 AND state = 'running')sql");
        return Done{};
    }));
}

void finish(sql::Database& database, const Job& job, Instant now) {
    static_cast<void>(database.write(act_at(now), [&](const sql::Writer& db) -> Result<Done> {
        db.run({job.id, job.attempts, now}, R"sql(
            UPDATE jobs
               SET state = 'done', lease_until = NULL, last_error = '', finished_at = $3
             WHERE id = $1 AND attempts = $2 AND state = 'running')sql");
        return Done{};
    }));
}

bool fail(sql::Database& database, const Job& job, std::string_view error, Instant now) {
    const auto again = next_try(job.attempts, now);
    static_cast<void>(database.write(act_at(now), [&](const sql::Writer& db) -> Result<Done> {
        if (again) {
            db.run({job.id, job.attempts, error, *again}, R"sql(
                UPDATE jobs
                   SET state = 'waiting', last_error = $3, run_at = $4, lease_until = NULL
                 WHERE id = $1 AND attempts = $2 AND state = 'running')sql");
        } else {
            db.run({job.id, job.attempts, error, now}, R"sql(
                UPDATE jobs
                   SET state = 'failed', last_error = $3, finished_at = $4, lease_until = NULL
                 WHERE id = $1 AND attempts = $2 AND state = 'running')sql");
        }
        return Done{};
    }));
    return again.has_value();
}

void take_over_all(sql::Database& database, Instant now) {
    static_cast<void>(database.write(act_at(now), [&](const sql::Writer& db) -> Result<Done> {
        db.run({now}, "UPDATE jobs SET lease_until = $1 WHERE state = 'running'");
        return Done{};
    }));
}

}  // namespace fabnum::jobs
