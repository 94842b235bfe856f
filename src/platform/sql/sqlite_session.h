#pragma once

// One connection to a SQLite file, with its prepared statements.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/sql/session.h"

struct sqlite3;
struct sqlite3_stmt;

namespace fabnum::sql {

class SqliteSession : public Session {
 public:
    enum class Use { Reading, Writing };

    // Throws Broken. Reading never makes a file; `file` may be ":memory:".
    SqliteSession(const std::string& file, Use use);
    ~SqliteSession() override;
    SqliteSession(const SqliteSession&) = delete;
    SqliteSession& operator=(const SqliteSession&) = delete;

    Engine engine() const override { return Engine::Sqlite; }
    void each(const std::function<void(Row&)>& use, const Values& values, std::string_view sql) override;
    std::int64_t run(const Values& values, std::string_view sql) override;
    void script(std::string_view sql) override;

    // Whether a transaction is open: after some errors SQLite ends it by itself.
    bool is_in_transaction() const;
    // After a failed statement the transaction can only be undone, as PostgreSQL has it.
    bool has_failed() const { return has_failed_; }
    void forget_failure() { has_failed_ = false; }

    // Moves what the log holds into the file, without making anybody wait.
    void checkpoint_when_long();
    void checkpoint_all();

 private:
    struct Statement {
        sqlite3_stmt* handle = nullptr;
        std::vector<std::size_t> values;  // which value each parameter of the statement takes
        std::size_t values_needed = 0;
        bool is_running = false;
    };
    class Running;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    Statement prepared(std::string_view sql);
    void bind(const Statement& statement, const Values& values, std::string_view sql);
    [[noreturn]] void fail(int code, std::string_view sql);
    void set_up(Use use);
    void close();

    sqlite3* handle_ = nullptr;
    std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;
    bool has_failed_ = false;
    bool stops_on_bad_disk_ = false;
    int pages_in_log_ = 0;
};

}  // namespace fabnum::sql
