#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "platform/sql/once.h"
#include "platform/sql/sql.h"
#include "tests/support/engines.h"

namespace fabnum::sql {

namespace {

constexpr std::string_view shelves = R"sql(
    CREATE TABLE once_keys (key TEXT PRIMARY KEY, at BIGINT NOT NULL, location TEXT NOT NULL);
    CREATE TABLE rooms (id ROW_ID, name TEXT NOT NULL UNIQUE);
    CREATE TABLE shelves (
        id ROW_ID,
        room_id BIGINT NOT NULL REFERENCES rooms (id),
        sheets BIGINT NOT NULL CHECK (sheets >= 0)
    );
    INSERT INTO rooms (name) VALUES ('wood');
    INSERT INTO shelves (room_id, sheets) VALUES (1, 0);)sql";

class Databases : public testing::TestWithParam<Engine> {
 protected:
    void SetUp() override {
        migrate(place_.where(), {{.name = "0001_shelves.sql", .sql = shelves}}, {});
        database_ = Database::open({.where = place_.where(), .readers = 2});
    }
    std::int64_t sheets() {
        return database_->read([](const Reader& db) {
            return db.value<std::int64_t>({}, "SELECT sheets FROM shelves WHERE id = 1");
        });
    }
    Result<Done> set_sheets(std::int64_t count, const Act& act = {}) {
        return database_->write(act, [&](const Writer& db) -> Result<Done> {
            db.run({count}, "UPDATE shelves SET sheets = $1 WHERE id = 1");
            return Done{};
        });
    }
    Result<Done> run(std::string_view sql) {
        return database_->write(Act{}, [&](const Writer& db) -> Result<Done> {
            db.run({}, sql);
            return Done{};
        });
    }

    support::Place place_{GetParam(), support::Place::With::Nothing};
    std::unique_ptr<Database> database_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Databases, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

}  // namespace

TEST_P(Databases, KeepWhatIsWritten) {
    EXPECT_TRUE(set_sheets(5));
    EXPECT_EQ(sheets(), 5);
    database_.reset();
    database_ = Database::open({.where = place_.where()});
    EXPECT_EQ(sheets(), 5);
}

TEST_P(Databases, UndoARefusedWrite) {
    const auto answer = database_->write(Act{}, [](const Writer& db) -> Result<Done> {
        db.run({}, "UPDATE shelves SET sheets = 9 WHERE id = 1");
        return Refusal{"stock.not_enough"};
    });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().key, "stock.not_enough");
    EXPECT_EQ(sheets(), 0);
}

TEST_P(Databases, UndoAWriteThatThrows) {
    EXPECT_THROW(
        support::expect_done(database_->write(Act{},
                                              [](const Writer& db) -> Result<Done> {
                                                  db.run({}, "UPDATE shelves SET sheets = 9 WHERE id = 1");
                                                  throw std::runtime_error("the glue is gone");
                                              })),
        std::runtime_error);
    EXPECT_EQ(sheets(), 0);
    EXPECT_TRUE(set_sheets(1));
}

TEST_P(Databases, CannotGoOnAfterAFailedStatement) {
    EXPECT_THROW(support::expect_done(database_->write(
                     Act{},
                     [](const Writer& db) -> Result<Done> {
                         db.run({}, "UPDATE shelves SET sheets = 9 WHERE id = 1");
                         EXPECT_THROW(db.run({}, "UPDATE shelves SET sheets = -1 WHERE id = 1"), Constraint);
                         return Done{};
                     })),
                 Broken);
    EXPECT_EQ(sheets(), 0);
    EXPECT_TRUE(set_sheets(1));
}

TEST_P(Databases, NameABrokenConstraint) {
    EXPECT_THROW(support::expect_done(run("INSERT INTO rooms (name) VALUES ('wood')")), Constraint);
    EXPECT_THROW(support::expect_done(run("INSERT INTO rooms (name) VALUES (NULL)")), Constraint);
    EXPECT_THROW(support::expect_done(run("INSERT INTO shelves (room_id, sheets) VALUES (99, 1)")),
                 Constraint);
    EXPECT_THROW(support::expect_done(run("UPDATE shelves SET sheets = -1")), Constraint);
    EXPECT_THROW(support::expect_done(run("DELETE FROM rooms")), Constraint);
    try {
        support::expect_done(run("SELECT nothing FROM nowhere"));
        FAIL();
    } catch (const Constraint&) {
        FAIL() << "a missing table is no constraint";
    } catch (const Broken&) {
    }
}

TEST_P(Databases, SayHowManyRowsWereTouched) {
    support::expect_done(database_->write(Act{}, [](const Writer& db) -> Result<Done> {
        EXPECT_EQ(db.run({}, "INSERT INTO shelves (room_id, sheets) VALUES (1, 2), (1, 3)"), 2);
        EXPECT_EQ(db.run({}, "UPDATE shelves SET sheets = sheets + 1 WHERE sheets > 1"), 2);
        EXPECT_EQ(db.run({}, "DELETE FROM shelves WHERE sheets = 77"), 0);
        return Done{};
    }));
}

