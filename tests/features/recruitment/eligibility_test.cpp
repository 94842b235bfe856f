#include "features/recruitment/eligibility.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace fabnum::recruitment {
namespace {

const Day starts = *day_from_iso("2027-04-05");

Candidate born(std::string_view iso) {
    Candidate one;
    one.birth_day = day_from_iso(iso);
    one.town = "Hem";
    one.level = Level::Cap;
    one.registered = Known::Yes;
    one.cej = Cej::None;
    return one;
}
std::vector<Finding> found(const Candidate& candidate) {
    return findings_of(candidate, {.starts = starts, .town_keys = {"hem", "roubaix"}, .seats_left = 3});
}
const Finding* said(const std::vector<Finding>& all, std::string_view key) {
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Finding& one) { return one.key.ends_with(key); });
    return at == all.end() ? nullptr : &*at;
}

TEST(Eligibility, SomebodyOfTwentyFromTheAreaMeetsEverything) {
    const auto all = found(born("2007-01-10"));
    EXPECT_EQ(heaviest(all), Weight::Met);
    EXPECT_EQ(all.size(), 5u);
}

TEST(Eligibility, TheMissionStartsBeforeTheTwentySixthBirthday) {
    EXPECT_EQ(heaviest(found(born("2001-04-05"))), Weight::Against);  // 26 on the very day
    EXPECT_EQ(heaviest(found(born("2001-04-06"))), Weight::Watch);    // the day before: just in time
    const auto late = found(born("2001-04-05"));
    ASSERT_TRUE(said(late, "too_old"));
    EXPECT_EQ(said(late, "too_old")->day, starts);
}

TEST(Eligibility, WithARecognisedDisabilityTheLimitIsThirty) {
    Candidate one = born("1998-06-01");
    EXPECT_EQ(heaviest(found(one)), Weight::Against);
    one.until_thirty = true;
    EXPECT_EQ(heaviest(found(one)), Weight::Met);
}

TEST(Eligibility, SixteenIsReachedOnTheFirstDayOrTooLate) {
    EXPECT_FALSE(said(found(born("2011-04-05")), "too_young"));
    const auto young = found(born("2011-04-06"));
    ASSERT_TRUE(said(young, "too_young"));
    EXPECT_EQ(said(young, "too_young")->day, *day_from_iso("2027-04-06"));
    EXPECT_FALSE(said(young, "minor"));
}

TEST(Eligibility, AMinorIsWelcomeAndTheConsequencesAreSaidWithTheirEnd) {
    const auto all = found(born("2009-09-01"));
    EXPECT_EQ(heaviest(all), Weight::Watch);
    ASSERT_TRUE(said(all, "minor"));
    EXPECT_EQ(said(all, "minor")->day, *day_from_iso("2027-09-01"));
}

TEST(Eligibility, WhatIsNotKnownIsAskedAndNeverHeldAgainstSomebody) {
    EXPECT_EQ(heaviest(found(Candidate{})), Weight::Unknown);
}

TEST(Eligibility, ATownIsFoundHoweverItIsWritten) {
    Candidate one = born("2007-01-10");
    one.town = "  ROUBAIX ";
    EXPECT_TRUE(said(found(one), "finding.town"));
    one.town = "Lille";
    EXPECT_TRUE(said(found(one), "town_outside"));
}

TEST(Eligibility, ACejIsSignedBeforeTheStart) {
    Candidate one = born("2007-01-10");
    one.cej = Cej::Coming;
    ASSERT_TRUE(said(found(one), "cej_coming"));
    EXPECT_EQ(said(found(one), "cej_coming")->day, starts);
}

TEST(Eligibility, ABirthdayOfTheTwentyNinthOfFebruaryIsOnTheFirstOfMarch) {
    EXPECT_EQ(birthday(*day_from_iso("2008-02-29"), 18), *day_from_iso("2026-03-01"));
    EXPECT_EQ(birthday(*day_from_iso("2008-02-29"), 20), *day_from_iso("2028-02-29"));
}

}  // namespace
}  // namespace fabnum::recruitment
