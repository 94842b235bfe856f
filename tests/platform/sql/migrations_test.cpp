#include "platform/sql/migrations.h"

#include <gtest/gtest.h>

#include "tests/support/engines.h"

namespace fabnum::sql {

namespace {

constexpr Migration people{.name = "0001_people.sql",
                           .sql = "CREATE TABLE people (id ROW_ID, name TEXT NOT NULL);"};
constexpr Migration orders{.name = "0002_orders.sql",
                           .sql =
                               "CREATE TABLE orders (id ROW_ID, person_id BIGINT REFERENCES people (id));\n"
                               "INSERT INTO people (name) VALUES ('Bruno');"};
constexpr Migration wrong{.name = "0003_wrong.sql",
                          .sql = "CREATE TABLE tools (id ROW_ID); INSERT INTO nowhere (id) VALUES (1);"};

class Migrations : public testing::TestWithParam<Engine> {
 protected:
    int migrated(const std::vector<Migration>& migrations) {
        return migrate(place.where(), migrations, Instant{5});
    }
    std::string complaint(const std::vector<Migration>& migrations) {
        try {
            migrated(migrations);
        } catch (const Broken& error) {
            return error.what();
        }
        return "";
    }
    std::int64_t count(std::string_view table) {
        return Database::open({.where = place.where()})->read([&](const Reader& db) {
            return db.value<std::int64_t>({}, "SELECT count(*) FROM " + std::string(table));
        });
    }

    support::Place place{GetParam(), support::Place::With::Nothing};
};
INSTANTIATE_TEST_SUITE_P(Engines, Migrations, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

bool says(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_P(Migrations, RunOnceEach) {
    EXPECT_EQ(migrated({people}), 1);
    EXPECT_EQ(migrated({people, orders}), 1);
    EXPECT_EQ(migrated({people, orders}), 0);
    EXPECT_EQ(count("people"), 1);
    EXPECT_EQ(count("schema_history"), 2);
}

TEST_P(Migrations, CallForABackupBeforeTheyChangeAnything) {
    int backups = 0;
    const auto backup = [&] { ++backups; };
    migrate(place.where(), {people}, Instant{5}, backup);
    migrate(place.where(), {people}, Instant{5}, backup);
    EXPECT_EQ(backups, 1);
}

TEST_P(Migrations, AreAllUndoneWhenOneFails) {
    EXPECT_EQ(migrated({people}), 1);
    EXPECT_TRUE(says(complaint({people, orders, wrong}), "migration 0003_wrong.sql failed"));
    EXPECT_EQ(count("schema_history"), 1);
    EXPECT_THROW(count("orders"), Broken);
    EXPECT_EQ(migrated({people, orders}), 1);
}

TEST_P(Migrations, RefuseAnEditedPast) {
    migrated({people, orders});
    Migration edited = people;
    edited.sql = "CREATE TABLE people (id ROW_ID, name TEXT);";
    EXPECT_TRUE(says(complaint({edited, orders}), "0001_people.sql was edited"));
}

TEST_P(Migrations, RefuseANewerDatabase) {
    migrated({people, orders});
    EXPECT_TRUE(says(complaint({people}), "made by a newer program (0002_orders.sql)"));
}

TEST_P(Migrations, RefuseAMissingFile) {
    migrated({people, orders});
    EXPECT_TRUE(says(complaint({orders}), "ran 0001_people.sql, which is missing"));
}

TEST_P(Migrations, RefuseAFileSlippedIntoThePast) {
    migrated({people, orders});
    const Migration late{.name = "0001_z.sql", .sql = "CREATE TABLE late (id ROW_ID);"};
    EXPECT_TRUE(says(complaint({people, late, orders}), "0001_z.sql was added before 0002_orders.sql"));
}

TEST_P(Migrations, RefuseFilesOutOfOrder) {
    EXPECT_TRUE(says(complaint({orders, people}), "not in order"));
}

TEST_P(Migrations, MayMakeATableAnew) {
    const Migration anew{.name = "0003_people_anew.sql",
                         .sql =
                             "CREATE TABLE people_new (id ROW_ID, name TEXT NOT NULL UNIQUE);\n"
                             "INSERT INTO people_new (id, name) SELECT id, name FROM people;\n"
                             "-- sqlite:\n"
                             "DROP TABLE people;\n"
                             "ALTER TABLE people_new RENAME TO people;\n"
                             "-- postgres:\n"
                             "ALTER TABLE orders DROP CONSTRAINT orders_person_id_fkey;\n"
                             "DROP TABLE people;\n"
                             "ALTER TABLE people_new RENAME TO people;\n"
                             "ALTER TABLE orders ADD FOREIGN KEY (person_id) REFERENCES people (id);\n"
                             "-- both:\n"
                             "INSERT INTO orders (person_id) SELECT id FROM people;\n"};
    EXPECT_EQ(migrated({people, orders, anew}), 3);
    EXPECT_EQ(count("orders"), 1);
}

TEST_P(Migrations, RefuseRowsThatPointNowhere) {
    migrated({people, orders});
    const Migration careless{.name = "0003_careless.sql",
                             .sql = "INSERT INTO orders (person_id) VALUES (77);"};
    EXPECT_NE(complaint({people, orders, careless}), "");
    EXPECT_EQ(count("orders"), 0);
}

TEST_P(Migrations, OfTheHouseRun) {
    const auto all = house_migrations();
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front().name, "0001_platform.sql");
    for (const auto& migration : all) EXPECT_TRUE(migration.sql.starts_with("-- ")) << migration.name;
    EXPECT_EQ(migrated(all), static_cast<int>(all.size()));
}

TEST(Dialect, TranslatesOurWordsAndNothingElse) {
    constexpr std::string_view ours =
        "CREATE TABLE a (\n    id ROW_ID, -- a BIGINT here\n    n BIGINT CHECK (n IN ('BIGINT', 'a;b')), b "
        "BYTES, "
        "BIGINTS TEXT, d DOUBLE\n);\nCREATE INDEX a_n ON a (n);";
    EXPECT_EQ(in_dialect(ours, Engine::Sqlite),
              "CREATE TABLE a (\n    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a BIGINT here\n    n INTEGER "
              "CHECK (n IN "
              "('BIGINT', 'a;b')), b BLOB, BIGINTS TEXT, d REAL\n) STRICT;\nCREATE INDEX a_n ON a (n);");
    EXPECT_EQ(in_dialect(ours, Engine::Postgres),
              "CREATE TABLE a (\n    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, -- a BIGINT "
              "here\n    n "
              "BIGINT CHECK (n IN ('BIGINT', 'a;b')), b BYTEA, BIGINTS TEXT, d DOUBLE PRECISION\n);\nCREATE "
              "INDEX a_n "
              "ON a (n);");
}

TEST(Dialect, KeepsTheLinesOfTheEngineAndTheirNumbers) {
    constexpr std::string_view ours = "A;\n-- sqlite:\nB;\n-- postgres:\nC;\n-- both:\nD;\n";
    EXPECT_EQ(in_dialect(ours, Engine::Sqlite), "A;\n\nB;\n\n\n\nD;\n");
    EXPECT_EQ(in_dialect(ours, Engine::Postgres), "A;\n\n\n\nC;\n\nD;\n");
    EXPECT_EQ(in_dialect("A", Engine::Sqlite), "A");
    EXPECT_EQ(in_dialect("", Engine::Sqlite), "");
}

}  // namespace fabnum::sql
