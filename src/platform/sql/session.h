#pragma once

// One connection to one engine, and what both engines have in common. Only this folder's files and the
// tests' support speak to it; everybody else holds a Reader or a Writer.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/sql/sql.h"

namespace fabnum::sql {

class Session {
 public:
    virtual ~Session() = default;
    virtual Engine engine() const = 0;

    virtual void each(const std::function<void(Row&)>& use, const Values& values, std::string_view sql) = 0;
    virtual std::int64_t run(const Values& values, std::string_view sql) = 0;
    // Several statements, no values: BEGIN, a migration.
    virtual void script(std::string_view sql) = 0;

    void after_commit(std::function<void()> after) { after_commit_.push_back(std::move(after)); }
    std::vector<std::function<void()>> take_after_commit() { return std::exchange(after_commit_, {}); }

 private:
    std::vector<std::function<void()>> after_commit_;
};

Engine engine_of(std::string_view where);

// A lone connection that may write: for the migrator, and for tests. SQLite's takes the file's lock.
std::unique_ptr<Session> connect(const std::string& where);
std::unique_ptr<Session> connect_sqlite(const std::string& file);  // or ":memory:"
std::unique_ptr<Session> connect_postgres(const std::string& address);

std::unique_ptr<Database> open_sqlite(const Options& options);
std::unique_ptr<Database> open_postgres(const Options& options);

// Both engines keep the same text: UTF-8 without NUL. Throws Broken.
void check_text(std::string_view text);

// The statement on one line and not too long, to be shown beside an engine's complaint. Values are never in
// it: they are bound.
std::string in_brief(std::string_view sql);

// Runs what waited for the commit. The transaction is on disk: a failure here is only logged.
void run_after_commit(const std::vector<std::function<void()>>& tasks);

}  // namespace fabnum::sql
