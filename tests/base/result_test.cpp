#include "base/result.h"

#include <gtest/gtest.h>

namespace fabnum {
namespace {

Result<int> half_of(int number) {
    if (number % 2 != 0) return Refusal{"numbers.odd", {{"number", std::to_string(number)}}};
    return number / 2;
}

TEST(Result, HoldsTheValueWhenNothingWasRefused) {
    const auto half = half_of(8);
    ASSERT_TRUE(half);
    EXPECT_EQ(*half, 4);
}

TEST(Result, HoldsTheReasonAndItsFactsWhenRefused) {
    const auto half = half_of(7);
    ASSERT_FALSE(half);
    EXPECT_EQ(half.refusal(), (Refusal{"numbers.odd", {{"number", "7"}}}));
    EXPECT_NE(half.refusal(), Refusal{"numbers.odd"});
}

TEST(Result, ThrowsWhenAskedForWhatItDoesNotHold) {
    EXPECT_THROW((void)*half_of(7), std::bad_variant_access);
    EXPECT_THROW((void)half_of(8).refusal(), std::bad_variant_access);
}

TEST(Result, MayHoldAFalseValueThatIsNoRefusal) {
    const Result<bool> no = false;
    ASSERT_TRUE(no);
    EXPECT_FALSE(*no);
}

TEST(Result, OfAnActSaysOnlyThatItIsDone) {
    const Result<Done> done = Done{};
    EXPECT_TRUE(done);
    EXPECT_EQ(*done, Done{});
}

}  // namespace
}  // namespace fabnum
