#include "features/civics/civic.h"

#include <gtest/gtest.h>

namespace fabnum::civics {
namespace {

using namespace std::chrono_literals;
const Day first{2026y / std::chrono::October / 1};
const Day last{2027y / std::chrono::March / 31};
const Asked asked{};

Standing standing_with(int theory, bool first_aid) {
    Standing one;
    one.starts = first;
    one.ends = last;
    one.theory = theory;
    one.first_aid = first_aid;
    return one;
}

std::vector<Need> needs_of(const Standing& standing, Day today) {
    std::vector<Need> all;
    for (const Todo& one : todo_of(standing, asked, today)) all.push_back(one.need);
    return all;
}

TEST(CivicTraining, IsHalfDoneAfterADayOfTheoryAndAHalfDayMore) {
    EXPECT_FALSE(has_half(standing_with(2, false), asked));
    EXPECT_TRUE(has_half(standing_with(3, false), asked));
    EXPECT_TRUE(has_half(standing_with(1, true), asked));
}

TEST(CivicTraining, DoesNotCountMoreTheoryThanIsAskedFor) {
    EXPECT_EQ(halves_done(standing_with(9, false), asked), asked.theory_halves());
}

TEST(CivicTraining, AsksForHalfBeforeTheFourthMonthAndForTheRestBeforeTheEnd) {
    const auto todo = todo_of(standing_with(0, false), asked, first + 10);
    ASSERT_EQ(todo.size(), 3u);
    EXPECT_EQ(todo[0].need, Need::Half);
    EXPECT_EQ(to_iso(todo[0].due), "2027-01-01");
    EXPECT_EQ(todo[1].due, last);
    EXPECT_EQ(todo[2].need, Need::FirstAid);
}

TEST(CivicTraining, SaysWhatIsPlannedInTimeAndWhatIsPlannedTooLate) {
    Standing one = standing_with(1, false);
    one.theory_planned = 2;
    one.theory_next = first + 30;
    EXPECT_TRUE(todo_of(one, asked, first + 10).front().planned);
    one.theory_next = first + 120;
    EXPECT_FALSE(todo_of(one, asked, first + 10).front().planned);
}

TEST(CivicTraining, IsCompleteOnlyWithTheCertificateOfFirstAid) {
    Standing one = standing_with(4, false);
    one.followed = true;
    EXPECT_TRUE(has_half(one, asked));
    EXPECT_FALSE(has_all(one, asked));
    EXPECT_EQ(needs_of(one, first + 10), std::vector{Need::FirstAid});
    one.first_aid = true;
    EXPECT_TRUE(needs_of(one, first + 10).empty());
}

TEST(CivicTraining, AsksForNothingOnceTheDeclarationIsDue) {
    EXPECT_FALSE(needs_of(standing_with(0, false), last + 30).empty());
    EXPECT_TRUE(needs_of(standing_with(0, false), last + 90).empty());
}

}  // namespace
}  // namespace fabnum::civics
