#include "features/kiosk/kiosk.h"

#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "tests/support/world.h"

namespace fabnum::kiosk {
namespace {

using namespace std::chrono_literals;
const std::string key(32, 'k');

TEST(Times, AreThoseOfTheTabletWhenItsClockIsRight) {
    const Instant now = clock::paris(2026, 11, 24, 10, 0);
    const Times times = times_of(now - 40min, now - 1min, now);
    EXPECT_EQ(times.at, now - 39min);
    EXPECT_FALSE(times.tablet_at);
}

TEST(Times, AreCorrectedWhenTheTabletIsAnHourAhead) {
    const Instant now = clock::paris(2026, 11, 24, 10, 0);
    const Times times = times_of(now + 20min, now + 60min, now);
    EXPECT_EQ(times.at, now - 40min);
    EXPECT_EQ(times.tablet_at, now + 20min);
}

class Kiosk : public testing::TestWithParam<sql::Engine> {
 protected:
    Kiosk() {
        const auto link = offer_pairing(db(), {.by = w.coordinator(), .at = lab.now});
        token = *pair(db(), *link, "Entrée", lab.now);
        device = *db().read([&](const sql::Reader& reader) { return behind(reader, token); });
        support::expect_done(
            people::give_badge(db(), {.by = w.coordinator(), .at = lab.now}, w.yanis, "BADGE-YB", key));
        support::expect_done(
            people::set_pin(db(), {.by = w.participant(w.ines), .at = lab.now}, "4821", key));
    }
    Result<Known> comes(std::string_view secret) {
        return recognise(db(), device, secret, key, lab.now, today);
    }
    std::vector<attendance::Mark> yanis_today() {
        return db().read([&](const sql::Reader& reader) {
            return attendance::history(reader, w.yanis, today, cohorts::Half::Morning);
        });
    }
    Tap arrival(std::string name) const {
        return {.key = std::move(name),
                .person = w.yanis,
                .at = clock::paris(2026, 11, 24, 9, 4),
                .tablet_at = {}};
    }
    support::Lab lab{GetParam()};
    const app::world::World& w = lab.world;
    const Day today = *day_from_iso("2026-11-24");
    std::string token;
    Device device;
    sql::Database& db() { return *lab.database; }
};

TEST_P(Kiosk, KnowsABadgeAndACode) {
    ASSERT_TRUE(comes("BADGE-YB"));
    EXPECT_EQ(comes("BADGE-YB")->person, w.yanis);
    ASSERT_TRUE(comes("4821"));
    EXPECT_EQ(comes("4821")->given_name, "Inès");
    EXPECT_EQ(comes("0001").refusal().key, "kiosk.not_known");
}

TEST_P(Kiosk, TakesNobodyForSomebodyElseWhenTwoChoseTheSameCode) {
    support::expect_done(people::set_pin(db(), {.by = w.participant(w.noah), .at = lab.now}, "4821", key));
    EXPECT_EQ(comes("4821").refusal().key, "kiosk.ask_the_team");
}

TEST_P(Kiosk, SendsToTheTeamAfterFiveWrongCodesButStillKnowsBadges) {
    for (int i = 0; i < 6; ++i) (void)comes("0001");
    EXPECT_EQ(comes("4821").refusal().key, "kiosk.ask_the_team");
    EXPECT_TRUE(comes("BADGE-YB"));
}

TEST_P(Kiosk, KeepsTheFirstCopyOfATapSentTwice) {
    EXPECT_TRUE(*keep(db(), device, arrival("one"), lab.now));
    Tap again = arrival("one");
    again.at = again.at + 20min;
    EXPECT_FALSE(*keep(db(), device, again, lab.now));
    ASSERT_EQ(yanis_today().size(), 1u);
    EXPECT_EQ(yanis_today()[0].arrived, 9 * 60 + 4);
    EXPECT_EQ(yanis_today()[0].code, attendance::Code::Present);
}

TEST_P(Kiosk, KeepsTheFirstArrivalOfAHalfDay) {
    EXPECT_TRUE(*keep(db(), device, arrival("one"), lab.now));
    EXPECT_TRUE(*keep(db(), device, arrival("two"), lab.now));
    EXPECT_EQ(yanis_today().size(), 1u);
}

TEST_P(Kiosk, SaysWhenTheTimeIsThatOfATabletWhoseClockIsWrong) {
    Tap tap = arrival("one");
    const Times times = times_of(lab.now + 180min, lab.now + 200min, lab.now);
    tap.at = times.at;
    tap.tablet_at = times.tablet_at;
    EXPECT_TRUE(*keep(db(), device, tap, lab.now));
    ASSERT_EQ(yanis_today().size(), 1u);
    EXPECT_EQ(yanis_today()[0].arrived, 9 * 60 + 10);
    EXPECT_TRUE(yanis_today()[0].tablet_at);
}

TEST_P(Kiosk, LosesNoTapOfAnUnknownBadge) {
    Tap tap = arrival("one");
    tap.person = {};
    EXPECT_TRUE(*keep(db(), device, tap, lab.now));
    const auto unknown =
        db().read([&](const sql::Reader& reader) { return unknown_taps(reader, w.hem, lab.now - 24h); });
    ASSERT_EQ(unknown.size(), 1u);
    EXPECT_EQ(unknown[0].device, "Entrée");
}

TEST_P(Kiosk, KnowsNobodyOfAnotherSite) {
    const auto link = offer_pairing(db(), {.by = {w.samira, Role::Coordinator, w.marcq}, .at = lab.now});
    const auto other = pair(db(), *link, "Marcq", lab.now);
    device = *db().read([&](const sql::Reader& reader) { return behind(reader, *other); });
    EXPECT_EQ(comes("BADGE-YB").refusal().key, "kiosk.not_known");
}

TEST_P(Kiosk, IsPairedOnceByALinkAndNoLongerKnownOnceEnded) {
    const auto link = offer_pairing(db(), {.by = w.coordinator(), .at = lab.now});
    ASSERT_TRUE(pair(db(), *link, "A", lab.now));
    EXPECT_EQ(pair(db(), *link, "B", lab.now).refusal().key, "kiosk.link_ended");
    ASSERT_TRUE(end(db(), {.by = w.coordinator(), .at = lab.now}, device.id));
    EXPECT_FALSE(db().read([&](const sql::Reader& reader) { return behind(reader, token); }));
}

INSTANTIATE_TEST_SUITE_P(Engines, Kiosk, testing::ValuesIn(support::both_engines),
                         [](const auto& engine) { return support::name_of(engine.param); });

}  // namespace
}  // namespace fabnum::kiosk
