#include "tests/support/engines.h"

#include <atomic>
#include <filesystem>
#include <mutex>

#include <gtest/gtest.h>

#include "platform/crypto/crypto.h"
#include "platform/sql/session.h"
#include "tests/support/cluster.h"

namespace fabnum::support {

namespace {

constexpr Instant when{1'795'507'200'000'000};  // 24 November 2026, noon

std::string digest_of_migrations() {
    crypto::Sha256 digest;
    for (const auto& migration : sql::house_migrations()) digest.add(migration.sql);
    return crypto::hex(digest.finish()).substr(0, 16);
}

// A SQLite file with the house's tables, to be copied.
const std::string& sqlite_template() {
    static const TemporaryFolder folder;
    static const std::string file = [] {
        std::string made = folder.path() + "/template.db";
        sql::migrate(made, sql::house_migrations(), when);
        return made;
    }();
    return file;
}

// The same on PostgreSQL. All test programs of one cluster share it, so making it is locked.
const std::string& postgres_template() {
    static const std::string name = [] {
        const std::string made = "fabnum_template_" + digest_of_migrations();
        const auto session = sql::connect(cluster_address());
        session->script("SELECT pg_advisory_lock(5066541003)");
        bool is_there = false;
        session->each([&](sql::Row&) { is_there = true; }, {made},
                      "SELECT datname FROM pg_database WHERE datname = $1");
        if (!is_there) {
            const std::string draft = made + "_draft";
            session->script("DROP DATABASE IF EXISTS " + draft);
            session->script("CREATE DATABASE " + draft + " TEMPLATE template0 ENCODING 'UTF8'");
            sql::migrate(address_of(draft), sql::house_migrations(), when);
            session->script("ALTER DATABASE " + draft + " RENAME TO " + made);
        }
        return made;
    }();
    return name;
}

std::string new_name() {
    static std::atomic<int> made = 0;
    return "t" + std::to_string(++made) + "_" + crypto::hex(crypto::random_bytes(6));
}

}  // namespace

std::string name_of(sql::Engine engine) {
    return engine == sql::Engine::Sqlite ? "Sqlite" : "Postgres";
}

TemporaryFolder::TemporaryFolder() {
    path_ = (std::filesystem::temp_directory_path() / ("fabnum_" + crypto::hex(crypto::random_bytes(8))))
                .string();
    std::filesystem::create_directory(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Place::Place(sql::Engine engine, With with) {
    if (with == With::Nothing)
        make(engine, "");
    else
        make(engine, engine == sql::Engine::Sqlite ? sqlite_template() : postgres_template());
}

Place::Place(sql::Engine engine, const Place& as) {
    make(engine, engine == sql::Engine::Sqlite ? as.where_ : as.name_);
}

void Place::make(sql::Engine engine, const std::string& as) {
    if (engine == sql::Engine::Sqlite) {
        folder_ = std::make_unique<TemporaryFolder>();
        where_ = folder_->path() + "/fabnum.db";
        if (!as.empty()) std::filesystem::copy_file(as, where_);
        return;
    }
    name_ = new_name();
    where_ = address_of(name_);
    sql::connect(cluster_address())
        ->script("CREATE DATABASE " + name_ + " TEMPLATE " + (as.empty() ? "template0" : as) +
                 " ENCODING 'UTF8'");
}

Place::~Place() {
    if (name_.empty()) return;
    try {
        sql::connect(cluster_address())->script("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    } catch (const sql::Broken& error) {
        ADD_FAILURE() << error.what();
    }
}

FreshDatabase::FreshDatabase(sql::Engine engine)
    : place_(engine), database_(sql::Database::open({.where = place_.where(), .readers = 4})) {}

FreshDatabase::FreshDatabase(sql::Engine engine, const Place& as)
    : place_(engine, as), database_(sql::Database::open({.where = place_.where(), .readers = 4})) {}

void FreshDatabase::reopen() {
    database_.reset();
    database_ = sql::Database::open({.where = place_.where(), .readers = 4});
}

void for_each_engine(const std::function<void(sql::Database&)>& check) {
    for (const sql::Engine engine : both_engines) {
        SCOPED_TRACE(name_of(engine));
        FreshDatabase database(engine);
        check(*database);
    }
}

void expect_done(const Result<Done>& answer) {
    EXPECT_TRUE(answer) << (answer ? "" : answer.refusal().key);
}

void run_script(const std::string& where, std::string_view sql) {
    sql::connect(where)->script(sql);
}

}  // namespace fabnum::support
