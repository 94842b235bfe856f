#include "features/cohorts/programme.h"

#include <gtest/gtest.h>

namespace fabnum::cohorts {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}

Programme usual() {
    return {.week = usual_week(), .closings = {}, .phases = {}, .goals = {}};
}

TEST(Programme, BeginsWithFourDaysAndTwentyFourHours) {
    EXPECT_EQ(usual_week().size(), 8u);
    EXPECT_EQ(weekly_minutes(usual_week()), 24 * 60);
    EXPECT_EQ(week_problem(usual_week()), std::nullopt);
}

TEST(Programme, AsksNoHoursOnAPublicHoliday) {
    // Wednesday 11 November 2026.
    EXPECT_EQ(due_minutes(usual(), day("2026-11-02"), day("2026-11-08")), 24 * 60);
    EXPECT_EQ(due_minutes(usual(), day("2026-11-09"), day("2026-11-15")), 18 * 60);
}

TEST(Programme, AsksNoHoursOnDaysThatItClosed) {
    auto programme = usual();
    programme.closings.push_back({{}, day("2026-12-24"), day("2026-12-31"), "Congés"});
    EXPECT_EQ(due_minutes(programme, day("2026-12-21"), day("2026-12-27")), 18 * 60);
    EXPECT_EQ(due_minutes(programme, day("2026-12-28"), day("2027-01-03")), 0);
    EXPECT_TRUE(is_closed(programme, day("2026-12-31")));
    EXPECT_FALSE(is_closed(programme, day("2026-12-23")));
}

TEST(Programme, TellsTheHalfDaysOfADay) {
    const auto found = half_days(usual(), day("2026-11-24"), day("2026-11-24"));  // a Tuesday
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].slot.nature, Nature::Learning);
    EXPECT_EQ(found[1].slot.half, Half::Afternoon);
    EXPECT_TRUE(half_days(usual(), day("2026-11-27"), day("2026-11-29")).empty());  // Friday to Sunday
    EXPECT_TRUE(half_days(usual(), day("2026-11-25"), day("2026-11-24")).empty());
}

TEST(Programme, RefusesAWeekThatCannotBe) {
    auto week = usual_week();
    week[0].ends = week[0].starts;
    EXPECT_EQ(week_problem(week), Refusal{"cohorts.problem.half_day_backwards"});
    week = usual_week();
    week[1].starts = 11 * 60;
    EXPECT_EQ(week_problem(week), Refusal{"cohorts.problem.half_days_overlap"});
    EXPECT_EQ(week_problem({}), Refusal{"cohorts.problem.week_empty"});
}

TEST(Programme, SpreadsTheReferenceRunOverTwentySixWeeks) {
    const auto phases = usual_phases(day("2026-09-07"), day("2027-03-05"));
    ASSERT_EQ(phases.size(), 6u);
    EXPECT_EQ(phases[0].ends, day("2026-09-20"));
    EXPECT_EQ(phases[3].starts, day("2026-11-30"));  // week 13
    EXPECT_EQ(phases[5].ends, day("2027-03-05"));
    EXPECT_EQ(phases_problem(phases, day("2026-09-07"), day("2027-03-05")), std::nullopt);
}

TEST(Programme, CutsTheReferenceRunWhereAShortCohortEnds) {
    const auto phases = usual_phases(day("2026-09-07"), day("2026-11-06"));
    ASSERT_EQ(phases.size(), 3u);
    EXPECT_EQ(phases.back().ends, day("2026-11-06"));
}

TEST(Programme, RefusesPhasesThatOverlapOrLeaveTheCohort) {
    const Day starts = day("2026-09-07"), ends = day("2027-03-05");
    EXPECT_EQ(phases_problem({{PhaseKind::Integration, day("2026-09-07"), day("2026-09-20")},
                              {PhaseKind::FirstOrders, day("2026-09-20"), day("2026-10-01")}},
                             starts, ends),
              Refusal{"cohorts.problem.phases_overlap"});
    EXPECT_EQ(phases_problem({{PhaseKind::Integration, day("2026-09-01"), day("2026-09-20")}}, starts, ends),
              Refusal{"cohorts.problem.phase_outside"});
    EXPECT_EQ(phases_problem({{PhaseKind::Integration, day("2026-09-20"), day("2026-09-10")}}, starts, ends),
              Refusal{"cohorts.problem.phase_backwards"});
}

}  // namespace
}  // namespace fabnum::cohorts
