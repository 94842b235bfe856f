#include "features/recruitment/candidate.h"

#include <gtest/gtest.h>

namespace fabnum::recruitment {
namespace {

const Day today = *day_from_iso("2026-11-24");

Seat seat_on(Day day, Attendance status) {
    Seat seat;
    seat.meeting.on = day;
    seat.status = status;
    return seat;
}
Interview talk_on(Day day, Talk state) {
    Interview one;
    one.on = day;
    one.state = state;
    return one;
}

TEST(Candidate, WhoIsOnlyKnownIsToBeInvited) {
    EXPECT_EQ(stage_of({}, today), Stage::Fresh);
    EXPECT_TRUE(needs_action(Stage::Fresh));
}

TEST(Candidate, ABookedSeatWaitsUntilItsDayIsOver) {
    Story story;
    story.seat = seat_on(today, Attendance::Booked);
    EXPECT_EQ(stage_of(story, today), Stage::Booked);
    EXPECT_EQ(stage_of(story, today + 1), Stage::MeetingToNote);
    EXPECT_FALSE(needs_action(Stage::Booked));
}

TEST(Candidate, WhoMissedOneMeetingAndCameToAnotherCame) {
    Story story;
    story.came = true;
    story.seat = seat_on(today - 3, Attendance::Missed);
    EXPECT_EQ(stage_of(story, today), Stage::Came);
}

TEST(Candidate, AnInterviewThatMovedIsToBeOfferedAgain) {
    Story story;
    story.came = true;
    story.interview = talk_on(today + 2, Talk::Moved);
    EXPECT_EQ(stage_of(story, today), Stage::Came);
    story.interview = talk_on(today + 2, Talk::Agreed);
    EXPECT_EQ(stage_of(story, today), Stage::InterviewAgreed);
    EXPECT_EQ(stage_of(story, today + 3), Stage::InterviewToNote);
}

TEST(Candidate, AWithdrawalWinsOverTheWaitingListAndASeatOverAll) {
    Story story;
    story.verdict = Verdict::Waiting;
    story.withdrawn = true;
    EXPECT_EQ(stage_of(story, today), Stage::Withdrawn);
    story.verdict = Verdict::Admitted;
    EXPECT_EQ(stage_of(story, today), Stage::Admitted);
    story.entered = true;
    EXPECT_EQ(stage_of(story, today), Stage::Entered);
}

TEST(Candidate, TheFunnelCountsEachStepWithItsWomen) {
    Story known, came, seated;
    came.was_invited = came.came = true;
    seated = came;
    seated.was_interviewed = true;
    seated.verdict = Verdict::Admitted;
    const auto funnel = funnel_of({{Gender::Woman, known}, {Gender::Man, came}, {Gender::Woman, seated}});
    EXPECT_EQ(funnel.known.all, 3);
    EXPECT_EQ(funnel.known.women, 2);
    EXPECT_EQ(funnel.invited.all, 2);
    EXPECT_EQ(funnel.came.all, 2);
    EXPECT_EQ(funnel.interviewed.all, 1);
    EXPECT_EQ(funnel.admitted.women, 1);
    EXPECT_EQ(funnel.entered.all, 0);
}

TEST(Candidate, NamesGoThreeMonthsAfterAnotherWayAndNeverWithASeat) {
    const Keeping keeping;
    const Day decided = *day_from_iso("2026-11-30");
    EXPECT_EQ(purge_day(Stage::OtherWay, decided, decided, keeping), *day_from_iso("2027-02-28"));
    EXPECT_EQ(purge_day(Stage::Interviewed, decided, decided, keeping), *day_from_iso("2027-11-30"));
    EXPECT_EQ(purge_day(Stage::Admitted, decided, decided, keeping), std::nullopt);
}

TEST(Candidate, AReasonBelongsToItsDecision) {
    EXPECT_TRUE(is_reason_for(Verdict::OtherWay, "age"));
    EXPECT_FALSE(is_reason_for(Verdict::Admitted, "age"));
    EXPECT_FALSE(is_reason_for(Verdict::OtherWay, ""));
}

}  // namespace
}  // namespace fabnum::recruitment
