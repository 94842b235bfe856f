// Known answers: Newcombe 1998 (Statistics in Medicine 17, p. 857 and 873), and prop.test(correct = FALSE) of
// R 4.2.2 for the figures of two cohorts.

#include "engine/statistics/proportions.h"

#include <gtest/gtest.h>

namespace fabnum::statistics {
namespace {

TEST(Wilson, AgreesWithWhatIsPublished) {
    struct Known {
        int part, whole;
        double lower, upper;
    };
    constexpr Known known[] = {{81, 263, 0.2552885199, 0.3662095770},
                               {15, 148, 0.0623863995, 0.1604872417},
                               {0, 20, 0, 0.1611251581},
                               {1, 29, 0.0061132143, 0.1717552188},
                               {23, 24, 0.7975819352, 0.9926065438},
                               {17, 24, 0.5083230634, 0.8508535180},
                               {8, 24, 0.1797219033, 0.5329368316},
                               {10, 12, 0.5519691377, 0.9530348578},
                               {24, 24, 0.8620237953, 1},
                               {0, 24, 0, 0.1379762047}};
    for (const Known& one : known) {
        const Interval found = wilson(one.part, one.whole);
        EXPECT_NEAR(found.lower, one.lower, 1e-10) << one.part << " of " << one.whole;
        EXPECT_NEAR(found.upper, one.upper, 1e-10) << one.part << " of " << one.whole;
    }
}

TEST(Wilson, KnowsNothingOfNobody) {
    EXPECT_EQ(wilson(0, 0).lower, 0);
    EXPECT_EQ(wilson(0, 0).upper, 1);
}

TEST(Wilson, StaysWithinZeroAndOneAndHoldsTheShare) {
    for (int whole = 1; whole <= 60; ++whole)
        for (int part = 0; part <= whole; ++part) {
            const Interval found = wilson(part, whole);
            const double share = part / static_cast<double>(whole);
            EXPECT_LE(0, found.lower);
            EXPECT_LE(found.lower, share);
            EXPECT_LE(share, found.upper);
            EXPECT_LE(found.upper, 1);
        }
}

TEST(Newcombe, AgreesWithWhatIsPublished) {
    struct Known {
        int a, of_a, b, of_b;
        double lower, upper;
    };
    constexpr Known known[] = {{56, 70, 48, 80, 0.052431, 0.333873},
                               {9, 10, 3, 10, 0.170523, 0.809018},
                               {6, 7, 2, 7, 0.058228, 0.806250},
                               {5, 56, 0, 29, -0.038137, 0.192560},
                               {10, 12, 8, 12, -0.175786, 0.467547}};
    for (const Known& one : known) {
        const Difference found = newcombe(one.a, one.of_a, one.b, one.of_b);
        EXPECT_NEAR(found.interval.lower, one.lower, 5.1e-7) << one.a << "/" << one.of_a;
        EXPECT_NEAR(found.interval.upper, one.upper, 5.1e-7) << one.a << "/" << one.of_a;
    }
}

TEST(Newcombe, CannotTellTwoSmallCohortsApart) {
    EXPECT_FALSE(newcombe(10, 12, 8, 12).tells_apart());
    EXPECT_TRUE(newcombe(56, 70, 48, 80).tells_apart());
    EXPECT_FALSE(newcombe(0, 0, 8, 12).tells_apart());
}

TEST(WithMissing, GivesThreeNumbersWhenFourDidNotAnswer) {
    const WithMissing found = with_missing(24, 20, 14);
    EXPECT_NEAR(*found.among_answers, 0.70, 1e-12);
    EXPECT_NEAR(found.answers_interval.lower, 0.4810, 5e-5);
    EXPECT_NEAR(found.answers_interval.upper, 0.8545, 5e-5);
    EXPECT_NEAR(found.bounds.lower, 14 / 24.0, 1e-12);
    EXPECT_NEAR(found.bounds.upper, 18 / 24.0, 1e-12);
    EXPECT_NEAR(found.envelope.lower, 0.3883, 5e-5);
    EXPECT_NEAR(found.envelope.upper, 0.8800, 5e-5);
}

TEST(WithMissing, SaysNothingAmongNoAnswers) {
    const WithMissing found = with_missing(5, 0, 0);
    EXPECT_FALSE(found.among_answers);
    EXPECT_EQ(found.bounds.lower, 0);
    EXPECT_EQ(found.bounds.upper, 1);
}

}  // namespace
}  // namespace fabnum::statistics
