// SQLite: connections for reading lent from a pool; one for writing behind a lane, which alone moves the log
// into the file. Writers who queue share one commit: each has its savepoint, and each is answered only when
// the common commit is on disk.

#include <cerrno>
#include <exception>
#include <future>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "platform/log/log.h"
#include "platform/sql/file_lock.h"
#include "platform/sql/lane.h"
#include "platform/sql/once.h"
#include "platform/sql/pool.h"
#include "platform/sql/session.h"
#include "platform/sql/sqlite_session.h"

namespace fabnum::sql {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto patience_of_readers = 5s;
constexpr auto patience_of_writers = 15s;
constexpr int most_in_one_commit = 64;
constexpr auto longest_before_commit = 5ms;

// The commit that several writes share. An empty text: it is on disk; otherwise why it is not.
struct Commit {
    std::promise<std::string> outcome;
    std::shared_future<std::string> told = outcome.get_future().share();
    Clock::time_point began = Clock::now();
    int writes = 0;
};

// Nobody but its owner reads the file; SQLite gives the log the same rights.
void make_private_file(const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        ::close(descriptor);
    else if (errno != EEXIST)
        throw Broken("cannot make " + file + ": " + std::generic_category().message(errno));
}

class SqliteDatabase : public Database {
 public:
    explicit SqliteDatabase(const Options& options)
        : readers_(options.readers, [file = options.where] {
              return std::make_unique<SqliteSession>(file, SqliteSession::Use::Reading);
          }) {
        if (options.read_only) return;
        lock_.emplace(options.where);
        make_private_file(options.where);
        writer_ = std::make_unique<SqliteSession>(options.where, SqliteSession::Use::Writing);
        if (options.in_haste) writer_->script("PRAGMA synchronous = OFF");
    }
    ~SqliteDatabase() override {
        readers_.clear();
        if (writer_) writer_->checkpoint_all();
    }
    SqliteDatabase(const SqliteDatabase&) = delete;
    SqliteDatabase& operator=(const SqliteDatabase&) = delete;

    Engine engine() const override { return Engine::Sqlite; }

    void remember(std::string_view once, std::string_view location) override {
        in_transaction(patience_of_writers, [&](SqliteSession& session) {
            note_location(session, once, location);
            return true;
        });
    }

    bool is_ready() override {
        try {
            in_transaction(1s, [](SqliteSession& session) {
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
        const auto lease = readers_.lease(patience_of_readers);
        lease->run({}, "BEGIN");
        try {
            use(*reader_on(*lease));
        } catch (...) {
            end_reading(*lease);
            throw;
        }
        end_reading(*lease);
    }

    void writing(const Act& act, const std::function<bool(const Writer&)>& use) override {
        in_transaction(patience_of_writers, [&](SqliteSession& session) {
            use_once_key(session, act);
            return use(*writer_on(session));
        });
    }

 private:
    static void end_reading(SqliteSession& session) {
        session.forget_failure();
        if (session.is_in_transaction()) session.run({}, "ROLLBACK");
    }

    // `work` says whether to keep what it did; an exception undoes it too.
    void in_transaction(std::chrono::milliseconds patience, const std::function<bool(SqliteSession&)>& work) {
        if (!writer_) throw Broken("the database was opened for reading only");
        if (!lane_.enter(patience)) throw Broken("the database is busy: the turn to write did not come");
        const Turn turn = take_turn(work);
        if (turn.commit) {
            const std::string& trouble = turn.commit->told.get();
            if (!trouble.empty()) throw Broken(trouble);
        }
        if (turn.thrown) std::rethrow_exception(turn.thrown);
        run_after_commit(turn.afterwards);
    }

    struct Turn {
        std::shared_ptr<Commit> commit;  // none: not even begun
        std::exception_ptr thrown;
        std::vector<std::function<void()>> afterwards;
    };

    // From inside the lane until it is left, or passed on with the commit still open.
    Turn take_turn(const std::function<bool(SqliteSession&)>& work) {
        Turn turn;
        bool is_kept = false;
        try {
            begin();
            is_kept = work(*writer_);
            if (is_kept && writer_->has_failed()) throw Broken("a statement of this transaction failed");
        } catch (...) {
            is_kept = false;
            turn.thrown = std::current_exception();
        }
        turn.commit = commit_;
        turn.afterwards = writer_->take_after_commit();
        if (!is_kept) turn.afterwards.clear();
        try {
            if (commit_ && settle(is_kept) && may_be_shared() && lane_.pass_on()) return turn;
            if (commit_) finish();
        } catch (const std::exception& error) {
            give_up(error.what());
        }
        lane_.leave();
        return turn;
    }

    void begin() {
        if (!commit_) {
            writer_->script("BEGIN IMMEDIATE");
            commit_ = std::make_shared<Commit>();
        } else {
            writer_->script("SAVEPOINT one");
        }
        ++commit_->writes;
    }

    // Keeps or undoes the last write alone; whether there is something to commit.
    bool settle(bool is_kept) {
        writer_->forget_failure();
        if (!writer_->is_in_transaction())
            throw Broken("the disk refused a write: the transaction is undone");
        if (commit_->writes > 1) {
            writer_->script(is_kept ? "RELEASE one" : "ROLLBACK TO one; RELEASE one");
        } else if (!is_kept) {
            writer_->script("ROLLBACK");
            tell("");
        }
        return commit_ != nullptr;
    }

    bool may_be_shared() const {
        return commit_->writes < most_in_one_commit && Clock::now() - commit_->began < longest_before_commit;
    }

    void finish() {
        writer_->script("COMMIT");
        tell("");
        writer_->checkpoint_when_long();
    }

    // Everybody in the shared commit hears that it did not happen.
    void give_up(const std::string& trouble) {
        if (!commit_) return log::error("sql.checkpoint_failed", {{"error", trouble}});
        try {
            if (writer_->is_in_transaction()) writer_->script("ROLLBACK");
        } catch (const Broken& error) {
            log::error("sql.rollback_failed", {{"error", error.what()}});
        }
        writer_->forget_failure();
        tell(trouble);
    }

    void tell(const std::string& trouble) { std::exchange(commit_, nullptr)->outcome.set_value(trouble); }

    std::optional<FileLock> lock_;
    Pool<SqliteSession> readers_;
    Lane lane_;
    std::unique_ptr<SqliteSession> writer_;
    std::shared_ptr<Commit> commit_;  // the one being filled; touched only inside the lane
};

struct Alone {
    explicit Alone(const std::string& file) : lock(file) { make_private_file(file); }
    FileLock lock;
};

// The migrator's: alone with the file.
class LoneSession : private Alone, public SqliteSession {
 public:
    explicit LoneSession(const std::string& file) : Alone(file), SqliteSession(file, Use::Writing) {}
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const Options& options) {
    return std::make_unique<SqliteDatabase>(options);
}

std::unique_ptr<Session> connect_sqlite(const std::string& file) {
    if (file == ":memory:") return std::make_unique<SqliteSession>(file, SqliteSession::Use::Writing);
    return std::make_unique<LoneSession>(file);
}

}  // namespace fabnum::sql
