#include "platform/sql/sqlite_session.h"

#include <charconv>
#include <cstdlib>
#include <utility>

#include <sqlite3.h>
#include <unistd.h>

#include "platform/log/log.h"

namespace fabnum::sql {

namespace {

constexpr int pages_before_checkpoint = 1000;
constexpr std::size_t most_statements = 500;
constexpr int exit_on_bad_disk = 70;  // EX_SOFTWARE of sysexits(3)

// One look at a column says its type and its content: with a connection per thread (SQLITE_THREADSAFE=2) its
// value may be read directly (sqlite.org/c3ref/value.html).
class SqliteRow : public Row {
 public:
    explicit SqliteRow(sqlite3_stmt* handle) : handle_(handle), columns_(sqlite3_column_count(handle)) {}

    void again() { next_ = 0; }  // the statement stepped to its next row

 protected:
    bool is_null(int column) const override { return sqlite3_value_type(value(column)) == SQLITE_NULL; }
    std::int64_t integer(int column) const override {
        sqlite3_value* found = value(column);
        expect(sqlite3_value_type(found) == SQLITE_INTEGER, column, "an integer");
        return sqlite3_value_int64(found);
    }
    double real(int column) const override {
        sqlite3_value* found = value(column);
        const int type = sqlite3_value_type(found);
        expect(type == SQLITE_FLOAT || type == SQLITE_INTEGER, column, "a real");
        return sqlite3_value_double(found);
    }
    std::string text(int column) const override {
        sqlite3_value* found = value(column);
        expect(sqlite3_value_type(found) == SQLITE_TEXT, column, "a text");
        return content(found, sqlite3_value_text(found));
    }
    std::string bytes(int column) const override {
        sqlite3_value* found = value(column);
        expect(sqlite3_value_type(found) == SQLITE_BLOB, column, "bytes");
        return content(found, sqlite3_value_blob(found));
    }

