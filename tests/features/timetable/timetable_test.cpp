#include "features/timetable/timetable.h"

#include <gtest/gtest.h>

#include "tests/support/world.h"

namespace fabnum::timetable {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}

Session in_the_morning(std::string title, Day on) {
    Session one;
    one.title = std::move(title);
    one.room = "Atelier";
    one.day = on;
    return one;
}

std::vector<std::string> keys_of(const std::vector<Refusal>& doubts) {
    std::vector<std::string> keys;
    for (const auto& doubt : doubts) keys.push_back(doubt.key);
    return keys;
}

using Keys = std::vector<std::string>;

TEST(Session, RaisesNoDoubtOnAnOrdinaryMorning) {
    EXPECT_EQ(keys_of(doubts_about(in_the_morning("Laser", day("2026-11-24")), {}, {})), Keys{});
}

TEST(Session, OnAPublicHolidayRaisesADoubt) {
    EXPECT_EQ(keys_of(doubts_about(in_the_morning("Laser", day("2026-11-11")), {}, {})),
              Keys{"timetable.doubt.holiday"});
}

TEST(Session, OnADayTheCohortIsClosedRaisesADoubt) {
    EXPECT_EQ(
        keys_of(doubts_about(in_the_morning("Laser", day("2026-11-24")), {}, {.people = 0, .closed = true})),
        Keys{"timetable.doubt.closed"});
}

TEST(Session, WhoseContributorIsAlreadyElsewhereRaisesADoubt) {
    auto here = in_the_morning("Laser", day("2026-11-24")),
         there = in_the_morning("Couture", day("2026-11-24"));
    there.id = {7};
    here.contributors = {{3}};
    there.contributors = {{3}};
    EXPECT_EQ(keys_of(doubts_about(here, {there}, {})), Keys{"timetable.doubt.contributor"});
    there.starts = here.ends;  // one after the other: no doubt
    there.ends = there.starts + 60;
    EXPECT_EQ(keys_of(doubts_about(here, {there}, {})), Keys{});
}

TEST(Session, KnowsAnOutsideContributorByTheirNameHoweverItIsWritten) {
    auto here = in_the_morning("Laser", day("2026-11-24")),
         there = in_the_morning("Couture", day("2026-11-24"));
    there.id = {7};
    here.outside = "Zoé Lemaître";
    there.outside = "zoe lemaitre";
    EXPECT_EQ(keys_of(doubts_about(here, {there}, {})), Keys{"timetable.doubt.contributor"});
}

TEST(Session, WithMorePeopleThanItsRoomHoldsRaisesADoubt) {
    auto one = in_the_morning("Laser", day("2026-11-24"));
    one.capacity = 8;
    EXPECT_EQ(keys_of(doubts_about(one, {}, {.people = 12})), Keys{"timetable.doubt.capacity"});
    EXPECT_EQ(keys_of(doubts_about(one, {}, {.people = 8})), Keys{});
}

TEST(Session, AWeekOfCoursesOnlyLooksLikeASchool) {
    auto course = in_the_morning("Laser", day("2026-11-24"));
    course.cohort = {1};
    course.nature = Nature::Learning;
    EXPECT_TRUE(is_all_learning({course}));
    auto order = course;
    order.nature = Nature::Mission;
    EXPECT_FALSE(is_all_learning({course, order}));
    EXPECT_FALSE(is_all_learning({}));
}

class Timetable : public testing::TestWithParam<sql::Engine> {
 protected:
    support::Lab lab{GetParam()};
    Act act() const { return {.by = lab.world.coordinator(), .at = lab.now}; }
    Session morning(std::string_view iso) const {
        auto one = in_the_morning("Découpe laser", day(iso));
        one.site = lab.world.hem;
        one.cohort = lab.world.promo3;
        return one;
    }
    sql::Database& db() { return *lab.database; }
};

TEST_P(Timetable, RepeatsASessionEveryWeek) {
    const auto kept = plan(db(), act(), repeated(morning("2026-12-01"), 3), "");
    ASSERT_TRUE(kept) << kept.refusal().key;
    const auto found = db().read([&](const sql::Reader& reader) {
        return of_site(reader, lab.world.hem, day("2026-12-01"), day("2026-12-31"));
    });
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].title, "Découpe laser");
    EXPECT_EQ(found[2].day, day("2026-12-15"));
}

TEST_P(Timetable, KeepsADoubtfulSessionOnlyWithAReason) {
    ASSERT_TRUE(plan(db(), act(), {morning("2026-12-01")}, ""));
    const auto again = plan(db(), act(), {morning("2026-12-01")}, "");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.refusal().key, "timetable.doubtful");
    const auto kept = plan(db(), act(), {morning("2026-12-01")}, "Deux groupes côte à côte");
    ASSERT_TRUE(kept);
    const auto found = db().read([&](const sql::Reader& reader) { return find(reader, *kept); });
    EXPECT_EQ(found->kept_because, "Deux groupes côte à côte");
}

TEST_P(Timetable, IsPlannedByItsOwnSiteOnly) {
    Act elsewhere = act();
    elsewhere.by = {lab.world.julie, Role::Fabmanager, lab.world.marcq};
    EXPECT_EQ(plan(db(), elsewhere, {morning("2026-12-01")}, "").refusal().key, "timetable.not_yours");
}

TEST_P(Timetable, CancelsASessionOnce) {
    const auto kept = plan(db(), act(), {morning("2026-12-01")}, "");
    ASSERT_TRUE(cancel(db(), act(), *kept, "Intervenant malade"));
    EXPECT_EQ(cancel(db(), act(), *kept, "Encore").refusal().key, "timetable.moved_meanwhile");
    const auto left = db().read([&](const sql::Reader& reader) {
        return of_cohort(reader, lab.world.promo3, day("2026-12-01"), day("2026-12-01"));
    });
    EXPECT_TRUE(left.empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, Timetable, testing::ValuesIn(support::both_engines),
                         [](const auto& engine) { return support::name_of(engine.param); });

}  // namespace
}  // namespace fabnum::timetable
