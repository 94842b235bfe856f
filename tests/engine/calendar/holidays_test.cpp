#include "engine/calendar/holidays.h"

#include <map>

#include <gtest/gtest.h>

namespace fabnum::calendar {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}

// The church's tables, with the earliest and the latest Easter there can be.
TEST(Easter, FallsWhereTheTablesSay) {
    for (const auto* sunday :
         {"1900-04-15", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24",
          "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18",
          "2076-04-19", "2100-03-28"}) {
        EXPECT_EQ(to_iso(easter_sunday(static_cast<int>(day(sunday).ymd().year()))), sunday);
    }
}

TEST(Easter, IsAlwaysASundayBetween22MarchAnd25April) {
    for (int year = 1900; year < 2200; ++year) {
        const Day easter = easter_sunday(year);
        EXPECT_EQ(easter.weekday(), std::chrono::Sunday) << year;
        const std::string within_year = to_iso(easter).substr(5);
        EXPECT_GE(within_year, "03-22") << year;
        EXPECT_LE(within_year, "04-25") << year;
    }
}

TEST(Holidays, AreElevenInFrance) {
    std::map<std::string, Holiday> of_2026;
    for (const auto& [on, holiday] : holidays_of(2026)) of_2026[to_iso(on)] = holiday;
    EXPECT_EQ(of_2026, (std::map<std::string, Holiday>{{"2026-01-01", Holiday::NewYear},
                                                       {"2026-04-06", Holiday::EasterMonday},
                                                       {"2026-05-01", Holiday::LabourDay},
                                                       {"2026-05-08", Holiday::Victory1945},
                                                       {"2026-05-14", Holiday::Ascension},
                                                       {"2026-05-25", Holiday::WhitMonday},
                                                       {"2026-07-14", Holiday::BastilleDay},
                                                       {"2026-08-15", Holiday::Assumption},
                                                       {"2026-11-01", Holiday::AllSaints},
                                                       {"2026-11-11", Holiday::Armistice1918},
                                                       {"2026-12-25", Holiday::Christmas}}));
}

TEST(Holidays, OfAlsaceAndMoselleAreTwoMore) {
    EXPECT_EQ(holidays_of(2026, Region::AlsaceMoselle).size(), 13u);
    EXPECT_EQ(holiday_on(day("2026-04-03"), Region::AlsaceMoselle), Holiday::GoodFriday);
    EXPECT_EQ(holiday_on(day("2026-12-26"), Region::AlsaceMoselle), Holiday::SecondChristmasDay);
    EXPECT_EQ(holiday_on(day("2026-04-03")), std::nullopt);
    EXPECT_EQ(holiday_on(day("2026-12-26")), std::nullopt);
}

TEST(Holidays, ComeInTheOrderOfTheYear) {
    for (int year = 2000; year < 2100; ++year) {
        const auto all = holidays_of(year, Region::AlsaceMoselle);
        EXPECT_TRUE(std::is_sorted(all.begin(), all.end())) << year;
    }
}

TEST(WorkingDays, LeaveOutWeekEndsAndHolidays) {
    EXPECT_TRUE(is_working_day(day("2026-11-10")));
    EXPECT_FALSE(is_working_day(day("2026-11-11")));  // Armistice, a Wednesday
    EXPECT_FALSE(is_working_day(day("2026-11-14")));
    EXPECT_FALSE(is_working_day(day("2026-11-15")));
}

TEST(WorkingDays, AreCountedWithBothEnds) {
    EXPECT_EQ(working_days_between(day("2026-11-09"), day("2026-11-13")), 4);
    EXPECT_EQ(working_days_between(day("2026-11-10"), day("2026-11-10")), 1);
    EXPECT_EQ(working_days_between(day("2026-11-11"), day("2026-11-11")), 0);
    EXPECT_EQ(working_days_between(day("2026-11-13"), day("2026-11-09")), 0);
    EXPECT_EQ(working_days_between(day("2026-01-01"), day("2026-12-31")), 252);
    EXPECT_EQ(working_days_between(day("2024-01-01"), day("2024-12-31")), 252);
}

TEST(WorkingDays, CountAHolidayOnceWhenTwoShareTheDay) {
    // 1 May 2008 was Labour Day and Ascension.
    EXPECT_EQ(working_days_between(day("2008-04-28"), day("2008-05-02")), 4);
}

TEST(WorkingDays, CountedAtOnceAreThoseCountedOneByOne) {
    const Day from = day("2026-09-07");
    int one_by_one = 0;
    for (int after = 0; after < 800; ++after) {
        if (is_working_day(from + after)) ++one_by_one;
        ASSERT_EQ(working_days_between(from, from + after), one_by_one) << after;
    }
}

TEST(WorkingDays, AreCountedOnFromADay) {
    EXPECT_EQ(working_days_after(day("2026-11-10"), 1), day("2026-11-12"));
    EXPECT_EQ(working_days_after(day("2026-11-06"), 3), day("2026-11-12"));
    EXPECT_EQ(working_days_after(day("2026-11-07"), 1), day("2026-11-09"));
    EXPECT_EQ(working_days_after(day("2026-11-10"), 0), day("2026-11-10"));
}

TEST(Months, EndOnTheirLastDayWhereTheyAreShorter) {
    EXPECT_EQ(months_after(day("2026-11-30"), 3), day("2027-02-28"));
    EXPECT_EQ(months_after(day("2027-11-30"), 3), day("2028-02-29"));
    EXPECT_EQ(months_after(day("2026-09-07"), 6), day("2027-03-07"));
    EXPECT_EQ(months_after(day("2026-03-31"), -1), day("2026-02-28"));
}

TEST(Age, ChangesOnTheBirthday) {
    EXPECT_EQ(age_on(day("2009-03-14"), day("2027-03-13")), 17);
    EXPECT_EQ(age_on(day("2009-03-14"), day("2027-03-14")), 18);
    EXPECT_EQ(age_on(day("2008-02-29"), day("2026-02-28")), 17);
    EXPECT_EQ(age_on(day("2008-02-29"), day("2026-03-01")), 18);
}

}  // namespace
}  // namespace fabnum::calendar
