#include "base/day.h"

#include <gtest/gtest.h>

namespace fabnum {
namespace {

using namespace std::chrono_literals;
using std::chrono::November;

const Day tuesday{2026y / November / 24};

TEST(Day, IsWrittenAndReadBackAsIso8601) {
    for (const auto* text : {"1900-01-01", "1999-12-31", "2026-11-24", "2028-02-29", "2199-12-31"}) {
        const auto day = day_from_iso(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(to_iso(*day), text);
    }
}

TEST(Day, IsReadFromNothingButARealDate) {
    for (const auto* text : {"",           "2026",        "2026-11",     "2026-1-24",     "2026-11-4",
                             "26-11-24",   "2026-11-24 ", " 2026-11-24", "2026-11-24T",   "2026/11/24",
                             "24-11-2026", "2026-00-10",  "2026-13-01",  "2026-11-00",    "2026-11-31",
                             "2026-02-29", "2100-02-29",  "1899-12-31",  "2200-01-01",    "-026-11-24",
                             "+026-11-24", "2026-+1-24",  "2026-11-2x",  "2026-11-2\xC2", "٢٠٢٦-11"})
        EXPECT_FALSE(day_from_iso(text)) << text;
}

TEST(Day, MovesByDaysAcrossMonthsYearsAndLeapDays) {
    EXPECT_EQ(tuesday + 7, Day{2026y / std::chrono::December / 1});
    EXPECT_EQ(tuesday - 24, Day{2026y / std::chrono::October / 31});
    EXPECT_EQ(to_iso(*day_from_iso("2028-02-28") + 1), "2028-02-29");
    EXPECT_EQ(to_iso(*day_from_iso("2026-12-31") + 1), "2027-01-01");
}

TEST(Day, CountsTheDaysToAnotherForwardsAndBackwards) {
    EXPECT_EQ(days_between(tuesday, tuesday), 0);
    EXPECT_EQ(days_between(tuesday, tuesday + 400), 400);
    EXPECT_EQ(days_between(tuesday, tuesday - 1), -1);
}

TEST(Day, BelongsToTheWeekOfItsMonday) {
    const Day monday = tuesday - 1;
    for (int after = 0; after < 7; ++after) EXPECT_EQ(monday_of(monday + after), monday) << after;
    EXPECT_EQ(monday_of(monday + 7), monday + 7);
    EXPECT_EQ(to_iso(monday_of(*day_from_iso("2027-01-01"))), "2026-12-28");
}

TEST(Day, ComesBeforeALaterOne) {
    EXPECT_LT(tuesday, tuesday + 1);
    EXPECT_EQ(tuesday, tuesday + 0);
}

TEST(Instant, IsWrittenInUtcToTheSecond) {
    EXPECT_EQ(to_iso(Instant{0}), "1970-01-01T00:00:00Z");
    EXPECT_EQ(to_iso(Instant{1'795'507'200'000'000}), "2026-11-24T08:00:00Z");
    EXPECT_EQ(to_iso(Instant{1'795'507'200'999'999}), "2026-11-24T08:00:00Z");
}

TEST(Instant, BeforeTheEpochIsOnTheDayBefore) {
    EXPECT_EQ(to_iso(Instant{-1}), "1969-12-31T23:59:59Z");
}

TEST(Instant, MovesByDurationsAndGivesThemBack) {
    const Instant at{1'000'000};
    EXPECT_EQ((at + 90min) - at, 90min);
    EXPECT_EQ((at - 1h) + 1h, at);
    EXPECT_LT(at, at + 1us);
}

}  // namespace
}  // namespace fabnum
