#include "platform/journal/readings.h"

#include <gtest/gtest.h>

#include "tests/support/engines.h"

namespace fabnum::journal {

namespace {

using namespace std::chrono_literals;

constexpr Instant noon{1'795'507'200'000'000};
constexpr SiteId hem{1};
constexpr PersonId bruno{7}, carole{8}, amina{9}, basile{10};

Act look(PersonId reader, Instant at) {
    return {.by = {.person = reader, .role = Role::Coordinator, .site = hem}, .at = at, .once = {}};
}

}  // namespace

TEST(Readings, SayWhoReadWhomAndWhat) {
    support::for_each_engine([](sql::Database& database) {
        note_reading(database, look(bruno, noon), amina, "notebook", hem);
        note_reading(database, look(carole, noon + 1h), amina, "orders", hem);
        note_reading(database, look(carole, noon + 2h), basile, "notebook", hem);
        const auto of_amina = database.read([](const sql::Reader& db) { return readings_of(db, amina); });
        ASSERT_EQ(of_amina.size(), 2u);
        EXPECT_EQ(of_amina[0].reader, carole);
        EXPECT_EQ(of_amina[0].part, "orders");
        EXPECT_EQ(of_amina[1].reader, bruno);
        EXPECT_EQ(of_amina[1].at, noon);
        EXPECT_EQ(of_amina[1].role, Role::Coordinator);
        EXPECT_EQ(of_amina[1].site, hem);
        const auto by_carole = database.read([](const sql::Reader& db) { return readings_by(db, carole); });
        ASSERT_EQ(by_carole.size(), 2u);
        EXPECT_EQ(by_carole[0].whose, basile);
    });
}

TEST(Readings, OfTheSamePartWithinTenMinutesAreOne) {
    support::for_each_engine([](sql::Database& database) {
        const auto lines = [&] {
            return database.read([](const sql::Reader& db) { return readings_of(db, amina).size(); });
        };
        note_reading(database, look(bruno, noon), amina, "notebook", hem);
        note_reading(database, look(bruno, noon + 9min), amina, "notebook", hem);
        EXPECT_EQ(lines(), 1u);
        note_reading(database, look(bruno, noon + 9min), amina, "orders", hem);
        note_reading(database, look(carole, noon + 9min), amina, "notebook", hem);
        note_reading(database, look(bruno, noon + 11min), amina, "notebook", hem);
        EXPECT_EQ(lines(), 4u);
    });
}

TEST(Readings, ByAPrivateLinkHaveNoReaderButARole) {
    support::for_each_engine([](sql::Database& database) {
        const Act by_link{.by = {.role = Role::Requester}, .at = noon, .once = {}};
        note_reading(database, by_link, amina, "thanks", hem);
        note_reading(database, by_link, amina, "thanks", hem);
        const auto found = database.read([](const sql::Reader& db) { return readings_of(db, amina); });
        ASSERT_EQ(found.size(), 1u);
        EXPECT_FALSE(found[0].reader);
        EXPECT_EQ(found[0].role, Role::Requester);
    });
}

TEST(Readings, DoNotUseUpTheKeyOfTheAct) {
    support::for_each_engine([](sql::Database& database) {
        Act act = look(bruno, noon);
        act.once = "k";
        note_reading(database, act, amina, "notebook", hem);
        const auto nothing = [](const sql::Writer&) -> Result<Done> { return Done{}; };
        EXPECT_NO_THROW(support::expect_done(database.write(act, nothing)));
    });
}

TEST(Readings, AreForgottenWhenTheirTimeIsOver) {
    support::for_each_engine([](sql::Database& database) {
        note_reading(database, look(bruno, noon), amina, "notebook", hem);
        note_reading(database, look(bruno, noon + 24h), amina, "notebook", hem);
        support::expect_done(database.write(Act{}, [](const sql::Writer& db) -> Result<Done> {
            EXPECT_EQ(forget_readings(db, noon + 1h), 1);
            return Done{};
        }));
        EXPECT_EQ(database.read([](const sql::Reader& db) { return readings_of(db, amina).size(); }), 1u);
    });
}

}  // namespace fabnum::journal
