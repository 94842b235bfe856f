#include "features/volunteering/engagement.h"

#include <gtest/gtest.h>

#include "features/volunteering/ending.h"
#include "features/volunteering/minors.h"

namespace fabnum::volunteering {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}

Engagement autumn() {
    Engagement one;
    one.starts = day("2026-10-01");
    one.ends = day("2027-04-30");
    return one;
}
Agreement approval() {
    Agreement one;
    one.employer = {1};
    one.host = {2};
    one.number = "HF-1";
    one.from = day("2025-01-01");
    one.to = day("2027-12-31");
    return one;
}
std::vector<std::string> against(const Engagement& engagement, std::optional<Day> birth = day("2005-05-05")) {
    std::vector<std::string> keys;
    for (const Refusal& one : objections(engagement, approval(), birth, Limits{}))
        keys.push_back(one.key.substr(std::string("volunteering.problem.").size()));
    return keys;
}
using Keys = std::vector<std::string>;

TEST(Engagement, LastsFromSixToTwelveMonths) {
    auto one = autumn();
    EXPECT_EQ(against(one), Keys{});
    one.ends = day("2027-03-31");  // six months to the day
    EXPECT_EQ(against(one), Keys{});
    one.ends = day("2027-03-30");
    EXPECT_EQ(against(one), Keys{"too_short"});
    one.ends = day("2027-09-30");
    EXPECT_EQ(against(one), Keys{});
    one.ends = day("2027-10-01");
    EXPECT_EQ(against(one), Keys{"too_long"});
    one.ends = day("2026-09-30");
    EXPECT_EQ(against(one), Keys{"backwards"});
}

TEST(Engagement, StartsBeforeTheTwentySixthBirthday) {
    EXPECT_EQ(against(autumn(), day("2000-10-02")), Keys{});
    EXPECT_EQ(against(autumn(), day("2000-10-01")), Keys{"too_old"});
    auto one = autumn();
    one.disabled = true;
    EXPECT_EQ(against(one, day("2000-10-01")), Keys{});
    EXPECT_EQ(against(autumn(), day("2010-10-01")), Keys{});
    EXPECT_EQ(against(autumn(), day("2010-10-02")), Keys{"too_young"});
}

TEST(Engagement, HasFewerHoursBeforeEighteen) {
    auto one = autumn();
    one.weekly_hours = 36;
    EXPECT_EQ(against(one), Keys{});
    EXPECT_EQ(against(one, day("2009-01-01")), Keys{"minor_hours"});
    one.weekly_hours = 23;
    EXPECT_EQ(against(one), Keys{"hours"});
}

TEST(Engagement, StartsUnderItsApprovalAndAfterTheCej) {
    auto one = autumn();
    one.cej = true;
    one.cej_signed = day("2026-10-02");
    EXPECT_EQ(against(one), Keys{"cej_after_start"});
    one = autumn();
    one.starts = day("2028-01-03");
    one.ends = day("2028-07-31");
    EXPECT_EQ(against(one), Keys{"outside_agreement"});
}

TEST(Engagement, KeepsWhatWasSignedUnderItsAmendments) {
    const auto now = in_force(autumn(),
                              {{Amended::WeeklyHours, "28", day("2026-12-01"), "essai"},
                               {Amended::EndsOn, "2027-05-31", day("2026-12-01"), "la promo dure"}},
                              day("2026-11-15"));
    EXPECT_EQ(now.weekly_hours, 24);  // not yet
    EXPECT_EQ(now.ends, day("2027-05-31"));
}

TEST(Engagement, OfAMinorNeedsTheParents) {
    auto one = autumn();
    one.host_tutor = {1};
    one.employer_tutor = {1};
    one.home_address = "x";
    one.elisa = "x";
    auto agreement = approval();
    agreement.signed_on = agreement.from;
    EXPECT_TRUE(missing_of(one, agreement, day("2005-05-05"), false).empty());
    const auto missing = missing_of(one, agreement, day("2009-05-05"), false);
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(missing[0].what, Missing::Authorisation);
    EXPECT_TRUE(missing[0].blocks_start);
    EXPECT_TRUE(missing_of(one, agreement, day("2009-05-05"), true).empty());
}

TEST(Engagement, EarnsOneMoreDayOfLeaveAMonthBeforeEighteen) {
    const auto leave = leave_of(autumn(), {}, day("2005-05-05"), Limits{}, day("2026-11-30"));
    EXPECT_EQ(leave.in_all, 14);
    EXPECT_EQ(leave.earned, 4);
    // Eighteen on 15 December: October, November and December began before.
    EXPECT_EQ(leave_of(autumn(), {}, day("2008-12-15"), Limits{}, day("2026-11-30")).in_all, 17);
}

