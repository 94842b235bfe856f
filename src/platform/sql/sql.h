#pragma once

// One SQL text, two engines: SQLite inside the binary, PostgreSQL when many sites share it.
//
// The statement is the last argument, beside its values; "$1" is the first of them on both engines.
//
//     return db.one(order_from, {id, site}, R"sql(
//         SELECT id, title, state
//           FROM orders
//          WHERE id = $1 AND site_id = $2)sql");
//
// A Reader reads. Only a Writer writes, and only Database::write makes one: a page cannot write.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "base/money.h"
#include "base/result.h"

namespace fabnum::sql {

struct Null {};
struct Bytes {
    std::string bytes;
};

// One value on its way in: NULL, integer, real, text or bytes. An Id of 0 is NULL.
class Value {
 public:
    Value(Null) : content_(Null{}) {}
    Value(std::nullopt_t) : content_(Null{}) {}
    Value(bool yes) : content_(std::int64_t{yes ? 1 : 0}) {}
    Value(int number) : content_(std::int64_t{number}) {}
    Value(std::int64_t number) : content_(number) {}
    Value(double number) : content_(number) {}
    Value(const char* text) : content_(std::string(text)) {}
    Value(std::string_view text) : content_(std::string(text)) {}
    Value(std::string text) : content_(std::move(text)) {}
    Value(Bytes bytes) : content_(std::move(bytes)) {}
    Value(Money money) : content_(money.cents) {}
    Value(Day day) : content_(to_iso(day)) {}
    Value(Instant instant) : content_(instant.micros) {}
    template <class Tag>
    Value(Id<Tag> id) {
        if (id) content_ = id.value;
    }
    template <class T>
    Value(const std::optional<T>& maybe) {
        if (maybe) content_ = Value(*maybe).content_;
    }

    using Content = std::variant<Null, std::int64_t, double, std::string, Bytes>;
    const Content& content() const { return content_; }

 private:
    Content content_ = Null{};
};
using Values = std::vector<Value>;

// One row on its way out. take<T>() reads its columns from left to right, in the order of the SELECT:
//     Order{.id = row.take<OrderId>(), .title = row.take<std::string>()}
// NULL can only be taken as an optional, or as an Id (0). A wrong type or a column too many throws.
class Row {
 public:
    virtual ~Row() = default;
    template <class T>
    T take() {
        return read(static_cast<std::type_identity<T>*>(nullptr));
    }

 protected:
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string text(int column) const = 0;
    virtual std::string bytes(int column) const = 0;
    int next_ = 0;

 private:
    template <class T>
    using As = std::type_identity<T>*;
    std::int64_t read(As<std::int64_t>) { return integer(next_++); }
    int read(As<int>);
    bool read(As<bool>) { return integer(next_++) != 0; }
    double read(As<double>) { return real(next_++); }
    std::string read(As<std::string>) { return text(next_++); }
    Bytes read(As<Bytes>) { return {bytes(next_++)}; }
    Money read(As<Money>) { return {integer(next_++)}; }
    Instant read(As<Instant>) { return {integer(next_++)}; }
    Day read(As<Day>);
    template <class Tag>
    Id<Tag> read(As<Id<Tag>>) {
        const int column = next_++;
        return {is_null(column) ? 0 : integer(column)};
    }
    template <class T>
    std::optional<T> read(As<std::optional<T>>) {
        if (is_null(next_)) {
            ++next_;
            return std::nullopt;
        }
        return read(static_cast<As<T>>(nullptr));
    }
};

// The database is not what it should be: gone, corrupt, or a statement is wrong. Nobody catches it but the
// top of a request or a job.
struct Broken : std::runtime_error {
    using runtime_error::runtime_error;
};
// A constraint of the schema said no: unique, foreign key, check.
struct Constraint : Broken {
    using Broken::Broken;
};
// This act was done before, with the same key: it must not happen twice.
struct DoneBefore : std::exception {
    std::string location;  // where the first time ended, or ""
    explicit DoneBefore(std::string where) : location(std::move(where)) {}
    const char* what() const noexcept override { return "done before"; }
};

enum class Engine { Sqlite, Postgres };

// A pattern for `LIKE $1 ESCAPE '!'` that finds `text` anywhere, as it is written.
std::string containing(std::string_view text);

class Session;  // one connection: sqlite.cpp, postgres.cpp

class Reader {
 public:
    Engine engine() const;

