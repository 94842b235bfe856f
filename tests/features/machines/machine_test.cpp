#include "features/machines/machine.h"

#include <gtest/gtest.h>

namespace fabnum::machines {
namespace {

TEST(Machine, HasOneSpellingOfItsCode) {
    EXPECT_EQ(code_in("laser1"), "LASER1");
    EXPECT_EQ(code_in(" Laser-1 "), "LASER1");
    EXPECT_EQ(code_in("x"), "");
    EXPECT_EQ(code_in("prusa/1"), "");
    EXPECT_EQ(code_in("découpe"), "");
    EXPECT_EQ(code_in("ABCDEFGHIJKLM"), "");
}

TEST(Machine, ShowsItsCardLineByLine) {
    EXPECT_EQ(lines_of("Lunettes.\n\n  Gants. \r\n"), (std::vector<std::string>{"Lunettes.", "Gants."}));
    EXPECT_TRUE(lines_of("").empty());
}

TEST(Machine, StandsAsItsWorstNewsSays) {
    Sight sight;
    EXPECT_EQ(sight.standing(), Standing::Ready);
    sight.faults.push_back({.kind = FaultKind::BadResult});
    EXPECT_EQ(sight.standing(), Standing::Watch);
    sight.needs.push_back({.id = {2}, .code = "ASPI1", .name = "Aspiration", .down = true});
    EXPECT_EQ(sight.standing(), Standing::Waiting);
    sight.faults.push_back({.kind = FaultKind::Smoke, .stops = true});
    EXPECT_EQ(sight.standing(), Standing::Stopped);
    sight.lockout = Lockout{};
    EXPECT_EQ(sight.standing(), Standing::LockedOut);
}

TEST(Machine, IsReleasedByWhoeverLockedItOrByTheCoordination) {
    Lockout lockout;
    lockout.by = {7};
    EXPECT_TRUE(may_release({{7}, Role::Fabmanager, {1}}, lockout));
    EXPECT_FALSE(may_release({{8}, Role::Fabmanager, {1}}, lockout));
    EXPECT_TRUE(may_release({{9}, Role::Coordinator, {1}}, lockout));
    EXPECT_FALSE(may_release({{7}, Role::Participant, {1}}, lockout));
}

}  // namespace
}  // namespace fabnum::machines
