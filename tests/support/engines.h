#pragma once

// Databases for tests, on both engines. SQLite's live in a folder of their own. PostgreSQL's are made in the
// cluster of FABNUM_TEST_POSTGRES (an address whose user may create databases), or in a private cluster that
// the test program starts at its first need and stops when it ends.
//
//     TEST(Orders, AreFoundByNumber) {
//         support::for_each_engine([](sql::Database& db) { … });
//     }

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/sql/migrations.h"
#include "platform/sql/sql.h"

namespace fabnum::support {

inline constexpr sql::Engine both_engines[] = {sql::Engine::Sqlite, sql::Engine::Postgres};
std::string name_of(sql::Engine engine);

// A folder that goes away with this.
class TemporaryFolder {
 public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::string& path() const { return path_; }

 private:
    std::string path_;
};

// The place of a new database, which goes away with this: empty, with the house's tables, or as another
// place that nobody has open.
class Place {
 public:
    enum class With { Nothing, Tables };
    explicit Place(sql::Engine engine, With with = With::Tables);
    Place(sql::Engine engine, const Place& as);
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    const std::string& where() const { return where_; }

 private:
    void make(sql::Engine engine, const std::string& as);  // a file or a database of the cluster; "": nothing

    std::unique_ptr<TemporaryFolder> folder_;
    std::string name_;  // on PostgreSQL
    std::string where_;
};

// A new database, open: with the house's tables, or as another place that nobody has open.
class FreshDatabase {
 public:
    explicit FreshDatabase(sql::Engine engine);
    FreshDatabase(sql::Engine engine, const Place& as);
    sql::Database& operator*() { return *database_; }
    sql::Database* operator->() { return database_.get(); }
    const std::string& where() const { return place_.where(); }
    // Closes it and opens it again, as a restart does.
    void reopen();

 private:
    Place place_;
    std::unique_ptr<sql::Database> database_;
};

// `check` with a fresh database of each engine, one after the other; a failure says which.
void for_each_engine(const std::function<void(sql::Database&)>& check);

// A write of a test that nothing refuses.
void expect_done(const Result<Done>& answer);

// Breaks or reads what the product itself would not: statements outside of any transaction.
void run_script(const std::string& where, std::string_view sql);

}  // namespace fabnum::support