TEST(Minors, HaveTheirWeekReadAgainstEachRule) {
    EXPECT_TRUE(broken_by(cohorts::usual_week(), Limits{}).empty());
    auto week = cohorts::usual_week();
    week[1].ends = 18 * 60;  // 7 h 30 on Monday
    EXPECT_EQ(broken_by(week, Limits{}), std::vector{MinorRule::DayHours});
    week = {{.weekday = 1, .starts = 8 * 60, .ends = 12 * 60},
            {.weekday = 1, .half = cohorts::Half::Afternoon, .starts = 12 * 60 + 20, .ends = 14 * 60}};
    EXPECT_EQ(broken_by(week, Limits{}), std::vector{MinorRule::Break});
    week[1].starts = 12 * 60 + 30;
    EXPECT_TRUE(broken_by(week, Limits{}).empty());
    week[1] = {.weekday = 2, .starts = 20 * 60, .ends = 22 * 60 + 30};
    EXPECT_EQ(broken_by(week, Limits{}), std::vector{MinorRule::Night});
    week.clear();
    for (const int weekday : {1, 3, 5, 7}) week.push_back({.weekday = weekday});
    EXPECT_EQ(broken_by(week, Limits{}), std::vector{MinorRule::RestDays});
}

TEST(Minors, StandAtNoDangerousMachine) {
    EXPECT_FALSE(may_use_dangerous_machines(day("2009-03-14"), day("2027-03-13")));
    EXPECT_TRUE(may_use_dangerous_machines(day("2009-03-14"), day("2027-03-14")));
    EXPECT_FALSE(may_use_dangerous_machines(std::nullopt, day("2027-03-14")));
}

Result<EndPlan> planned(EndReason reason, EndedBy by, std::string_view notified,
                        const std::vector<Absence>& absences = {}) {
    return plan_end(autumn(), reason, by, day(notified), absences, day("2005-05-05"), Limits{});
}

TEST(EarlyEnd, RunsAMonthOfNoticeUnlessTheReasonOrBothSayNo) {
    EXPECT_EQ(planned(EndReason::Job, EndedBy::Volunteer, "2026-12-10")->on, day("2027-01-10"));
    EXPECT_EQ(planned(EndReason::LongJob, EndedBy::Volunteer, "2026-12-10")->on, day("2026-12-10"));
    EXPECT_EQ(planned(EndReason::Job, EndedBy::Both, "2026-12-10")->on, day("2026-12-10"));
    EXPECT_EQ(planned(EndReason::Fault, EndedBy::Host, "2026-12-10")->on, day("2026-12-10"));
    EXPECT_EQ(planned(EndReason::Abandonment, EndedBy::Host, "2026-12-10")->on, day("2027-01-10"));
}

TEST(EarlyEnd, IsRefusedForAReasonThatSideCannotGive) {
    EXPECT_EQ(planned(EndReason::Fault, EndedBy::Volunteer, "2026-12-10").refusal().key,
              "volunteering.problem.not_their_reason");
    EXPECT_EQ(planned(EndReason::Job, EndedBy::Volunteer, "2026-09-30").refusal().key,
              "volunteering.problem.before_start");
    EXPECT_EQ(planned(EndReason::Job, EndedBy::Volunteer, "2027-04-10").refusal().key,
              "volunteering.problem.not_early");
}

TEST(EarlyEnd, TakesTheLeaveLeftBeforeTheLastDay) {
    // Three whole months until 10 January: six days, the last of them a Friday.
    const auto plan = planned(EndReason::Job, EndedBy::Volunteer, "2026-12-10");
    EXPECT_EQ(plan->leave_left, 6);
    EXPECT_EQ(plan->leave_from, day("2026-12-31"));  // 31 Dec, then 4 to 8 January; the 1st is a holiday
    const auto taken = planned(
        EndReason::Job, EndedBy::Volunteer, "2026-12-10",
        {{.kind = AbsenceKind::Leave, .from = day("2026-11-02"), .to = day("2026-11-09"), .days = 6}});
    EXPECT_EQ(taken->leave_from, std::nullopt);
}

TEST(EarlyEnd, LeavesTasksAndAnAttestationAfterSixMonths) {
    const auto early = planned(EndReason::Fault, EndedBy::Host, "2026-12-10");
    EXPECT_FALSE(early->attestation);
    EXPECT_EQ(early->tasks.front().kind, TaskKind::Letter);
    const auto late = planned(EndReason::LongJob, EndedBy::Volunteer, "2027-04-05");
    EXPECT_TRUE(late->attestation);
    EXPECT_EQ(late->tasks.front().kind, TaskKind::TellAsp);
}

}  // namespace
}  // namespace fabnum::volunteering
