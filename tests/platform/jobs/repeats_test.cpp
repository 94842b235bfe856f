#include "platform/jobs/repeats.h"

#include <gtest/gtest.h>

#include "tests/support/engines.h"

namespace fabnum::jobs {

namespace {

using namespace std::chrono_literals;

const Instant morning = clock::paris(2026, 11, 24, 9, 0);

class RepeatedWork : public testing::TestWithParam<sql::Engine> {
 protected:
    int runs_at(Instant now) {
        clock.move_to(now);
        return runner.run_due();
    }

    support::FreshDatabase fresh{GetParam()};
    clock::Fixed clock{morning};
    Runner runner{*fresh, clock};
};
INSTANTIATE_TEST_SUITE_P(Engines, RepeatedWork, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

}  // namespace

TEST_P(RepeatedWork, ComesSoOften) {
    runner.every("sweep", Every::so_often(10min), [](const Job&) {});
    EXPECT_EQ(runs_at(morning), 1);
    EXPECT_EQ(runs_at(morning + 9min), 0);
    EXPECT_EQ(runs_at(morning + 10min), 1);
    EXPECT_EQ(runs_at(morning + 10h), 1);  // once for all the times that were missed
    EXPECT_EQ(runs_at(morning + 10h + 1min), 0);
}

TEST_P(RepeatedWork, ComesEachDayAtItsTime) {
    runner.every("backup", Every::day_at(3, 30), [](const Job&) {});
    EXPECT_EQ(runs_at(morning), 0);
    EXPECT_EQ(runs_at(clock::paris(2026, 11, 25, 3, 29)), 0);
    EXPECT_EQ(runs_at(clock::paris(2026, 11, 25, 3, 30)), 1);
    EXPECT_EQ(runs_at(clock::paris(2026, 11, 25, 23, 0)), 0);
    EXPECT_EQ(runs_at(clock::paris(2026, 11, 28, 8, 0)), 1);
    EXPECT_EQ(runs_at(clock::paris(2026, 11, 29, 3, 30)), 1);
}

TEST_P(RepeatedWork, ComesOnceOnTheDaysWhenTheClockChanges) {
    runner.every("backup", Every::day_at(2, 30), [](const Job&) {});
    EXPECT_EQ(runs_at(clock::paris(2026, 10, 24, 12, 0)), 0);
    int runs = 0;
    for (auto at = clock::paris(2026, 10, 24, 13, 0); at < clock::paris(2026, 10, 26, 0, 0); at = at + 10min)
        runs += runs_at(at);
    EXPECT_EQ(runs, 1);
    runs = runs_at(clock::paris(2027, 3, 27, 12, 0));
    for (auto at = clock::paris(2027, 3, 27, 13, 0); at < clock::paris(2027, 3, 29, 0, 0); at = at + 10min)
        runs += runs_at(at);
    EXPECT_EQ(runs, 2);
}

TEST_P(RepeatedWork, RemembersAcrossARestart) {
    runner.every("sweep", Every::so_often(10min), [](const Job&) {});
    EXPECT_EQ(runs_at(morning), 1);
    Runner other(*fresh, clock);
    other.every("sweep", Every::so_often(10min), [](const Job&) {});
    clock.move_to(morning + 5min);
    EXPECT_EQ(other.run_due(), 0);
}

TEST_P(RepeatedWork, DoesNotPileUp) {
    runner.every("sweep", Every::so_often(10min), [](const Job&) { throw std::runtime_error("no broom"); });
    EXPECT_EQ(runs_at(morning), 1);
    clock.move_to(morning + 30s);
    const auto waiting = [&] {
        return fresh->read([](const sql::Reader& db) { return count(db, {.state = State::Waiting}); });
    };
    EXPECT_EQ(waiting(), 1);
    begin_due(*fresh, {{.name = "sweep", .when = Every::so_often(10min)}}, morning + 20min);
    EXPECT_EQ(waiting(), 1);
}

TEST_P(RepeatedWork, IsBegunByOneServerOnly) {
    const std::vector<Repeat> repeats = {{.name = "sweep", .when = Every::so_often(10min)}};
    begin_due(*fresh, repeats, morning);
    begin_due(*fresh, repeats, morning);
    EXPECT_EQ(fresh->read([](const sql::Reader& db) { return count(db, {}); }), 1);
}

}  // namespace fabnum::jobs
