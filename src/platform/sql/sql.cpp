#include "platform/sql/sql.h"

#include <limits>

#include "base/text.h"
#include "platform/log/log.h"
#include "platform/sql/session.h"

namespace fabnum::sql {

int Row::read(As<int>) {
    const std::int64_t number = integer(next_++);
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
        throw Broken("a number is too large for an int");
    return static_cast<int>(number);
}

Day Row::read(As<Day>) {
    const auto day = day_from_iso(text(next_++));
    if (!day) throw Broken("a text is not a day");
    return *day;
}

Engine Reader::engine() const {
    return session_.engine();
}

void Reader::each(const std::function<void(Row&)>& use, const Values& values, std::string_view sql) const {
    session_.each(use, values, sql);
}

std::int64_t Writer::run(const Values& values, std::string_view sql) const {
    return session_.run(values, sql);
}

void Writer::after_commit(std::function<void()> after) const {
    session_.after_commit(std::move(after));
}

std::unique_ptr<Reader> Database::reader_on(Session& session) {
    return std::unique_ptr<Reader>(new Reader(session));
}

std::unique_ptr<Writer> Database::writer_on(Session& session) {
    return std::unique_ptr<Writer>(new Writer(session));
}

Engine engine_of(std::string_view where) {
    const bool is_address = where.starts_with("postgresql://") || where.starts_with("postgres://");
    return is_address ? Engine::Postgres : Engine::Sqlite;
}

std::unique_ptr<Database> Database::open(const Options& options) {
    return engine_of(options.where) == Engine::Postgres ? open_postgres(options) : open_sqlite(options);
}

std::unique_ptr<Session> connect(const std::string& where) {
    return engine_of(where) == Engine::Postgres ? connect_postgres(where) : connect_sqlite(where);
}

void check_text(std::string_view text) {
    if (!is_utf8(text)) throw Broken("a text is not UTF-8");
}

std::string in_brief(std::string_view sql) {
    std::string line;
    for (const char c : sql) {
        const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!is_space)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return shortened(line, 200);
}

void run_after_commit(const std::vector<std::function<void()>>& tasks) {
    for (const auto& task : tasks) {
        try {
            task();
        } catch (const std::exception& error) {
            log::error("sql.after_commit_failed", {{"error", error.what()}});
        }
    }
}

std::string containing(std::string_view text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace fabnum::sql
