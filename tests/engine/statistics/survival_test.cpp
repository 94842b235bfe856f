// Known answers of R 4.2.2 with survival 3.5-3: survfit(conf.type = "log-log" and "log"), survdiff.
// aml: Miller, "Survival Analysis" (1981), p. 49: 23 people with acute myelogenous leukaemia, weeks to
// relapse; the numbers are facts of a published trial, in the public domain.

#include "engine/statistics/survival.h"

#include <gtest/gtest.h>

namespace fabnum::statistics {
namespace {

const std::vector<Spell> maintained = {{9, true},   {13, true},  {13, false}, {18, true},
                                       {23, true},  {28, false}, {31, true},  {34, true},
                                       {45, false}, {48, true},  {161, false}};
const std::vector<Spell> not_maintained = {{5, true},  {5, true},   {8, true},  {8, true},
                                           {12, true}, {16, false}, {23, true}, {27, true},
                                           {30, true}, {33, true},  {43, true}, {45, true}};

void expect_curve(const Curve& curve, const std::vector<std::pair<double, double>>& known) {
    for (const auto& [time, survival] : known) EXPECT_NEAR(at(curve, time).survival, survival, 5e-9) << time;
}

TEST(KaplanMeier, AgreesWithRForThoseMaintained) {
    const Curve curve = kaplan_meier(maintained);
    expect_curve(curve, {{9, .90909091},
                         {13, .81818182},
                         {18, .71590909},
                         {23, .61363636},
                         {31, .49090909},
                         {34, .36818182},
                         {48, .18409091}});
    const Point weeks23 = at(curve, 23);
    EXPECT_NEAR(*weeks23.error, .15263233, 5e-9);
    EXPECT_NEAR(weeks23.interval->lower, .265752040, 1e-9);
    EXPECT_NEAR(weeks23.interval->upper, .835299244, 1e-9);
    EXPECT_EQ(median(curve).time, 31);
}

TEST(KaplanMeier, AgreesWithRForThoseNotMaintained) {
    const Curve curve = kaplan_meier(not_maintained);
    expect_curve(curve, {{5, .83333333},
                         {8, .66666667},
                         {12, .58333333},
                         {23, .48611111},
                         {27, .38888889},
                         {30, .29166667},
                         {33, .19444444},
                         {43, .09722222},
                         {45, 0}});
    EXPECT_EQ(median(curve).time, 23);
    EXPECT_FALSE(curve.back().interval);  // nobody is left: nothing to be sure of
    EXPECT_FALSE(curve.back().error);
}

TEST(KaplanMeier, CountsEventsBeforeThoseCensoredTheSameDay) {
    const Curve curve = kaplan_meier({{7, false}, {7, true}, {9, false}});
    EXPECT_EQ(curve.front().at_risk, 3);
    EXPECT_NEAR(curve.front().survival, 2 / 3.0, 1e-12);
}

TEST(KaplanMeier, OneDropOutOfTwentyFourLeavesAWideInterval) {
    std::vector<Spell> people(24, {182, false});
    people[0] = {67, true};
    people[1] = {120, false};
    people[2] = {150, false};
    const Point end = at(kaplan_meier(people), 182);
    EXPECT_NEAR(end.survival, .95833333, 5e-9);
    EXPECT_NEAR(end.interval->lower, .7392061511, 1e-10);
    EXPECT_NEAR(end.interval->upper, .9940237202, 1e-10);
}

TEST(KaplanMeier, TheOtherScaleIsCutAtOne) {
    std::vector<Spell> people(24, {182, false});
    people[0] = {67, true};
    const Point end = at(kaplan_meier(people, Scale::Log), 182);
    EXPECT_EQ(end.interval->upper, 1);
    EXPECT_GT(end.interval->lower, .85);
    EXPECT_LT(end.interval->lower, end.survival);
}

TEST(KaplanMeier, WithNobodyEverybodyIsThere) {
    EXPECT_TRUE(kaplan_meier({}).empty());
    EXPECT_EQ(at({}, 10).survival, 1);
    EXPECT_FALSE(median({}).time);
}

TEST(RestrictedMean, IsTheAreaUnderTheCurve) {
    // Of 4: one leaves at 1, one at 3; up to 4 the steps are 1·1 + 3/4·2 + 1/2·1.
    const Mean mean = restricted_mean(kaplan_meier({{1, true}, {3, true}, {5, false}, {5, false}}), 4);
    EXPECT_NEAR(mean.value, 3.0, 1e-12);
    // Greenwood: (3/4·2 + 1/2·1)²·1/(4·3) + (1/2·1)²·1/(3·2).
    EXPECT_NEAR(mean.error * mean.error, 4.0 / 12 + 0.25 / 6, 1e-12);
}

TEST(LogRank, AgreesWithRForTheTwoGroups) {
    const LogRank test = log_rank(maintained, not_maintained);
    EXPECT_NEAR(test.chi_square, 3.3963886990, 1e-9);
    EXPECT_NEAR(test.p, .0653393220, 1e-9);
    EXPECT_EQ(test.observed_a, 7);
    EXPECT_EQ(test.observed_b, 11);
    EXPECT_NEAR(test.expected_a, 10.68934, 5e-6);
    EXPECT_NEAR(test.expected_b, 7.31066, 5e-6);
}

TEST(LogRank, SeesNoDifferenceWhereNobodyLeaves) {
    const LogRank test = log_rank({{3, false}}, {{4, false}});
    EXPECT_EQ(test.chi_square, 0);
    EXPECT_EQ(test.p, 1);
}

}  // namespace
}  // namespace fabnum::statistics
