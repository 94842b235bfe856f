#include "platform/sql/lane.h"

#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace fabnum::sql {

using namespace std::chrono_literals;

TEST(Lane, ServesInTheOrderOfArrival) {
    Lane lane;
    ASSERT_TRUE(lane.enter(1s));
    std::vector<int> order;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 5; ++i) {
        threads.emplace_back([&, i] {
            ASSERT_TRUE(lane.enter(30s));
            order.push_back(i);
            lane.leave();
        });
        while (lane.waiting() <= i) std::this_thread::yield();
    }
    lane.leave();
    threads.clear();
    EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4}));
}

TEST(Lane, LetsGoOfWhoeverLosesPatience) {
    Lane lane;
    ASSERT_TRUE(lane.enter(1s));
    std::jthread([&] { EXPECT_FALSE(lane.enter(5ms)); }).join();
    EXPECT_FALSE(lane.pass_on());
    lane.leave();
    EXPECT_TRUE(lane.enter(1s));
}

TEST(Lane, IsPassedOnToTheNext) {
    Lane lane;
    ASSERT_TRUE(lane.enter(1s));
    std::jthread next([&] {
        EXPECT_TRUE(lane.enter(30s));
        lane.leave();
    });
    while (!lane.pass_on()) std::this_thread::yield();
    next.join();
    EXPECT_TRUE(lane.enter(30s));
}

TEST(Lane, RefusesToWaitForItself) {
    Lane lane;
    ASSERT_TRUE(lane.enter(1s));
    EXPECT_THROW(lane.enter(1s), std::logic_error);
}

}  // namespace fabnum::sql
