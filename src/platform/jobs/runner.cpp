#include "platform/jobs/runner.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "base/text.h"
#include "platform/jobs/bell.h"
#include "platform/jobs/lease.h"
#include "platform/jobs/repeats.h"
#include "platform/log/log.h"
#include "platform/metrics/metrics.h"

namespace fabnum::jobs {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t longest_error = 500;
// A job that another server enqueued rings no bell here.
constexpr std::chrono::milliseconds longest_pause = 5s;
constexpr std::chrono::milliseconds pause_after_trouble = 5s;

std::string told(const std::exception& error) {
    const std::string_view text = error.what();
    return is_utf8(text) ? shortened(text, longest_error) : "an error that is not text";
}

}  // namespace

struct Runner::Inside {
    Inside(sql::Database& its_database, const clock::Clock& its_clock)
        : database(its_database), clock(its_clock) {}

    std::vector<std::string> kinds() const {
        std::vector<std::string> names;
        for (const auto& [kind, handler] : handlers) names.push_back(kind);
        return names;
    }

    // One job, if one is due.
    bool run_one() {
        const auto job = take_next(database, kinds(), clock.now());
        if (!job) return false;
        keep_meanwhile(*job);
        std::string error;
        try {
            handlers.at(job->kind)(*job);
        } catch (const std::exception& thrown) {
            error = told(thrown);
            if (error.empty()) error = "no words";
        }
        keep_no_longer(*job);
        end(*job, error);
        return true;
    }

    void end(const Job& job, const std::string& error) {
        if (error.empty()) {
            finish(database, job, clock.now());
            metrics::count("fabnum_jobs_total", {{"kind", job.kind}, {"outcome", "done"}});
            return;
        }
        const bool comes_again = fail(database, job, error, clock.now());
        metrics::count("fabnum_jobs_total",
                       {{"kind", job.kind}, {"outcome", comes_again ? "later" : "failed"}});
        // The error's own words may name a person: they stay in the database.
        log::warning(comes_again ? "jobs.later" : "jobs.failed",
                     {{"kind", job.kind}, {"id", job.id.value}, {"attempts", job.attempts}});
    }

    void work() {
        while (!is_stopping) {
            const std::uint64_t heard = Bell::of_program().rung();
            std::chrono::milliseconds pause = pause_after_trouble;
            try {
                const auto soonest = begin_due(database, repeats, clock.now());
                if (run_one()) continue;
                pause = pause_until(soonest, next_due(database, kinds()));
            } catch (const std::exception& error) {
                log::error("jobs.trouble", {{"error", told(error)}});
            }
            if (!is_stopping) Bell::of_program().wait(heard, pause);
        }
    }

    std::chrono::milliseconds pause_until(std::optional<Instant> one, std::optional<Instant> other) const {
        auto pause = longest_pause;
        for (const auto& at : {one, other})
            if (at) pause = std::min(pause, std::chrono::ceil<std::chrono::milliseconds>(*at - clock.now()));
        return std::max(pause, 1ms);
    }

    void keep_meanwhile(const Job& job) {
        const std::lock_guard lock(mutex);
        running.emplace(job.id.value, job);
    }
    void keep_no_longer(const Job& job) {
        const std::lock_guard lock(mutex);
        running.erase(job.id.value);
    }

    // Renews the leases of what runs, well before they end.
    void renew(const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
            stopped.wait_for(lock, stop, lease_renewal, [] { return false; });
            const auto now_running = running;
            lock.unlock();
            for (const auto& [id, job] : now_running) {
                try {
                    keep(database, job, clock.now());
                } catch (const std::exception& error) {
                    log::error("jobs.trouble", {{"error", told(error)}});
                }
            }
            lock.lock();
        }
    }

    sql::Database& database;
    const clock::Clock& clock;
    std::map<std::string, Handler> handlers;
    std::vector<Repeat> repeats;

    std::atomic<bool> is_stopping = false;
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::map<std::int64_t, Job> running;
    std::vector<std::jthread> threads;
};

Runner::Runner(sql::Database& database, const clock::Clock& clock)
    : inside_(std::make_unique<Inside>(database, clock)) {}

Runner::~Runner() {
    stop();
}

void Runner::on(std::string kind, Handler handler) {
    inside_->handlers.insert_or_assign(std::move(kind), std::move(handler));
}

void Runner::every(std::string name, Every when, Handler handler) {
    inside_->repeats.push_back({.name = name, .when = std::move(when)});
    on(std::move(name), std::move(handler));
}

void Runner::start(int threads) {
    if (inside_->database.engine() == sql::Engine::Sqlite)
        take_over_all(inside_->database, inside_->clock.now());
    inside_->is_stopping = false;
    for (int i = 0; i < threads; ++i) inside_->threads.emplace_back([this] { inside_->work(); });
    inside_->threads.emplace_back([this](const std::stop_token& stop) { inside_->renew(stop); });
}

void Runner::stop() {
    inside_->is_stopping = true;
    Bell::of_program().ring();
    inside_->threads.clear();  // asks each to stop, and waits for it
}

int Runner::run_due() {
    begin_due(inside_->database, inside_->repeats, inside_->clock.now());
    int ran = 0;
    while (inside_->run_one()) ++ran;
    return ran;
}

}  // namespace fabnum::jobs
