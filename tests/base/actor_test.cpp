#include "base/actor.h"

#include <set>

#include <gtest/gtest.h>

namespace fabnum {
namespace {

constexpr SiteId hem{1}, marcq{2};

TEST(Roles, EachHaveAWordOfTheirOwnThatReadsBack) {
    std::set<std::string_view> words;
    for (const Role role : all_roles) {
        EXPECT_EQ(role_from_word(word_of(role)), role);
        words.insert(word_of(role));
    }
    EXPECT_EQ(words.size(), std::size(all_roles));
}

TEST(Roles, FromAnUnknownWordOpenNothing) {
    for (const auto* word : {"", "Admin", "admin ", "root", "anyone"})
        EXPECT_EQ(role_from_word(word), Role::Anyone) << word;
}

TEST(Roles, OfStaffAreFabmanagersCoordinatorsAndAdmins) {
    for (const Role role : all_roles)
        EXPECT_EQ(is_staff(role),
                  role == Role::Fabmanager || role == Role::Coordinator || role == Role::Admin)
            << word_of(role);
}

TEST(Actors, ReachTheirOwnSiteOnly) {
    for (const Role role : {Role::Participant, Role::Fabmanager, Role::Coordinator, Role::Adviser}) {
        const Actor actor{.person = PersonId{3}, .role = role, .site = hem};
        EXPECT_TRUE(reaches(actor, hem)) << word_of(role);
        EXPECT_FALSE(reaches(actor, marcq)) << word_of(role);
    }
}

TEST(Actors, WithoutASiteReachNoneUnlessTheyAreAdminOrTheSystem) {
    EXPECT_FALSE(reaches(Actor{}, hem));
    EXPECT_FALSE(reaches(Actor{}, SiteId{}));
    EXPECT_FALSE(reaches({.role = Role::Coordinator}, SiteId{}));
    EXPECT_TRUE(reaches({.role = Role::Admin}, hem));
    EXPECT_TRUE(reaches({.role = Role::System}, marcq));
}

TEST(Ids, OfZeroMeanNoneYet) {
    EXPECT_FALSE(SiteId{});
    EXPECT_FALSE(SiteId{-1});
    EXPECT_TRUE(hem);
}

}  // namespace
}  // namespace fabnum
