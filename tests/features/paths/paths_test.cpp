// Interviews on a path, on the data of the small lab.

#include "features/paths/paths.h"

#include <gtest/gtest.h>

#include "tests/support/world.h"

namespace fabnum::paths {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}

std::optional<Day> due_of(const std::vector<Due>& all, Kind kind) {
    for (const Due& one : all)
        if (one.kind == kind) return one.on;
    return std::nullopt;
}

TEST(Timeline, RunsFromTheFirstWeekToAYearAfter) {
    const auto all = timeline(day("2026-09-07"), day("2027-03-05"));
    EXPECT_EQ(due_of(all, Kind::Day7), day("2026-09-14"));
    EXPECT_EQ(due_of(all, Kind::Month1), day("2026-10-07"));
    EXPECT_EQ(due_of(all, Kind::Month3), day("2026-12-07"));
    EXPECT_EQ(due_of(all, Kind::Exit), day("2027-02-26"));
    EXPECT_EQ(due_of(all, Kind::After1), day("2027-04-05"));
    EXPECT_EQ(due_of(all, Kind::After12), day("2028-03-06"));  // the 5th is a Sunday
}

TEST(Timeline, HasNoSixthMonthRightBeforeTheWayOut) {
    EXPECT_EQ(due_of(timeline(day("2026-09-07"), day("2027-03-05")), Kind::Month6), std::nullopt);
    EXPECT_EQ(due_of(timeline(day("2026-09-07"), day("2027-05-07")), Kind::Month6), day("2027-03-08"));
}

TEST(Timeline, NeverFallsOnAHoliday) {
    // The 1st of November is a holiday and a Sunday; the 11th is one too.
    EXPECT_EQ(due_of(timeline(day("2026-10-01"), day("2027-03-31")), Kind::Month1), day("2026-11-02"));
    EXPECT_EQ(due_of(timeline(day("2026-10-11"), day("2027-03-31")), Kind::Month1), day("2026-11-12"));
}

TEST(Timeline, EndsAShortMonthOnItsLastDay) {
    EXPECT_EQ(due_of(timeline(day("2027-01-29"), day("2027-07-30")), Kind::Month1), day("2027-03-01"));
}

TEST(Interviews, AreAgreedByTheYoungPersonAndNobodyElse) {
    EXPECT_FALSE(after(State::Planned, Step::Agree, YoungPerson));
    EXPECT_EQ(*after(State::Offered, Step::Agree, YoungPerson), State::Agreed);
    EXPECT_EQ(*after(State::Agreed, Step::OtherTime, YoungPerson), State::Planned);
    EXPECT_FALSE(after(State::Agreed, Step::Hold, YoungPerson));
}

Interview due_on(std::string_view day, State state = State::Planned) {
    Interview one;
    one.due = *day_from_iso(day);
    one.state = state;
    return one;
}

TEST(NextInterview, IsAnAppointmentElseWhatIsDueNowElseTheLastLeftOpen) {
    const std::vector<Interview> left = {due_on("2027-04-12"), due_on("2027-05-05"), due_on("2027-07-05"),
                                         due_on("2027-09-24")};
    const auto on = [&](std::string_view today) { return next_of(left, *day_from_iso(today))->due; };
    EXPECT_EQ(on("2027-04-01"), *day_from_iso("2027-04-12"));
    EXPECT_EQ(on("2027-07-05"), *day_from_iso("2027-07-05"));
    EXPECT_EQ(on("2027-07-11"), *day_from_iso("2027-07-05"));
    EXPECT_EQ(on("2027-12-01"), *day_from_iso("2027-09-24"));
    const std::vector<Interview> met = {due_on("2027-07-05"), due_on("2027-09-24", State::Agreed)};
    EXPECT_EQ(next_of(met, *day_from_iso("2027-07-05"))->due, *day_from_iso("2027-09-24"));
    EXPECT_EQ(next_of({due_on("2027-07-05", State::Held)}, *day_from_iso("2027-07-05")), nullptr);
}

class Paths : public testing::TestWithParam<sql::Engine> {
 protected:
    Paths() : lab(GetParam()), today(clock::day_in("Europe/Paris", lab.now)) {}

    Act by(const Actor& actor) { return {.by = actor, .at = lab.now, .once = {}}; }
    std::vector<Interview> of_ines(const Actor& actor) {
        return lab.database->read(
            [&](const sql::Reader& db) { return interviews_of(db, actor, lab.world.ines); });
    }
    const Interview& next() {
        kept = of_ines(lab.world.coordinator());
        return *next_of(kept, today);
    }

    support::Lab lab;
    Day today;
    std::vector<Interview> kept;
};

TEST_P(Paths, ShowACoordinatorWhatIsToHoldSoon) {
    const auto rows = lab.database->read(
        [&](const sql::Reader& db) { return list(db, lab.world.coordinator(), {}, today); });
    bool ines = false;
    for (const Row& row : rows) {
        EXPECT_LT(row.interview.due, monday_of(today) + 14);
        EXPECT_TRUE(is_open(row.interview.state));
        ines = ines || row.interview.person == lab.world.ines;
    }
    EXPECT_TRUE(ines);
}

TEST_P(Paths, AreClosedToOtherYoungPeopleAndToTheNetwork) {
    EXPECT_FALSE(of_ines(lab.world.participant(lab.world.ines)).empty());
    EXPECT_TRUE(of_ines(lab.world.participant(lab.world.yanis)).empty());
    EXPECT_TRUE(of_ines(lab.world.admin()).empty());
    EXPECT_TRUE(of_ines(lab.world.adviser()).empty());
    EXPECT_TRUE(of_ines({lab.world.julie, Role::Fabmanager, lab.world.marcq}).empty());
}

TEST_P(Paths, LetAYoungPersonAskForAnotherTime) {
    const auto id = next().id;
    EXPECT_EQ(next().state, State::Agreed);
    const auto ines = by(lab.world.participant(lab.world.ines));
    support::expect_done(answer(*lab.database, ines, id, false));
    EXPECT_EQ(next().state, State::Planned);
    EXPECT_FALSE(answer(*lab.database, ines, id, true));
    EXPECT_FALSE(answer(*lab.database, by(lab.world.participant(lab.world.yanis)), id, true));
}

TEST_P(Paths, KeepTheDayAnInterviewWasHeldAndTakeItBack) {
    const auto id = next().id;
    const auto karim = by(lab.world.fabmanager());
    support::expect_done(move(*lab.database, karim, id, Step::Hold, today));
    const auto held = lab.database->read([&](const sql::Reader& db) { return visible_to(db, karim.by, id); });
    EXPECT_EQ(held->held, today);
    EXPECT_EQ(move(*lab.database, karim, id, Step::Hold, today).refusal().key, "paths.moved_meanwhile");
    support::expect_done(move(*lab.database, karim, id, Step::Reopen, today));
}

TEST_P(Paths, AreNotPlannedTwice) {
    const Act act{.by = {.person = {}, .role = Role::System, .site = {}}, .at = lab.now, .once = {}};
    int made = -1;
    (void)lab.database->write(act, [&](const sql::Writer& db) -> Result<Done> {
        made = plan_all(db, act, today);
        return Done{};
    });
    EXPECT_EQ(made, 0);
}

INSTANTIATE_TEST_SUITE_P(Engines, Paths, testing::ValuesIn(support::both_engines),
                         [](const auto& one) { return support::name_of(one.param); });

}  // namespace
}  // namespace fabnum::paths
