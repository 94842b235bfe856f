#include "features/projects/turns.h"

#include <gtest/gtest.h>

namespace fabnum::projects {
namespace {

constexpr PersonId ines{1}, yanis{2}, noah{3}, kenza{4};
Day november(unsigned day) {
    return Day{std::chrono::year{2026} / std::chrono::November / std::chrono::day{day}};
}

History had(PersonId person, int times, std::optional<Day> last = {}) {
    History one;
    one.person = person;
    one.times = times;
    one.last = last;
    return one;
}

std::vector<PersonId> names(const std::vector<Proposal>& line) {
    std::vector<PersonId> people;
    for (const auto& one : line) people.push_back(one.person);
    return people;
}

TEST(Turns, GoFirstToWhoeverNeverHadTheRole) {
    const auto line = in_turn({had(ines, 1, november(2)), had(yanis, 0), had(noah, 2, november(9))});
    EXPECT_EQ(names(line), (std::vector{yanis, ines, noah}));
    EXPECT_EQ(line.front().why, Why::NeverHad);
}

TEST(Turns, GoToWhoeverHadItLeast) {
    const auto line = in_turn({had(ines, 2, november(2)), had(yanis, 1, november(20))});
    EXPECT_EQ(line.front().person, yanis);
    EXPECT_EQ(line.front().why, Why::FewerTimes);
}

TEST(Turns, GoToWhoeverHadItLongestAgoAmongEquals) {
    const auto line =
        in_turn({had(ines, 1, november(12)), had(yanis, 1, november(3)), had(noah, 1, november(20))});
    EXPECT_EQ(names(line), (std::vector{yanis, ines, noah}));
    EXPECT_EQ(line.front().why, Why::LongestAgo);
}

TEST(Turns, PutWhoeverPassedAfterEverybodyElse) {
    auto passed = had(yanis, 0);
    passed.passed_here = true;
    EXPECT_EQ(names(in_turn({passed, had(ines, 3, november(1))})), (std::vector{ines, yanis}));
}

TEST(Turns, DoNotGiveBothRolesOfAMissionToOnePerson) {
    auto leads = had(yanis, 0);
    leads.has_other_role = true;
    EXPECT_EQ(in_turn({leads, had(ines, 1, november(1))}).front().person, ines);
}

TEST(Turns, PreferWhoeverHoldsNoSuchRoleElsewhereNow) {
    auto busy = had(ines, 0);
    busy.under_way = 1;
    EXPECT_EQ(in_turn({busy, had(kenza, 1, november(1))}).front().person, kenza);
}

TEST(Turns, KeepTheOrderOfTheCohortAmongThoseAlike) {
    EXPECT_EQ(names(in_turn({had(kenza, 0), had(ines, 0), had(yanis, 0)})),
              (std::vector{kenza, ines, yanis}));
}

TEST(Turns, NameEverybodyOnce) {
    EXPECT_EQ(in_turn({had(ines, 0), had(yanis, 1, november(1)), had(noah, 5, november(2))}).size(), 3u);
    EXPECT_TRUE(in_turn({}).empty());
}

}  // namespace
}  // namespace fabnum::projects
