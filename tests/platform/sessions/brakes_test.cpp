#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "platform/sessions/sessions.h"
#include "tests/support/engines.h"

namespace fabnum::sessions {
namespace {

using namespace std::chrono_literals;

const Instant morning = clock::paris(2026, 11, 24, 9);

class Brakes : public testing::TestWithParam<sql::Engine> {
 protected:
    template <class Use>
    void write(Use&& use) {
        support::expect_done(fresh->write({}, [&](const sql::Writer& db) -> Result<Done> {
            use(db);
            return Done{};
        }));
    }
    void fail(int times, Instant at = morning, std::string_view key = "account 3") {
        write([&](const sql::Writer& db) {
            for (int i = 0; i < times; ++i) note_failure(db, key, at);
        });
    }
    int wait(Instant at = morning, Brake brake = account_brake, std::string_view key = "account 3") {
        return fresh->read([&](const sql::Reader& db) { return wait_for(db, key, brake, at); });
    }

    support::FreshDatabase fresh{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Brakes, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Brakes, LetFourMistakesPass) {
    EXPECT_EQ(wait(), 0);
    fail(4);
    EXPECT_EQ(wait(), 0);
}

TEST_P(Brakes, DoubleTheWaitFromTheFifthMistakeOn) {
    fail(5);
    for (const int seconds : {1, 2, 4, 8, 16}) {
        EXPECT_EQ(wait(), seconds);
        EXPECT_EQ(wait(morning + std::chrono::seconds{seconds}), 0);
        fail(1);
    }
}

TEST_P(Brakes, CountTheWaitFromTheLastMistakeAndRoundItUp) {
    fail(7);
    EXPECT_EQ(wait(morning + 1s), 3);
    EXPECT_EQ(wait(morning + 2500ms), 2);
    EXPECT_EQ(wait(morning + 4s - 1us), 1);
}

TEST_P(Brakes, HoldAfterTenMistakesUntilAQuarterOfAnHourHasPassed) {
    fail(1);
    fail(9, morning + 5min);
    EXPECT_EQ(wait(morning + 5min), 600);
    EXPECT_EQ(wait(morning + 15min - 1s), 1);
    EXPECT_EQ(wait(morning + 15min), 0);
}

TEST_P(Brakes, NeverHoldForMoreThanAMinuteBeforeThat) {
    fail(40, morning, "address 192.0.2.7");
    EXPECT_EQ(wait(morning, address_brake, "address 192.0.2.7"), 60);
}

TEST_P(Brakes, HoldAnAddressLaterThanAnAccount) {
    fail(24, morning, "address 192.0.2.7");
    EXPECT_EQ(wait(morning, address_brake, "address 192.0.2.7"), 0);
    fail(1, morning, "address 192.0.2.7");
    EXPECT_EQ(wait(morning, address_brake, "address 192.0.2.7"), 1);
}

TEST_P(Brakes, CountAnewAfterAQuarterOfAnHour) {
    fail(9);
    fail(1, morning + 15min + 1s);
    EXPECT_EQ(wait(morning + 15min + 1s), 0);
    fail(4, morning + 15min + 1s);
    EXPECT_EQ(wait(morning + 15min + 1s), 1);
}

TEST_P(Brakes, AreLetGoBySuccess) {
    fail(8);
    write([](const sql::Writer& db) { note_success(db, "account 3"); });
    EXPECT_EQ(wait(), 0);
}

TEST_P(Brakes, HoldOneKeyOnly) {
    fail(8);
    EXPECT_EQ(wait(morning, account_brake, "account 4"), 0);
}

TEST_P(Brakes, AreForgottenADayLater) {
    fail(8);
    write([](const sql::Writer& db) { EXPECT_EQ(sweep(db, morning + 24h), 0); });
    write([](const sql::Writer& db) { EXPECT_EQ(sweep(db, morning + 24h + 1s), 1); });
}

TEST(AddressKey, OfIpv4IsTheAddress) {
    EXPECT_EQ(address_key("192.0.2.7"), "192.0.2.7");
    EXPECT_NE(address_key("192.0.2.7"), address_key("192.0.2.8"));
}

TEST(AddressKey, OfIpv6IsTheSameForOneHouseHoweverItIsWritten) {
    const std::pair<std::string, std::vector<std::string>> houses[] = {
        {"2001:db8:1:2::1",
         {"2001:db8:1:2::ffff", "2001:db8:1:2:a:b:c:d", "2001:DB8:1:2::1", "2001:0db8:0001:0002::1"}},
        {"2001:db8::1", {"2001:db8::2", "2001:db8::a:b:c:d", "2001:db8:0:0:a::", "2001:db8:0:0:1:2:3:4"}},
        {"2001:db8:1::1", {"2001:db8:1::a:b:c:d", "2001:db8:1:0:1:2:3:4"}},
        {"fe80::1", {"fe80::2", "fe80::a:b:c:d"}}};
    for (const auto& [one, others] : houses)
        for (const auto& other : others)
            EXPECT_EQ(address_key(one), address_key(other)) << one << " " << other;
}

TEST(AddressKey, OfIpv6IsAnotherForTheNextHouse) {
    const std::string houses[] = {"2001:db8:1:2::1", "2001:db8:1:3::1", "2001:db8:2:2::1",
                                  "2001:db8::1",     "2001:db8:1::1",   "::1"};
    for (const auto& one : houses)
        for (const auto& other : houses)
            EXPECT_EQ(address_key(one) == address_key(other), one == other) << one << " " << other;
}

TEST(AddressKey, OfAnIpv4AddressInIpv6IsThatAddress) {
    EXPECT_EQ(address_key("::ffff:192.0.2.7"), "192.0.2.7");
}

TEST(AddressKey, OfAnythingElseIsItself) {
    EXPECT_EQ(address_key(""), "");
    EXPECT_EQ(address_key("a:b"), "a:b");
}

}  // namespace
}  // namespace fabnum::sessions