TEST_P(Databases, DoNotLetAReaderWrite) {
    EXPECT_THROW(
        database_->read([](const Reader& db) { db.each([](Row&) {}, {}, "UPDATE shelves SET sheets = 9"); }),
        Broken);
    EXPECT_EQ(sheets(), 0);
}

TEST_P(Databases, ShowAReaderOnePicture) {
    database_->read([&](const Reader& db) {
        constexpr std::string_view count = "SELECT sheets FROM shelves WHERE id = 1";
        EXPECT_EQ(db.value<std::int64_t>({}, count), 0);
        std::thread([&] { EXPECT_TRUE(set_sheets(7)); }).join();
        EXPECT_EQ(db.value<std::int64_t>({}, count), 0);
    });
    EXPECT_EQ(sheets(), 7);
}

TEST_P(Databases, LetAReaderSeeItsOwnWritesOnly) {
    support::expect_done(database_->write(Act{}, [&](const Writer& db) -> Result<Done> {
        db.run({}, "UPDATE shelves SET sheets = 4 WHERE id = 1");
        EXPECT_EQ(db.value<std::int64_t>({}, "SELECT sheets FROM shelves WHERE id = 1"), 4);
        EXPECT_EQ(sheets(), 0);
        return Done{};
    }));
    EXPECT_EQ(sheets(), 4);
}

TEST_P(Databases, PutWritersOneAfterTheOther) {
    constexpr int threads = 4, each = 25;
    std::vector<std::jthread> writers;
    for (int i = 0; i < threads; ++i)
        writers.emplace_back([&] {
            for (int n = 0; n < each; ++n)
                support::expect_done(database_->write(Act{}, [](const Writer& db) -> Result<Done> {
                    const auto now = db.value<std::int64_t>({}, "SELECT sheets FROM shelves WHERE id = 1");
                    db.run({now + 1}, "UPDATE shelves SET sheets = $1 WHERE id = 1");
                    return Done{};
                }));
        });
    writers.clear();
    EXPECT_EQ(sheets(), threads * each);
}

TEST_P(Databases, UndoOnlyTheRefusedOneOfManyWriters) {
    constexpr int threads = 4, each = 30;
    std::atomic<int> kept = 0, undone = 0;
    std::vector<std::jthread> writers;
    for (int i = 0; i < threads; ++i)
        writers.emplace_back([&, i] {
            for (int n = 0; n < each; ++n) {
                try {
                    const auto answer = database_->write(Act{}, [&](const Writer& db) -> Result<Done> {
                        db.run({}, "UPDATE shelves SET sheets = sheets + 1 WHERE id = 1");
                        if ((n + i) % 3 == 1) return Refusal{"stock.no"};
                        if ((n + i) % 3 == 2) db.run({}, "UPDATE shelves SET sheets = -1 WHERE id = 1");
                        return Done{};
                    });
                    ++(answer ? kept : undone);
                } catch (const Constraint&) {
                    ++undone;
                }
            }
        });
    writers.clear();
    EXPECT_EQ(kept + undone, threads * each);
    EXPECT_EQ(kept, threads * each / 3);
    EXPECT_EQ(sheets(), kept);
}

TEST_P(Databases, RefuseAWriteInsideAWrite) {
    EXPECT_THROW(support::expect_done(database_->write(Act{},
                                                       [&](const Writer&) -> Result<Done> {
                                                           EXPECT_TRUE(set_sheets(1));
                                                           return Done{};
                                                       })),
                 std::logic_error);
    EXPECT_EQ(sheets(), 0);
}

TEST_P(Databases, DoAnActWithTheSameKeyOnce) {
    EXPECT_TRUE(set_sheets(3, {.once = "k1"}));
    database_->remember("k1", "/orders/12");
    try {
        EXPECT_TRUE(set_sheets(99, {.once = "k1"}));
        FAIL() << "done twice";
    } catch (const DoneBefore& before) {
        EXPECT_EQ(before.location, "/orders/12");
    }
    EXPECT_EQ(sheets(), 3);
    EXPECT_TRUE(set_sheets(4, {.once = "k2"}));
    EXPECT_TRUE(set_sheets(5));
}

TEST_P(Databases, ForgetOldKeysOnly) {
    EXPECT_TRUE(set_sheets(1, {.at = Instant{100}, .once = "old"}));
    EXPECT_TRUE(set_sheets(2, {.at = Instant{200}, .once = "new"}));
    EXPECT_TRUE(database_->is_ready());
    support::expect_done(database_->write(Act{}, [](const Writer& db) -> Result<Done> {
        EXPECT_EQ(forget_once_keys(db, Instant{150}), 1);
        return Done{};
    }));
    EXPECT_TRUE(set_sheets(3, {.once = "old"}));
    EXPECT_THROW(support::expect_done(set_sheets(4, {.once = "new"})), DoneBefore);
}