 private:
    sqlite3_value* value(int column) const {
        if (column >= columns_) throw Broken("a row has fewer columns than are taken");
        return sqlite3_column_value(handle_, column);
    }
    void expect(bool is_right, int column, const char* wanted) const {
        if (is_right) return;
        throw Broken("column " + std::string(sqlite3_column_name(handle_, column)) + " is not " + wanted);
    }
    static std::string content(sqlite3_value* found, const void* from) {
        const auto length = static_cast<std::size_t>(sqlite3_value_bytes(found));
        return length == 0 ? std::string() : std::string(static_cast<const char*>(from), length);
    }
    sqlite3_stmt* handle_;
    int columns_;
};

// "$3" is the third value.
std::size_t value_number(const char* name) {
    const std::string_view text = name == nullptr ? "" : name;
    std::size_t number = 0;
    if (text.starts_with('$')) std::from_chars(text.data() + 1, text.data() + text.size(), number);
    return number;
}

int bind_one(sqlite3_stmt* handle, int at, const Value& value) {
    const auto& content = value.content();
    if (const auto* number = std::get_if<std::int64_t>(&content))
        return sqlite3_bind_int64(handle, at, *number);
    if (const auto* real = std::get_if<double>(&content)) return sqlite3_bind_double(handle, at, *real);
    if (const auto* text = std::get_if<std::string>(&content)) {
        check_text(*text);
        return sqlite3_bind_text64(handle, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    if (const auto* bytes = std::get_if<Bytes>(&content)) {
        // A null pointer would be NULL, and an empty string's data() need not point anywhere.
        const char* from = bytes->bytes.empty() ? "" : bytes->bytes.data();
        return sqlite3_bind_blob64(handle, at, from, bytes->bytes.size(), SQLITE_STATIC);
    }
    return sqlite3_bind_null(handle, at);
}

}  // namespace

// A statement while it runs: given back clean, however its use ends.
class SqliteSession::Running {
 public:
    Running(SqliteSession& session, std::string_view sql) : session_(session) {
        const auto found = session_.statements_.find(sql);
        if (found != session_.statements_.end() && !found->second.is_running) {
            statement_ = &found->second;
        } else if (found != session_.statements_.end() || session_.statements_.size() >= most_statements) {
            own_ = session_.prepared(sql);  // already running, further out; or one text too many
            statement_ = &own_;
        } else {
            statement_ = &session_.statements_.emplace(sql, session_.prepared(sql)).first->second;
        }
        statement_->is_running = true;
    }
    ~Running() {
        sqlite3_reset(statement_->handle);
        sqlite3_clear_bindings(statement_->handle);
        statement_->is_running = false;
        if (own_.handle != nullptr) sqlite3_finalize(own_.handle);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    const Statement& operator*() const { return *statement_; }

 private:
    SqliteSession& session_;
    Statement own_;
    Statement* statement_ = nullptr;
};

SqliteSession::SqliteSession(const std::string& file, Use use) {
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (use == Use::Writing ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr);
    try {
        if (code != SQLITE_OK) throw Broken("cannot open " + file + ": " + sqlite3_errstr(code));
        set_up(use);
    } catch (...) {
        close();
        throw;
    }
    stops_on_bad_disk_ = use == Use::Writing;
}

SqliteSession::~SqliteSession() {
    close();
}

void SqliteSession::close() {
    for (auto& [sql, statement] : statements_) sqlite3_finalize(statement.handle);
    statements_.clear();
    sqlite3_close_v2(handle_);
    handle_ = nullptr;
}

void SqliteSession::set_up(Use use) {
    sqlite3_busy_timeout(handle_, 5000);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (use == Use::Writing) script("PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON");
    // Only the writer moves the log into the file, when it decides: see checkpoint_when_long.
    script("PRAGMA wal_autocheckpoint = 0");
    script("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON");
    script("PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864");
    if (use == Use::Reading) {
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        script("PRAGMA query_only = ON");
        return;
    }
    const auto note_pages = [](void* session, sqlite3*, const char*, int pages) {
        static_cast<SqliteSession*>(session)->pages_in_log_ = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(handle_, note_pages, this);
}

SqliteSession::Statement SqliteSession::prepared(std::string_view sql) {
    Statement made;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made.handle, &rest);
    if (code != SQLITE_OK) fail(code, sql);
    const std::string_view left(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
    const bool is_one = made.handle != nullptr && left.find_first_not_of(" \t\r\n;") == left.npos;
    bool are_numbered = true;
    std::vector<bool> seen;
    for (int i = 1; i <= sqlite3_bind_parameter_count(made.handle); ++i) {
        const std::size_t number = value_number(sqlite3_bind_parameter_name(made.handle, i));
        are_numbered = are_numbered && number > 0 && number < 1000;
        if (!are_numbered) break;
        if (seen.size() < number) seen.resize(number);
        seen[number - 1] = true;
        made.values.push_back(number - 1);
    }
    made.values_needed = seen.size();
    for (const bool is_seen : seen) are_numbered = are_numbered && is_seen;
    if (is_one && are_numbered) return made;
    sqlite3_finalize(made.handle);
    throw Broken((is_one ? "the values of a statement are $1, $2… without a gap: " : "not one statement: ") +
                 in_brief(sql));
}

void SqliteSession::bind(const Statement& statement, const Values& values, std::string_view sql) {
    if (values.size() != statement.values_needed)
        throw Broken("a statement takes " + std::to_string(statement.values_needed) + " values, not " +
                     std::to_string(values.size()) + ": " + in_brief(sql));
    for (std::size_t i = 0; i < statement.values.size(); ++i) {
        const int code = bind_one(statement.handle, static_cast<int>(i) + 1, values[statement.values[i]]);
        if (code != SQLITE_OK) fail(code, sql);
    }
}

void SqliteSession::each(const std::function<void(Row&)>& use, const Values& values, std::string_view sql) {
    if (has_failed_) throw Broken("an earlier statement of this transaction failed");
    const Running running(*this, sql);
    const Statement& statement = *running;
    bind(statement, values, sql);
    SqliteRow row(statement.handle);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(statement.handle)) == SQLITE_ROW) {
        row.again();
        use(row);
    }
    if (code != SQLITE_DONE) fail(code, sql);
}

std::int64_t SqliteSession::run(const Values& values, std::string_view sql) {
    each([](Row&) {}, values, sql);
    return sqlite3_changes64(handle_);
}

void SqliteSession::script(std::string_view sql) {
    const int code = sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, sql);
}

bool SqliteSession::is_in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

void SqliteSession::fail(int code, std::string_view sql) {
    has_failed_ = is_in_transaction();
    const int kind = code & 0xff;
    const bool is_bad_disk = code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC ||
                             kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB;
    if (is_bad_disk && stops_on_bad_disk_) {
        // The system may have dropped what it could not write and say yes the next time: only a fresh start,
        // which reads the disk, knows what is there.
        log::error("sql.disk_failed", {{"error", sqlite3_errstr(code)}, {"code", code}});
        ::_exit(exit_on_bad_disk);
    }
    const std::string message = std::string(sqlite3_errmsg(handle_)) + " — " + in_brief(sql);
    if (kind == SQLITE_CONSTRAINT && code != SQLITE_CONSTRAINT_DATATYPE) throw Constraint(message);
    throw Broken(message);
}

void SqliteSession::checkpoint_when_long() {
    if (pages_in_log_ < pages_before_checkpoint) return;
    const int code = sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    // Busy: somebody still reads the old pages; the next commit tries again.
    if (code != SQLITE_OK && code != SQLITE_BUSY && code != SQLITE_LOCKED) fail(code, "checkpoint");
}

void SqliteSession::checkpoint_all() {
    sqlite3_exec(handle_, "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr);  // whatever it was before
    sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

}  // namespace fabnum::sql
