#include "platform/sql/pool.h"

#include <thread>

#include <gtest/gtest.h>

namespace fabnum::sql {

using namespace std::chrono_literals;

namespace {

Pool<int> pool_of(int size, int& opened) {
    return Pool<int>(size, [&opened] { return std::make_unique<int>(++opened); });
}

}  // namespace

TEST(Pool, OpensWhatIsNeededAndLendsItAgain) {
    int opened = 0;
    auto pool = pool_of(2, opened);
    {
        const auto one = pool.lease(1s);
        const auto other = pool.lease(1s);
        EXPECT_NE(*one, *other);
    }
    const auto again = pool.lease(1s);
    EXPECT_EQ(opened, 2);
}

TEST(Pool, RefusesWhoeverWaitedTooLong) {
    int opened = 0;
    auto pool = pool_of(1, opened);
    const auto only = pool.lease(1s);
    EXPECT_THROW(pool.lease(5ms), Broken);
}

TEST(Pool, ServesWhoWaitsWhenAConnectionComesBack) {
    int opened = 0;
    auto pool = pool_of(1, opened);
    std::jthread waiting;
    {
        const auto only = pool.lease(1s);
        waiting = std::jthread([&] { EXPECT_EQ(*pool.lease(30s), 1); });
    }
    waiting.join();
    EXPECT_EQ(opened, 1);
}

TEST(Pool, DoesNotLendADiscardedConnectionAgain) {
    int opened = 0;
    auto pool = pool_of(1, opened);
    pool.lease(1s).discard();
    EXPECT_EQ(*pool.lease(1s), 2);
}

TEST(Pool, LosesNoPlaceWhenOpeningFails) {
    int tries = 0;
    Pool<int> pool(1, [&tries]() -> std::unique_ptr<int> {
        if (++tries == 1) throw Broken("not yet");
        return std::make_unique<int>(tries);
    });
    EXPECT_THROW(pool.lease(1s), Broken);
    EXPECT_EQ(*pool.lease(1s), 2);
}

}  // namespace fabnum::sql
