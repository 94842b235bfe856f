#pragma once

// Work to do later: kept in the database, so that it survives a crash; tried again when it fails; seen on a
// page. Enqueued in the transaction that wants it done: undone with it.
//
//     jobs::enqueue(db, {.kind = "orders.thank", .payload = …}, act.at);
//     runner.on("orders.thank", [&](const jobs::Job& job) { … });
//
// A handler may run twice for one job (a crash just before its end was written): it does not mind.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "platform/sql/sql.h"

namespace fabnum::jobs {

using JobId = Id<struct JobTag>;

enum class State { Waiting, Running, Done, Failed };
std::string_view word_of(State state);  // "waiting"…
std::optional<State> state_from_word(std::string_view word);

struct Job {
    JobId id = {};
    std::string kind;     // "orders.thank"
    std::string payload;  // JSON
    State state = State::Waiting;
    Instant run_at = {};
    int attempts = 0;  // this one included, while it runs
    std::string last_error;
    SiteId site = {};
    Instant created_at = {};
    std::optional<Instant> finished_at;
};

struct NewJob {
    std::string kind;
    std::string payload = "{}";
    std::optional<Instant> run_at = {};  // none: at once
    SiteId site = {};
};
JobId enqueue(const sql::Writer& db, const NewJob& job, Instant now);

// After a failure, the next try comes later each time; after the last one the job has failed.
std::optional<Instant> next_try(int attempts, Instant now);

struct Filter {
    std::string kind = "";
    std::optional<State> state = {};
    SiteId site = {};
};
// The latest first.
std::vector<Job> list(const sql::Reader& db, const Filter& filter, int most = 50, int skip = 0);
std::int64_t count(const sql::Reader& db, const Filter& filter);
std::optional<Job> find(const sql::Reader& db, JobId id);

// By hand: a failed or waiting job now. False: it runs, or it is done.
bool try_again(const sql::Writer& db, JobId id, Instant now);
// By hand: a waiting job never. False: it was no longer waiting.
bool give_up(const sql::Writer& db, JobId id, Instant now);
// What is finished since before `before` is kept no longer. Answers how many.
std::int64_t forget_finished(const sql::Writer& db, Instant before);

}  // namespace fabnum::jobs