TEST_P(Databases, GiveTheKeyOfARefusedActBack) {
    const auto refuse = [](const Writer&) -> Result<Done> { return Refusal{"no"}; };
    EXPECT_FALSE(database_->write(Act{.once = "k"}, refuse));
    EXPECT_TRUE(set_sheets(3, {.once = "k"}));
    EXPECT_EQ(sheets(), 3);
}

TEST_P(Databases, DoOneOfTwentyDoubleClicks) {
    std::atomic<int> done = 0, refused = 0;
    std::vector<std::jthread> clicks;
    for (int i = 0; i < 20; ++i)
        clicks.emplace_back([&] {
            try {
                support::expect_done(
                    database_->write(Act{.once = "same"}, [](const Writer& db) -> Result<Done> {
                        db.run({}, "UPDATE shelves SET sheets = sheets + 1 WHERE id = 1");
                        return Done{};
                    }));
                ++done;
            } catch (const DoneBefore&) {
                ++refused;
            }
        });
    clicks.clear();
    EXPECT_EQ(done, 1);
    EXPECT_EQ(refused, 19);
    EXPECT_EQ(sheets(), 1);
}

TEST_P(Databases, RunWhatWaitsForTheCommitOnlyAfterIt) {
    std::vector<std::int64_t> seen;
    support::expect_done(database_->write(Act{}, [&](const Writer& db) -> Result<Done> {
        db.after_commit([&] { seen.push_back(sheets()); });
        db.run({}, "UPDATE shelves SET sheets = 6 WHERE id = 1");
        return Done{};
    }));
    EXPECT_EQ(seen, std::vector<std::int64_t>{6});
    const auto refused = database_->write(Act{}, [&](const Writer& db) -> Result<Done> {
        db.after_commit([&] { seen.push_back(-1); });
        return Refusal{"no"};
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(seen.size(), 1u);
    EXPECT_TRUE(set_sheets(7));
    EXPECT_EQ(seen.size(), 1u);
}

TEST_P(Databases, LetWhatWaitsForTheCommitWriteAgain) {
    support::expect_done(database_->write(Act{}, [&](const Writer& db) -> Result<Done> {
        db.after_commit([&] { EXPECT_TRUE(set_sheets(8)); });
        return Done{};
    }));
    EXPECT_EQ(sheets(), 8);
}

TEST_P(Databases, AreReadyWhenAWriteGoesThrough) {
    EXPECT_TRUE(database_->is_ready());
    EXPECT_TRUE(database_->is_ready());
    EXPECT_EQ(sheets(), 0);
}

TEST_P(Databases, MayBeLookedAtWhileInUse) {
    const auto other = Database::open({.where = place_.where(), .readers = 1, .read_only = true});
    EXPECT_TRUE(set_sheets(2));
    EXPECT_EQ(other->read([](const Reader& db) {
        return db.value<std::int64_t>({}, "SELECT sheets FROM shelves WHERE id = 1");
    }),
              2);
    const auto write = [](const Writer&) -> Result<Done> { return Done{}; };
    EXPECT_THROW(support::expect_done(other->write(Act{}, write)), Broken);
    EXPECT_FALSE(other->is_ready());
}

TEST_P(Databases, ShowTheSameRowsInTheSameOrder) {
    support::expect_done(run("INSERT INTO shelves (room_id, sheets) VALUES (1, 30), (1, 20), (1, 10)"));
    const auto counts = database_->read([](const Reader& db) {
        return db.all([](Row& row) { return row.take<std::int64_t>(); }, {},
                      "SELECT sheets FROM shelves ORDER BY sheets DESC");
    });
    EXPECT_EQ(counts, (std::vector<std::int64_t>{30, 20, 10, 0}));
    const auto none = database_->read([](const Reader& db) {
        return db.one([](Row& row) { return row.take<std::int64_t>(); }, {77},
                      "SELECT sheets FROM shelves WHERE id = $1");
    });
    EXPECT_EQ(none, std::nullopt);
    EXPECT_THROW(database_->read([](const Reader& db) {
        return db.value<int>({}, "SELECT sheets FROM shelves WHERE id = 0");
    }),
                 Broken);
}

TEST(Places, SayClearlyThatAPlaceIsWrong) {
    EXPECT_THROW(Database::open({.where = "/nowhere/at/all/fabnum.db"}), Broken);
    EXPECT_THROW(Database::open({.where = "postgresql://127.0.0.1:1/none"}), Broken);
    support::TemporaryFolder folder;
    EXPECT_THROW(
        Database::open({.where = folder.path() + "/missing.db", .read_only = true})->read([](const Reader&) {
        }),
        Broken);
}

}  // namespace fabnum::sql
