// Twelve invented people whose shares can be worked out by hand.

#include "engine/statistics/competing.h"

#include <gtest/gtest.h>

#include "engine/statistics/survival.h"

namespace fabnum::statistics {
namespace {

constexpr int job = 1, drop = 2;
const std::vector<Ended> twelve = {{21, drop}, {45, job},   {45, drop}, {60, job}, {90, drop}, {120, job},
                                   {120, job}, {150, drop}, {182, 0},   {182, 0},  {182, 0},   {182, 0}};

TEST(AalenJohansen, SharesThoseWhoStayedTookAJobOrDroppedOut) {
    const auto curve = aalen_johansen(twelve, 2);
    struct Known {
        double time, stay, job, drop;
    };
    constexpr Known known[] = {{45, .75, 1 / 12.0, 2 / 12.0},
                               {90, 7 / 12.0, 2 / 12.0, 3 / 12.0},
                               {120, 5 / 12.0, 4 / 12.0, 3 / 12.0},
                               {150, 4 / 12.0, 4 / 12.0, 4 / 12.0}};
    for (const Known& one : known) {
        const Shares found = at(curve, one.time, 2);
        EXPECT_NEAR(found.stay, one.stay, 1e-12) << one.time;
        EXPECT_NEAR(found.gone[0], one.job, 1e-12) << one.time;
        EXPECT_NEAR(found.gone[1], one.drop, 1e-12) << one.time;
    }
}

TEST(AalenJohansen, SaysLessDropOutThanKaplanMeierAlone) {
    std::vector<Spell> alone;
    for (const Ended& one : twelve) alone.push_back({one.time, one.way == drop});
    EXPECT_NEAR(1 - at(kaplan_meier(alone), 150).survival, .41666667, 5e-9);
    EXPECT_NEAR(at(aalen_johansen(twelve, 2), 150, 2).gone[1], .33333333, 5e-9);
}

TEST(AalenJohansen, WithOneWayOutIsKaplanMeier) {
    const std::vector<Spell> spells = {{2, true}, {3, false}, {3, true}, {5, true}, {8, false}};
    std::vector<Ended> people;
    for (const Spell& spell : spells) people.push_back({spell.time, spell.event ? 1 : 0});
    const auto curve = aalen_johansen(people, 1);
    for (const Point& point : kaplan_meier(spells)) {
        const Shares found = at(curve, point.time, 1);
        EXPECT_NEAR(found.stay, point.survival, 1e-12);
        EXPECT_NEAR(found.stay + found.gone[0], 1, 1e-12);
    }
}

TEST(AalenJohansen, BeforeAnythingHappensEverybodyStays) {
    const Shares found = at(aalen_johansen(twelve, 2), 10, 2);
    EXPECT_EQ(found.stay, 1);
    EXPECT_EQ(found.gone, (std::vector<double>{0, 0}));
}

}  // namespace
}  // namespace fabnum::statistics
