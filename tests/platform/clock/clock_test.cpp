#include "platform/clock/clock.h"

#include <chrono>
#include <stdexcept>

#include <gtest/gtest.h>

namespace fabnum::clock {
namespace {

using namespace std::chrono_literals;

constexpr auto zone = "Europe/Paris";
const Day spring{std::chrono::year_month_day{2026y / 3 / 29}};
const Day autumn{std::chrono::year_month_day{2026y / 10 / 25}};

TEST(Clock, KnowsWinterAndSummerInParis) {
    EXPECT_EQ(to_iso(paris(2026, 11, 24, 9, 30)), "2026-11-24T08:30:00Z");
    EXPECT_EQ(to_iso(paris(2026, 7, 14)), "2026-07-14T07:00:00Z");
    EXPECT_EQ(to_iso(paris(2026, 1, 1, 0)), "2025-12-31T23:00:00Z");
}

TEST(Clock, JumpsOverTheHourThatSpringTakes) {
    EXPECT_EQ(to_iso(instant_in(zone, spring, 1 * 60 + 59)), "2026-03-29T00:59:00Z");
    EXPECT_EQ(to_iso(instant_in(zone, spring, 2 * 60)), "2026-03-29T01:00:00Z");
    EXPECT_EQ(to_iso(instant_in(zone, spring, 2 * 60 + 30)), "2026-03-29T01:00:00Z");
    EXPECT_EQ(to_iso(instant_in(zone, spring, 3 * 60)), "2026-03-29T01:00:00Z");
    EXPECT_EQ(to_iso(instant_in(zone, spring, 3 * 60 + 1)), "2026-03-29T01:01:00Z");
}

TEST(Clock, TakesTheEarlierOfTheTwoHoursThatAutumnGives) {
    EXPECT_EQ(to_iso(instant_in(zone, autumn, 1 * 60 + 59)), "2026-10-24T23:59:00Z");
    EXPECT_EQ(to_iso(instant_in(zone, autumn, 2 * 60)), "2026-10-25T00:00:00Z");
    EXPECT_EQ(to_iso(instant_in(zone, autumn, 2 * 60 + 30)), "2026-10-25T00:30:00Z");
    EXPECT_EQ(to_iso(instant_in(zone, autumn, 3 * 60)), "2026-10-25T02:00:00Z");
}

TEST(Clock, ReadsBothHoursOfAutumnAsTheSameTime) {
    const Instant first = instant_in(zone, autumn, 150);
    EXPECT_EQ(minutes_in(zone, first), 150);
    EXPECT_EQ(minutes_in(zone, first + 1h), 150);
    EXPECT_EQ(minutes_in(zone, first + 2h), 210);
}

TEST(Clock, NeverGoesBackAsTheWallClockAdvances) {
    for (const Day day : {spring, autumn}) {
        Instant last = instant_in(zone, day, 0);
        for (int minute = 1; minute <= 24 * 60; ++minute) {
            const Instant at = instant_in(zone, day, minute);
            EXPECT_GE(at, last) << minute;
            last = at;
        }
    }
}

TEST(Clock, ReadsBackTheDayAndTheMinutes) {
    for (int days = 0; days < 365; ++days)
        for (const int minutes : {0, 90, 9 * 60 + 2, 23 * 60 + 59}) {
            const Day day = Day{2026y / 1 / 1} + days;
            const Instant at = instant_in(zone, day, minutes);
            EXPECT_EQ(day_in(zone, at), day);
            EXPECT_EQ(minutes_in(zone, at), minutes) << to_iso(day);
        }
}

TEST(Clock, ChangesDayAtMidnightOfTheZoneNotOfGreenwich) {
    const Instant at = paris(2026, 7, 14, 0, 30);
    EXPECT_EQ(to_iso(at), "2026-07-13T22:30:00Z");
    EXPECT_EQ(day_in(zone, at), Day{2026y / 7 / 14});
    EXPECT_EQ(day_in("UTC", at), Day{2026y / 7 / 13});
    EXPECT_EQ(day_in("Indian/Reunion", at), Day{2026y / 7 / 14});
}

TEST(Clock, KnowsTimesBeforeNineteenSeventy) {
    const Instant at = instant_in("UTC", Day{1969y / 12 / 31}, 23 * 60 + 59);
    EXPECT_EQ(at.micros, -60'000'000);
    EXPECT_EQ(minutes_in("UTC", at - 1us), 23 * 60 + 58);
}

TEST(Clock, KnowsSummersOfAnotherCentury) {
    for (const int year : {1995, 1999, 2000, 2001, 2099, 2100, 2101}) {
        const Day summer{std::chrono::year{year} / 7 / 14}, winter{std::chrono::year{year} / 1 / 1};
        EXPECT_EQ(minutes_in("UTC", instant_in(zone, summer, 12 * 60)), 10 * 60) << year;
        EXPECT_EQ(minutes_in(zone, instant_in(zone, summer, 12 * 60)), 12 * 60) << year;
        EXPECT_EQ(minutes_in("UTC", instant_in(zone, winter, 12 * 60)), 11 * 60) << year;
        EXPECT_EQ(day_in(zone, instant_in(zone, winter, 0)), winter) << year;
    }
}

TEST(Clock, RefusesAZoneThatDoesNotExist) {
    EXPECT_THROW(day_in("Europe/Hem", {}), std::invalid_argument);
}

TEST(Clock, FixedStaysUntilMoved) {
    Fixed fixed(paris(2026, 11, 24));
    EXPECT_EQ(fixed.now(), paris(2026, 11, 24));
    fixed.move_to(paris(2026, 11, 25));
    EXPECT_EQ(fixed.now(), paris(2026, 11, 25));
}

TEST(Clock, OfTheMachineAdvances) {
    const Instant before = system().now();
    EXPECT_GT(before, paris(2024, 1, 1));
    EXPECT_GE(system().now(), before);
}

}  // namespace
}  // namespace fabnum::clock
