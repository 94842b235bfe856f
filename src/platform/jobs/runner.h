#pragma once

// Runner: one or two threads that do the jobs as they come due, woken when one is enqueued. Several servers
// on one PostgreSQL share the jobs: each is taken by one of them, for a while (a lease) that its server
// renews; when a server dies, another takes its jobs over.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/clock/clock.h"
#include "platform/jobs/jobs.h"
#include "platform/sql/sql.h"

namespace fabnum::jobs {

// When repeated work comes: each so often, or each day at a wall clock's time.
struct Every {
    std::chrono::seconds period{};
    int daily_minutes = -1;  // since midnight; 3 * 60 + 30 is half past three at night
    std::string zone = "Europe/Paris";

    static Every so_often(std::chrono::seconds period) { return {.period = period}; }
    static Every day_at(int hour, int minute) { return {.daily_minutes = hour * 60 + minute}; }
};

class Runner {
 public:
    using Handler = std::function<void(const Job&)>;  // an exception: try again later

    // `database` and `clock` live longer than the runner.
    Runner(sql::Database& database, const clock::Clock& clock);
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    // Said before start().
    void on(std::string kind, Handler handler);
    // The work is a job of kind `name`, enqueued once each time whichever server is there, never while the
    // last one still waits or runs.
    void every(std::string name, Every when, Handler handler);

    void start(int threads = 2);
    // Finishes what runs, takes nothing new.
    void stop();

    // Does here and now all that is due; answers how many jobs ran. For tests and the command line.
    int run_due();

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace fabnum::jobs