    // Each row, as it comes.
    void each(const std::function<void(Row&)>& use, const Values& values, std::string_view sql) const;

    // All rows through `from`, a function from Row& to T.
    template <class From>
    auto all(From&& from, const Values& values, std::string_view sql) const {
        std::vector<std::invoke_result_t<From, Row&>> rows;
        each([&](Row& row) { rows.push_back(from(row)); }, values, sql);
        return rows;
    }
    // The first row, if any.
    template <class From>
    auto one(From&& from, const Values& values, std::string_view sql) const {
        std::optional<std::invoke_result_t<From, Row&>> found;
        each(
            [&](Row& row) {
                if (!found) found.emplace(from(row));
            },
            values, sql);
        return found;
    }
    // The one value of the one row there is: a count, a sum.
    template <class T>
    T value(const Values& values, std::string_view sql) const {
        std::optional<T> found;
        each([&](Row& row) { found = row.take<T>(); }, values, sql);
        if (!found) throw Broken("no row for a value");
        return std::move(*found);
    }

    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

 protected:
    friend class Database;
    explicit Reader(Session& session) : session_(session) {}
    Session& session_;
};

class Writer : public Reader {
 public:
    // Rows touched.
    std::int64_t run(const Values& values, std::string_view sql) const;
    // The id of the one row made: the statement ends with RETURNING id.
    template <class AnyId>
    AnyId insert(const Values& values, std::string_view sql) const {
        return value<AnyId>(values, sql);
    }
    // Runs `after` once the transaction is on disk; not at all if it is undone.
    void after_commit(std::function<void()> after) const;

 private:
    friend class Database;
    using Reader::Reader;
};

struct Options {
    std::string where;       // a file for SQLite, "postgresql://…" for PostgreSQL
    int readers = 8;         // connections kept for reading
    bool read_only = false;  // to look at what a running server uses: no lock, no writing
    bool in_haste = false;   // to fill a house that can be made again: on disk once it is closed, not before
};

class Database {
 public:
    virtual ~Database() = default;
    // Opens; makes the file if need be. Throws Broken in clear words.
    static std::unique_ptr<Database> open(const Options& options);

    virtual Engine engine() const = 0;

    // One consistent picture of the data.
    template <class Use>
    auto read(Use&& use) {
        using Answer = std::invoke_result_t<Use, const Reader&>;
        if constexpr (std::is_void_v<Answer>) {
            reading([&](const Reader& db) { use(db); });
        } else {
            std::optional<Answer> answer;
            reading([&](const Reader& db) { answer.emplace(use(db)); });
            return std::move(*answer);
        }
    }

    // One transaction, on disk when this returns. A refusal or an exception undoes all of it. `use` may run
    // again from its start when the engine asks for it, so it touches nothing but the database. Writes of
    // one database happen one after the other, on both engines: nobody changes what you have just read.
    // An act whose `once` key was used throws DoneBefore.
    template <class Use>
    auto write(const Act& act, Use&& use) -> std::invoke_result_t<Use, const Writer&> {
        using Answer = std::invoke_result_t<Use, const Writer&>;
        std::optional<Answer> answer;
        writing(act, [&](const Writer& db) {
            answer.reset();
            answer.emplace(use(db));
            return static_cast<bool>(*answer);  // Result<T>: kept only when it is not a refusal
        });
        return std::move(*answer);
    }

    // Remembers where the act with this key ended, for whoever sends it again.
    virtual void remember(std::string_view once, std::string_view location) = 0;

    // Whether a trivial write goes through, for /readyz.
    virtual bool is_ready() = 0;

 protected:
    static std::unique_ptr<Reader> reader_on(Session& session);
    static std::unique_ptr<Writer> writer_on(Session& session);
    virtual void reading(const std::function<void(const Reader&)>& use) = 0;
    virtual void writing(const Act& act, const std::function<bool(const Writer&)>& use) = 0;
};

}  // namespace fabnum::sql
