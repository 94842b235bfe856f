#include "features/production/job.h"

#include <gtest/gtest.h>

namespace fabnum::production {
namespace {

TEST(Job, NobodyButAPersonFreesAMachine) {
    EXPECT_FALSE(may(State::OnPlate, Step::Clear, System));
    EXPECT_TRUE(may(State::OnPlate, Step::Clear, Owner));
    EXPECT_FALSE(after(State::Running, Step::Clear));
    EXPECT_FALSE(after(State::Running, Step::Pass));
}

TEST(Job, AFileWaitsForAYesOfTheStaff) {
    EXPECT_TRUE(may(State::Waiting, Step::Approve, Staff));
    EXPECT_FALSE(may(State::Waiting, Step::Approve, Owner | Able));
    EXPECT_FALSE(may(State::Waiting, Step::Send, Staff));
    EXPECT_EQ(after(State::Waiting, Step::Start).refusal().key, "production.moved_meanwhile");
}

TEST(Job, OnlyPrintersSayThatTheyBegan) {
    EXPECT_TRUE(may(State::Sending, Step::Begin, System));
    EXPECT_FALSE(may(State::Sending, Step::Begin, Staff));
}

TEST(Job, ALaserNeverTakesWhatPoisonsOrBurns) {
    using machines::Family;
    for (const Material material :
         {Material::Pvc, Material::Vinyl, Material::Polycarbonate, Material::Polystyrene}) {
        EXPECT_TRUE(forbidden(Family::Laser, material)) << word_of(material);
        EXPECT_FALSE(forbidden(Family::Vinyl, material)) << word_of(material);
    }
    EXPECT_FALSE(forbidden(Family::Laser, Material::Plywood));
    EXPECT_FALSE(forbidden(Family::Laser, Material::Acrylic));
    EXPECT_EQ(material_from("made of dreams"), Material::Other);
}

}  // namespace
}  // namespace fabnum::production
