#include "platform/jobs/jobs.h"

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "platform/jobs/lease.h"
#include "platform/jobs/runner.h"
#include "tests/support/engines.h"

namespace fabnum::jobs {

namespace {

using namespace std::chrono_literals;

const Instant morning = clock::paris(2026, 11, 24, 9, 0);

JobId enqueued(sql::Database& database, const NewJob& job, Instant now) {
    return *database.write(Act{},
                           [&](const sql::Writer& db) { return Result<JobId>(enqueue(db, job, now)); });
}

Job job_of(sql::Database& database, JobId id) {
    return database.read([&](const sql::Reader& db) { return find(db, id).value(); });
}

class Jobs : public testing::TestWithParam<sql::Engine> {
 protected:
    JobId enqueue_one(const std::string& kind, std::optional<Instant> run_at = {}) {
        return enqueued(*fresh, {.kind = kind, .payload = R"({"order":12})", .run_at = run_at}, clock.now());
    }
    Job job(JobId id) { return job_of(*fresh, id); }

    support::FreshDatabase fresh{GetParam()};
    clock::Fixed clock{morning};
    Runner runner{*fresh, clock};
};
INSTANTIATE_TEST_SUITE_P(Engines, Jobs, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

}  // namespace

TEST_P(Jobs, AreDoneOnce) {
    std::vector<std::string> seen;
    runner.on("orders.thank", [&](const Job& done) { seen.push_back(done.payload); });
    const JobId id = enqueue_one("orders.thank");
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(runner.run_due(), 0);
    EXPECT_EQ(seen, std::vector<std::string>{R"({"order":12})"});
    EXPECT_EQ(job(id).state, State::Done);
    EXPECT_EQ(job(id).attempts, 1);
    EXPECT_EQ(job(id).finished_at, morning);
}

TEST_P(Jobs, OfAnUndoneTransactionNeverRun) {
    runner.on("orders.thank", [](const Job&) { FAIL(); });
    const auto refused = fresh->write(Act{}, [](const sql::Writer& db) -> Result<Done> {
        enqueue(db, {.kind = "orders.thank"}, morning);
        return Refusal{"no"};
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(runner.run_due(), 0);
}

TEST_P(Jobs, WaitForTheirTimeAndRunInItsOrder) {
    std::vector<std::int64_t> order;
    runner.on("a", [&](const Job& done) { order.push_back(done.id.value); });
    const JobId late = enqueue_one("a", morning + 2h), soon = enqueue_one("a", morning + 1h);
    EXPECT_EQ(runner.run_due(), 0);
    clock.move_to(morning + 3h);
    EXPECT_EQ(runner.run_due(), 2);
    EXPECT_EQ(order, (std::vector<std::int64_t>{soon.value, late.value}));
}

TEST_P(Jobs, ThatFailAreTriedLaterAndLaterThenGivenUp) {
    int tries = 0;
    runner.on("mail.send", [&](const Job&) {
        ++tries;
        throw std::runtime_error("no route to host");
    });
    const JobId id = enqueue_one("mail.send");
    for (const auto delay : {1min, 5min, 30min, 120min, 720min}) {
        EXPECT_EQ(runner.run_due(), 1);
        EXPECT_EQ(job(id).state, State::Waiting);
        EXPECT_EQ(job(id).last_error, "no route to host");
        EXPECT_EQ(job(id).run_at, clock.now() + delay);
        clock.move_to(clock.now() + delay - 1s);
        EXPECT_EQ(runner.run_due(), 0);
        clock.move_to(clock.now() + 1s);
    }
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(job(id).state, State::Failed);
    EXPECT_EQ(job(id).attempts, 6);
    EXPECT_EQ(tries, 6);
    clock.move_to(clock.now() + 999h);
    EXPECT_EQ(runner.run_due(), 0);
}

TEST_P(Jobs, MayBeTriedAgainByHand) {
    bool is_mended = false;
    runner.on("a", [&](const Job&) {
        if (!is_mended) throw std::runtime_error("broken");
    });
    const JobId id = enqueue_one("a");
    EXPECT_EQ(runner.run_due(), 1);
    is_mended = true;
    EXPECT_EQ(runner.run_due(), 0);
    const auto by_hand = [&](bool (*what)(const sql::Writer&, JobId, Instant)) {
        return *fresh->write(Act{},
                             [&](const sql::Writer& db) { return Result<bool>(what(db, id, clock.now())); });
    };
    EXPECT_TRUE(by_hand(try_again));
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(job(id).state, State::Done);
    EXPECT_FALSE(by_hand(try_again));
    EXPECT_FALSE(by_hand(give_up));
}

TEST_P(Jobs, MayBeGivenUpByHand) {
    runner.on("a", [](const Job&) { FAIL(); });
    const JobId id = enqueue_one("a");
    EXPECT_TRUE(
        *fresh->write(Act{}, [&](const sql::Writer& db) { return Result<bool>(give_up(db, id, morning)); }));
    EXPECT_EQ(runner.run_due(), 0);
    EXPECT_EQ(job(id).state, State::Failed);
}

TEST_P(Jobs, OfACrashedServerAreTakenOverWhenTheLeaseEnds) {
    const JobId id = enqueue_one("a");
    ASSERT_TRUE(take_next(*fresh, {"a"}, morning));  // and the server dies here
    int ran = 0;
    runner.on("a", [&](const Job& again) {
        ++ran;
        EXPECT_EQ(again.attempts, 2);
    });
    EXPECT_EQ(runner.run_due(), 0);
    clock.move_to(morning + lease_length + 1s);
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(ran, 1);
    EXPECT_EQ(job(id).state, State::Done);
}

TEST_P(Jobs, KeepTheirServerWhileItRenewsTheLease) {
    enqueue_one("a");
    const auto mine = take_next(*fresh, {"a"}, morning);
    ASSERT_TRUE(mine);
    keep(*fresh, *mine, morning + lease_length / 2);
    EXPECT_FALSE(take_next(*fresh, {"a"}, morning + lease_length + 1s));
    EXPECT_TRUE(take_next(*fresh, {"a"}, morning + lease_length * 2));
}

TEST_P(Jobs, DoNotHearALateServer) {
    const JobId id = enqueue_one("a");
    const auto slow = take_next(*fresh, {"a"}, morning);
    const auto quick = take_next(*fresh, {"a"}, morning + lease_length);
    ASSERT_TRUE(slow && quick);
    fail(*fresh, *slow, "I was asleep", morning + lease_length);
    EXPECT_EQ(job(id).state, State::Running);
    finish(*fresh, *quick, morning + lease_length);
    finish(*fresh, *slow, morning + lease_length + 1h);
    EXPECT_EQ(job(id).finished_at, morning + lease_length);
    EXPECT_EQ(job(id).last_error, "");
}

TEST_P(Jobs, ThatKillTheirServerEachTimeFailInTheEnd) {
    const JobId id = enqueue_one("a");
    for (int i = 0; i < 6; ++i) {
        ASSERT_TRUE(take_next(*fresh, {"a"}, clock.now()));
        clock.move_to(clock.now() + lease_length);
    }
    EXPECT_FALSE(take_next(*fresh, {"a"}, clock.now()));
    EXPECT_EQ(job(id).state, State::Failed);
}

TEST_P(Jobs, OfAnUnknownKindWaitForAServerThatKnowsThem) {
    const JobId id = enqueue_one("from.tomorrow");
    runner.on("a", [](const Job&) {});
    EXPECT_EQ(runner.run_due(), 0);
    EXPECT_EQ(job(id).state, State::Waiting);
}

TEST_P(Jobs, AreTakenByOneOfManyServersOnly) {
    for (int i = 0; i < 20; ++i) enqueue_one("a");
    std::atomic<int> taken = 0;
    std::vector<std::jthread> servers;
    for (int i = 0; i < 4; ++i)
        servers.emplace_back([&] {
            while (take_next(*fresh, {"a"}, morning)) ++taken;
        });
    servers.clear();
    EXPECT_EQ(taken, 20);
}

TEST_P(Jobs, StartAtOnceWhenARunnerIsAwake) {
    std::promise<std::string> done;
    runner.on("a", [&](const Job& now) { done.set_value(now.payload); });
    runner.start(1);
    enqueue_one("a");
    auto answer = done.get_future();
    ASSERT_EQ(answer.wait_for(20s), std::future_status::ready);
    EXPECT_EQ(answer.get(), R"({"order":12})");
    runner.stop();
}

TEST_P(Jobs, ThatRunAreFinishedBeforeTheRunnerStops) {
    std::promise<void> began, may_end;
    runner.on("a", [&](const Job&) {
        began.set_value();
        may_end.get_future().wait();
    });
    runner.start(1);
    const JobId id = enqueue_one("a");
    began.get_future().wait();
    auto stopped = std::async(std::launch::async, [&] { runner.stop(); });
    may_end.set_value();
    stopped.wait();
    EXPECT_EQ(job(id).state, State::Done);
}

TEST_P(Jobs, AreListedWithFilters) {
    enqueued(*fresh, {.kind = "a", .site = SiteId{1}}, morning);
    enqueued(*fresh, {.kind = "a", .site = SiteId{2}}, morning);
    enqueued(*fresh, {.kind = "b"}, morning);
    runner.on("b", [](const Job&) {});
    runner.run_due();
    fresh->read([](const sql::Reader& db) {
        EXPECT_EQ(count(db, {}), 3);
        EXPECT_EQ(count(db, {.kind = "a"}), 2);
        EXPECT_EQ(count(db, {.state = State::Done}), 1);
        EXPECT_EQ(count(db, {.kind = "a", .site = SiteId{2}}), 1);
        const auto newest = list(db, {}, 1, 1);
        ASSERT_EQ(newest.size(), 1u);
        EXPECT_EQ(newest[0].site, SiteId{2});
    });
}

TEST_P(Jobs, LongFinishedAreForgotten) {
    runner.on("a", [](const Job&) {});
    enqueue_one("a");
    runner.run_due();
    enqueue_one("a");
    support::expect_done(fresh->write(Act{}, [](const sql::Writer& db) -> Result<Done> {
        EXPECT_EQ(forget_finished(db, morning), 0);
        EXPECT_EQ(forget_finished(db, morning + 1s), 1);
        return Done{};
    }));
}

TEST_P(Jobs, OfASingleServerGoOnAtOnceAfterItsCrash) {
    const JobId id = enqueue_one("a");
    ASSERT_TRUE(take_next(*fresh, {"a"}, morning));
    std::promise<void> done;
    runner.on("a", [&](const Job&) { done.set_value(); });
    runner.start(1);
    if (GetParam() == sql::Engine::Sqlite) {
        EXPECT_EQ(done.get_future().wait_for(20s), std::future_status::ready);
        runner.stop();
        EXPECT_EQ(job(id).state, State::Done);
    } else {
        runner.stop();
        EXPECT_EQ(job(id).state, State::Running);  // another server may be at it
    }
}

}  // namespace fabnum::jobs
