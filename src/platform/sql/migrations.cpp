#include "platform/sql/migrations.h"

#include <algorithm>

#include "platform/assets/assets.h"
#include "platform/crypto/crypto.h"
#include "platform/log/log.h"
#include "platform/sql/session.h"

namespace fabnum::sql {

namespace {

struct Ran {
    std::string name, digest;
};

constexpr std::string_view folder = "db/migrations/";

std::vector<Ran> history(Session& session) {
    session.script(in_dialect(R"sql(
        CREATE TABLE IF NOT EXISTS schema_history (
            name TEXT PRIMARY KEY,
            digest TEXT NOT NULL,
            ran_at BIGINT NOT NULL
        );)sql",
                              session.engine()));
    std::vector<Ran> rows;
    const auto keep = [&](Row& row) {
        auto name = row.take<std::string>();
        rows.push_back({.name = std::move(name), .digest = row.take<std::string>()});
    };
    session.each(keep, {}, "SELECT name, digest FROM schema_history");
    std::ranges::sort(rows, {}, &Ran::name);
    return rows;
}

void check_order(const std::vector<Migration>& migrations) {
    for (std::size_t i = 1; i < migrations.size(); ++i)
        if (migrations[i].name <= migrations[i - 1].name)
            throw Broken("migrations are not in order at " + std::string(migrations[i].name));
}

// The past must be the beginning of the story that this program knows, word for word.
void check_past(const std::vector<Ran>& past, const std::vector<Migration>& migrations) {
    const std::string newest = migrations.empty() ? "" : std::string(migrations.back().name);
    for (std::size_t i = 0; i < past.size(); ++i) {
        const auto known = std::ranges::find(migrations, std::string_view(past[i].name), &Migration::name);
        if (known == migrations.end() && past[i].name > newest)
            throw Broken("the database was made by a newer program (" + past[i].name +
                         "); this one knows nothing after " + newest + ": install the newer program again");
        if (known == migrations.end())
            throw Broken("the database ran " + past[i].name + ", which is missing from this program");
        if (known->name != migrations[i].name)
            throw Broken(std::string(migrations[i].name) + " was added before " + past[i].name +
                         ", which this database already ran: give it a later number");
        if (crypto::sha256_hex(known->sql) != past[i].digest)
            throw Broken(past[i].name + " was edited after this database ran it: write a new migration");
    }
}

void lock(Session& session) {
    if (session.engine() == Engine::Sqlite) {
        session.script("PRAGMA foreign_keys = OFF");  // a table may be made anew; checked before the end
        session.script("BEGIN EXCLUSIVE");
    } else {
        session.script("SELECT pg_advisory_lock(5066541002)");
        session.script("BEGIN");
    }
}

void check_references(Session& session) {
    if (session.engine() != Engine::Sqlite) return;
    const auto refuse = [](Row& row) {
        throw Broken("the migration leaves rows of " + row.take<std::string>() + " pointing nowhere");
    };
    session.each(refuse, {}, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1");
}

int run_missing(Session& session, const std::vector<Migration>& migrations, Instant now,
                const std::function<void()>& before) {
    check_order(migrations);
    const auto past = history(session);
    check_past(past, migrations);
    if (past.size() == migrations.size()) return 0;
    if (before) before();
    for (std::size_t i = past.size(); i < migrations.size(); ++i) {
        const auto& [name, sql] = migrations[i];
        try {
            session.script(in_dialect(sql, session.engine()));
        } catch (const Broken& error) {
            throw Broken("migration " + std::string(name) + " failed: " + error.what());
        }
        session.run({name, crypto::sha256_hex(sql), now},
                    "INSERT INTO schema_history (name, digest, ran_at) VALUES ($1, $2, $3)");
        log::info("sql.migrated", {{"name", name}});
    }
    check_references(session);
    return static_cast<int>(migrations.size() - past.size());
}

}  // namespace

std::vector<Migration> house_migrations() {
    std::vector<Migration> found;
    for (const auto& file : assets::under(folder))
        found.push_back({.name = file.name.substr(folder.size()), .sql = file.bytes});
    return found;
}

int migrate(const std::string& where, const std::vector<Migration>& migrations, Instant now,
            const std::function<void()>& before) {
    const auto session = connect(where);
    lock(*session);
    const int ran = run_missing(*session, migrations, now, before);
    session->script("COMMIT");  // when not reached, closing the connection undoes everything
    return ran;
}

}  // namespace fabnum::sql
