// PostgreSQL: connections for reading lent from a pool; one for writing behind a lane, and a lock in the
// database so that the writes of all servers come one after the other, as they do on SQLite.

#include <optional>
#include <random>
#include <thread>

#include "platform/log/log.h"
#include "platform/sql/lane.h"
#include "platform/sql/once.h"
#include "platform/sql/pool.h"
#include "platform/sql/postgres_session.h"
#include "platform/sql/session.h"

namespace fabnum::sql {

namespace {

using namespace std::chrono_literals;

constexpr auto patience_of_readers = 5s;
constexpr auto patience_of_writers = 15s;
constexpr int most_tries = 6;  // the first, and five more

constexpr std::string_view begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr std::string_view begin_writing =
    "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(5066541001)";

// 50 ms, 100, 200… and as much again at random, so that two servers do not meet at the same time again.
void pause_before_try(int tries) {
    static thread_local std::minstd_rand dice(std::random_device{}());
    const int shortest = 50 << (tries - 1);
    std::this_thread::sleep_for(
        std::chrono::milliseconds(std::uniform_int_distribution<int>(shortest, 2 * shortest)(dice)));
}

class PostgresDatabase : public Database {
 public:
    explicit PostgresDatabase(const Options& options)
        : address_(options.where),
          is_read_only_(options.read_only),
          readers_(options.readers, [this] { return connected(); }) {
        if (!is_read_only_) writer_ = connected();
        if (options.in_haste)
            writer_->script("SET synchronous_commit = off");
        else
            readers_.lease(patience_of_readers);  // says now, not later, that the address is wrong
    }

    Engine engine() const override { return Engine::Postgres; }

    void remember(std::string_view once, std::string_view location) override {
        in_transaction(patience_of_writers, most_tries, [&](PostgresSession& session) {
            note_location(session, once, location);
            return true;
        });
    }

    bool is_ready() override {
        try {
            in_transaction(1s, 2, [](PostgresSession& session) {
                write_a_trifle(session);
                return true;
            });
            return true;
        } catch (const Broken&) {
            return false;
        }
    }

 protected:
    void reading(const std::function<void(const Reader&)>& use) override {
        auto lease = readers_.lease(patience_of_readers);
        try {
            lease->script(begin_reading);
        } catch (const Lost&) {
            lease.discard();
            lease.replace();
            lease->script(begin_reading);
        }
        try {
            use(*reader_on(*lease));
        } catch (...) {
            end_reading(lease);
            throw;
        }
        end_reading(lease);
    }

    void writing(const Act& act, const std::function<bool(const Writer&)>& use) override {
        in_transaction(patience_of_writers, most_tries, [&](PostgresSession& session) {
            use_once_key(session, act);
            return use(*writer_on(session));
        });
    }

 private:
    std::unique_ptr<PostgresSession> connected() const {
        return std::make_unique<PostgresSession>(address_, PostgresSession::Use::Serving);
    }

    static void end_reading(Pool<PostgresSession>::Lease& lease) {
        lease->roll_back();
        if (lease->is_lost()) lease.discard();
    }

    void in_transaction(std::chrono::milliseconds patience, int tries,
                        const std::function<bool(PostgresSession&)>& work) {
        if (is_read_only_) throw Broken("the database was opened for reading only");
        if (!lane_.enter(patience)) throw Broken("the database is busy: the turn to write did not come");
        std::vector<std::function<void()>> afterwards;
        try {
            afterwards = tried(tries, work);
        } catch (...) {
            lane_.leave();
            throw;
        }
        lane_.leave();
        run_after_commit(afterwards);
    }

    std::vector<std::function<void()>> tried(int tries, const std::function<bool(PostgresSession&)>& work) {
        for (int n = 1;; ++n) {
            try {
                return tried_once(work);
            } catch (const Lost& lost) {
                if (n == tries) throw;
                log::warning("sql.connection_lost", {{"try", n}});
            } catch (const TryAgain& again) {
                if (n == tries) throw;
                log::warning("sql.try_again", {{"try", n}});
            }
            pause_before_try(n);
        }
    }

    std::vector<std::function<void()>> tried_once(const std::function<bool(PostgresSession&)>& work) {
        if (!writer_ || writer_->is_lost()) {
            writer_.reset();
            writer_ = connected();
        }
        try {
            writer_->script(begin_writing);
            const bool is_kept = work(*writer_);
            auto afterwards = writer_->take_after_commit();
            if (is_kept)
                writer_->commit();
            else
                writer_->roll_back();
            if (!is_kept) afterwards.clear();
            return afterwards;
        } catch (...) {
            writer_->take_after_commit();
            writer_->roll_back();
            throw;
        }
    }

    const std::string address_;
    const bool is_read_only_;
    Pool<PostgresSession> readers_;
    Lane lane_;
    std::unique_ptr<PostgresSession> writer_;  // touched only inside the lane
};

}  // namespace

std::unique_ptr<Database> open_postgres(const Options& options) {
    return std::make_unique<PostgresDatabase>(options);
}

std::unique_ptr<Session> connect_postgres(const std::string& address) {
    return std::make_unique<PostgresSession>(address, PostgresSession::Use::Migrating);
}

}  // namespace fabnum::sql
