#include "base/money.h"

#include <gtest/gtest.h>

namespace fabnum {
namespace {

TEST(Money, IsCountedInCents) {
    EXPECT_EQ(euros(12).cents, 1200);
    EXPECT_EQ(euros(12) + Money{50}, Money{1250});
    EXPECT_EQ(euros(1) - Money{150}, Money{-50});
    EXPECT_EQ(Money{1250} * 3, Money{3750});
    EXPECT_LT(Money{99}, euros(1));
}

}  // namespace
}  // namespace fabnum
