#include <thread>

#include <gtest/gtest.h>

#include "platform/sql/migrations.h"
#include "platform/sql/sql.h"
#include "tests/support/engines.h"

namespace fabnum::sql {

namespace {

constexpr Migration counts{
    .name = "0001_counts.sql",
    .sql =
        "CREATE TABLE counts (id ROW_ID, number BIGINT NOT NULL);\n"
        "INSERT INTO counts (number) VALUES (0);\n"
        "CREATE TABLE once_keys (key TEXT PRIMARY KEY, at BIGINT NOT NULL, location TEXT);"};
constexpr std::string_view number_now = "SELECT number FROM counts WHERE id = 1";
constexpr std::string_view one_more = "UPDATE counts SET number = number + 1 WHERE id = 1";

// What only a server elsewhere can do to us.
class Postgres : public testing::Test {
 protected:
    void SetUp() override {
        migrate(place.where(), {counts}, {});
        database = Database::open({.where = place.where(), .readers = 1});
    }
    std::int64_t number() {
        return database->read([](const Reader& db) { return db.value<std::int64_t>({}, number_now); });
    }
    // Ends every other connection to this database, as a restart of the server does.
    void cut_connections() {
        support::run_script(place.where(), R"sql(
            SELECT pg_terminate_backend(pid)
              FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid())sql");
    }

    support::Place place{Engine::Postgres, support::Place::With::Nothing};
    std::unique_ptr<Database> database;
};

}  // namespace

TEST_F(Postgres, DeadConnectionsAreReplaced) {
    EXPECT_EQ(number(), 0);
    cut_connections();
    EXPECT_EQ(number(), 0);
    cut_connections();
    support::expect_done(database->write(Act{}, [](const Writer& db) -> Result<Done> {
        db.run({}, one_more);
        return Done{};
    }));
    EXPECT_EQ(number(), 1);
    EXPECT_TRUE(database->is_ready());
}

TEST_F(Postgres, AWriteWhoseConnectionIsCutBeforeItsCommitRunsAgain) {
    int runs = 0, after = 0;
    support::expect_done(database->write(Act{.once = "k"}, [&](const Writer& db) -> Result<Done> {
        ++runs;
        db.after_commit([&] { ++after; });
        db.run({}, one_more);
        if (runs == 1) cut_connections();
        db.run({}, one_more);
        return Done{};
    }));
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(after, 1);
    EXPECT_EQ(number(), 2);
}

TEST_F(Postgres, AWriteThatTheServerWantsAgainRunsAgain) {
    for (const std::string code : {"40001", "40P01"}) {
        int runs = 0;
        support::expect_done(database->write(Act{}, [&](const Writer& db) -> Result<Done> {
            if (++runs < 3)
                db.run({}, "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '" + code + "'; END $$");
            return Done{};
        }));
        EXPECT_EQ(runs, 3);
    }
}

TEST_F(Postgres, AReadIsNotRunAgainHalfway) {
    int runs = 0;
    const auto read = [&](const Reader& db) {
        ++runs;
        cut_connections();
        db.value<std::int64_t>({}, number_now);
    };
    EXPECT_THROW(database->read(read), Broken);
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(number(), 0);
}

TEST_F(Postgres, ACommitWithoutAnAnswerIsSaidToBeUnknown) {
    support::run_script(place.where(), R"sql(
        CREATE FUNCTION pull_the_plug() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_terminate_backend(pg_backend_pid());
            RETURN NULL;
        END;
        $$;
        CREATE CONSTRAINT TRIGGER plug AFTER UPDATE ON counts DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION pull_the_plug())sql");
    int runs = 0;
    const auto write = [&](const Writer& db) -> Result<Done> {
        ++runs;
        db.run({}, one_more);
        return Done{};
    };
    try {
        support::expect_done(database->write(Act{}, write));
        FAIL() << "nobody can know";
    } catch (const Broken& error) {
        EXPECT_TRUE(std::string_view(error.what()).starts_with("outcome unknown")) << error.what();
    }
    EXPECT_EQ(runs, 1);
}

TEST_F(Postgres, ServersWriteOneAfterTheOther) {
    const auto other = Database::open({.where = place.where(), .readers = 1});
    const auto count = [](Database& server) {
        for (int i = 0; i < 25; ++i)
            support::expect_done(server.write(Act{}, [](const Writer& db) -> Result<Done> {
                const auto now = db.value<std::int64_t>({}, number_now);
                db.run({now + 1}, "UPDATE counts SET number = $1 WHERE id = 1");
                return Done{};
            }));
    };
    std::jthread elsewhere([&] { count(*other); });
    count(*database);
    elsewhere.join();
    EXPECT_EQ(number(), 50);
}

TEST_F(Postgres, ASchemaChangedUnderAPreparedStatementIsNoTroubleToAWrite) {
    const auto write = [](const Writer& db) -> Result<std::int64_t> {
        return db.value<std::int64_t>({}, "SELECT number FROM counts ORDER BY id LIMIT 1");
    };
    EXPECT_TRUE(database->write(Act{}, write));
    support::run_script(place.where(), "ALTER TABLE counts ALTER COLUMN number TYPE NUMERIC");
    EXPECT_EQ(*database->write(Act{}, write), 0);
}

TEST_F(Postgres, NoValueOfAPersonIsInAComplaint) {
    try {
        database->read([](const Reader& db) {
            db.each([](Row&) {}, {"Amina"}, "SELECT number FROM counts WHERE id = $1");
        });
        FAIL();
    } catch (const Broken& error) {
        EXPECT_EQ(std::string_view(error.what()).find("Amina"), std::string_view::npos) << error.what();
    }
}

}  // namespace fabnum::sql
