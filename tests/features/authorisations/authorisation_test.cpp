#include "features/authorisations/authorisation.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace fabnum::authorisations {
namespace {

using machines::Danger;
using machines::Standing;

// Every case there is.
std::vector<Case> all_cases() {
    std::vector<Case> all;
    for (const Danger danger : {Danger::Free, Danger::Trained, Danger::Regulated})
        for (const bool supervised : {false, true})
            for (const auto& standing : machines::standings)
                for (const bool overdue : {false, true})
                    for (const Age age : {Age::Adult, Age::Minor, Age::Unknown})
                        for (const bool ground : {false, true})
                            for (const Paper paper :
                                 {Paper::None, Paper::Valid, Paper::Expired, Paper::Revoked})
                                for (int level = -1; level < 5; ++level)
                                    all.push_back({.danger = danger,
                                                   .supervised = supervised,
                                                   .standing = standing.standing,
                                                   .overdue = overdue,
                                                   .age = age,
                                                   .ground = ground,
                                                   .paper = paper,
                                                   .level = level < 0
                                                                ? std::nullopt
                                                                : std::optional(static_cast<Level>(level))});
    return all;
}

// The rule as one would say it aloud, written another way than the table.
Use said_aloud(const Case& c) {
    if (!machines::row_of(c.standing).usable || c.overdue) return Use::NotYet;
    if (c.danger == Danger::Free) return c.supervised ? Use::Accompanied : Use::Alone;
    if (c.danger == Danger::Regulated) {
        if (c.age == Age::Unknown) return Use::NotYet;
        if (c.age == Age::Minor && !c.ground) return Use::NotYet;
    }
    if (c.paper != Paper::Valid || !c.level || *c.level == Level::Observer) return Use::NotYet;
    if (*c.level == Level::Assisted || c.supervised) return Use::Accompanied;
    return c.danger == Danger::Regulated && c.age == Age::Minor ? Use::Accompanied : Use::Alone;
}

TEST(Answer, IsTheOneThatWouldBeSaidAloudInEveryCase) {
    const auto cases = all_cases();
    EXPECT_EQ(cases.size(), 8640u);
    for (const Case& one : cases) ASSERT_EQ(answer_of(one).use, said_aloud(one));
}

TEST(Answer, AlwaysSaysWhyUnlessItIsAlone) {
    for (const Case& one : all_cases()) {
        const auto answer = answer_of(one);
        ASSERT_EQ(answer.why.empty(), answer.use == Use::Alone);
    }
}

TEST(Answer, NeverLetsAnybodyUseAMachineThatIsLockedOut) {
    for (Case one : all_cases()) {
        one.standing = Standing::LockedOut;
        ASSERT_EQ(answer_of(one).use, Use::NotYet);
    }
}

TEST(Answer, NeverLeavesAMinorAloneWithARegulatedMachine) {
    for (Case one : all_cases()) {
        one.danger = Danger::Regulated;
        one.age = Age::Minor;
        ASSERT_NE(answer_of(one).use, Use::Alone);
        one.ground = false;
        ASSERT_EQ(answer_of(one).use, Use::NotYet);
    }
}

TEST(Answer, NeverGetsWorseWithAHigherLevel) {
    for (Case one : all_cases()) {
        if (!one.level || *one.level == Level::Maintainer) continue;
        const Use before = answer_of(one).use;
        one.level = static_cast<Level>(static_cast<int>(*one.level) + 1);
        ASSERT_GE(answer_of(one).use, before);
    }
}

TEST(Level, CountsOnceEverythingForItIsDone) {
    EXPECT_EQ(reached(Level::Autonomous, {}), std::nullopt);
    EXPECT_EQ(reached(Level::Autonomous, {Part::Training}), Level::Observer);
    EXPECT_EQ(reached(Level::Autonomous, {Part::Training, Part::Quiz}), Level::Assisted);
    EXPECT_EQ(reached(Level::Autonomous, {Part::Training, Part::Quiz, Part::Demonstration}), Level::Assisted);
    EXPECT_EQ(reached(Level::Autonomous, {Part::Training, Part::Quiz, Part::Demonstration, Part::Signature}),
              Level::Autonomous);
    EXPECT_EQ(missing_for(Level::Autonomous, {Part::Training, Part::Quiz}),
              (std::vector{Part::Demonstration, Part::Signature}));
}

TEST(Level, IsGivenByTheTeamOrByATrainerUpToAssisted) {
    const Actor karim{{1}, Role::Fabmanager, {1}}, yanis{{2}, Role::Participant, {1}};
    EXPECT_TRUE(may_grant(karim, std::nullopt, Level::Maintainer));
    EXPECT_TRUE(may_grant(yanis, Level::Trainer, Level::Assisted));
    EXPECT_FALSE(may_grant(yanis, Level::Trainer, Level::Autonomous));
    EXPECT_FALSE(may_grant(yanis, Level::Autonomous, Level::Observer));
    EXPECT_FALSE(may_grant({{3}, Role::Adviser, {1}}, Level::Trainer, Level::Observer));
}

}  // namespace
}  // namespace fabnum::authorisations
