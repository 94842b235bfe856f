#include <gtest/gtest.h>

#include "tests/features/people/small_house.h"

namespace fabnum::people {
namespace {

using namespace std::chrono_literals;

class Secrets : public SmallHouse {
 protected:
    std::string made_link(PersonId by, Role role, SiteId site, PersonId whom) {
        return refusal_of(make_sign_in_link(*fresh, act_of(by, role, site), whom));
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Secrets, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Secrets, OfSignInLinksLastTwoDaysAndOpenOnce) {
    const auto link = make_sign_in_link(*fresh, act_of(samira, Role::Coordinator, hem), ines);
    ASSERT_TRUE(link);
    EXPECT_EQ(refusal_of(sign_in_by_link(*fresh, from(morning + 48h), *link)), "people.link_ended");
    EXPECT_EQ(refusal_of(sign_in_by_link(*fresh, from(morning + 47h), *link)), "");
    EXPECT_EQ(refusal_of(sign_in_by_link(*fresh, from(morning + 47h), *link)), "people.link_ended");
}

TEST_P(Secrets, OfYoungPeopleAreGivenByTheTeamOfTheirSite) {
    EXPECT_EQ(made_link(samira, Role::Coordinator, hem, ines), "");
    EXPECT_EQ(made_link(bruno, Role::Fabmanager, hem, ines), "");
    EXPECT_EQ(made_link(samira, Role::Coordinator, hem, noah), "people.not_yours");
    EXPECT_EQ(made_link(bruno, Role::Fabmanager, hem, noah), "people.not_yours");
    EXPECT_EQ(made_link(samira, Role::Coordinator, hem, PersonId{999}), "people.not_yours");
}

TEST_P(Secrets, AreNotGivenByThoseWhoAreNotOfTheTeam) {
    for (const Role role :
         {Role::Anyone, Role::Participant, Role::Adviser, Role::Requester, Role::Funder, Role::System}) {
        EXPECT_EQ(made_link(ines, role, hem, bruno), "people.not_yours") << fabnum::word_of(role);
        EXPECT_EQ(made_link(ines, role, hem, ines), "people.not_yours") << fabnum::word_of(role);
    }
}

TEST_P(Secrets, OfColleaguesAreGivenByACoordinator) {
    EXPECT_EQ(made_link(samira, Role::Coordinator, hem, bruno), "");
    EXPECT_EQ(made_link(bruno, Role::Fabmanager, hem, samira), "people.not_yours");
    EXPECT_EQ(made_link(bruno, Role::Fabmanager, hem, added("Amina", "Zidane", Role::Fabmanager, hem)),
              "people.not_yours");
}

TEST_P(Secrets, OfAnAdminAreGivenByAnAdmin) {
    const auto director = added("Zoé", "Klein", Role::Admin, hem);
    EXPECT_EQ(made_link(samira, Role::Coordinator, hem, director), "people.not_yours");
    EXPECT_EQ(made_link(bruno, Role::Fabmanager, hem, director), "people.not_yours");
    EXPECT_EQ(made_link(director, Role::Admin, {}, samira), "");
    EXPECT_EQ(made_link(director, Role::Admin, {}, noah), "");
    EXPECT_EQ(made_link(director, Role::Admin, hem, added("Ali", "Roux", Role::Admin, {})), "");
}

TEST_P(Secrets, AreAsWellKeptAsTheHighestHat) {
    gives_hat(ines, Role::Coordinator, marcq, today + 1);
    EXPECT_EQ(made_link(bruno, Role::Fabmanager, hem, ines), "people.not_yours");
    gives_hat(bruno, Role::Admin, {});
    EXPECT_EQ(made_link(samira, Role::Coordinator, hem, bruno), "people.not_yours");
}

TEST_P(Secrets, AreChangedByWhoeverKnowsTheOldOne) {
    const auto act = act_of(samira, Role::Coordinator, hem);
    support::expect_done(set_password(*fresh, act, "", "trois plaques de bois"));
    EXPECT_TRUE(read([&](const sql::Reader& db) { return has_password(db, samira); }));
    EXPECT_EQ(refusal_of(set_password(*fresh, act, "", "quatre plaques de bois")),
              "people.wrong_current_password");
    EXPECT_EQ(refusal_of(set_password(*fresh, act, "trois plaques de bois", "court")),
              "people.password_length");
    support::expect_done(set_password(*fresh, act, "trois plaques de bois", "quatre plaques de bois"));
    const std::string key(crypto::key_size, 'k');
    EXPECT_EQ(refusal_of(sign_in_by_password(*fresh, from(morning), "samira@hem.example",
                                             "trois plaques de bois", "", key)),
              "people.wrong_password");
    EXPECT_EQ(refusal_of(sign_in_by_password(*fresh, from(morning), "samira@hem.example",
                                             "quatre plaques de bois", "", key)),
              "");
    EXPECT_FALSE(read([&](const sql::Reader& db) { return has_password(db, bruno); }));
}

TEST_P(Secrets, OfFourDigitsAreNoneOfTheCommonest) {
    const auto act = act_of(ines, Role::Participant, hem);
    for (const auto* pin : {"", "258", "25800", "25a0", "٢٥٨٠", " 258", "-258"})
        EXPECT_EQ(refusal_of(set_pin(*fresh, act, pin, "key")), "people.pin_shape") << pin;
    for (const auto* pin : {"0000", "1111", "1234"})
        EXPECT_EQ(refusal_of(set_pin(*fresh, act, pin, "key")), "people.pin_common") << pin;
    support::expect_done(set_pin(*fresh, act, "2580", "key"));
    EXPECT_TRUE(
        read([&](const sql::Reader& db) { return store::credentials(db, ines)->pin_hash.has_value(); }));
}

TEST(Passwords, AreOfTwelveCharactersOrMore) {
    EXPECT_EQ(password_problem("plaques de b"), std::nullopt);
    EXPECT_EQ(password_problem("éèàçùêîôûâëï"), std::nullopt);
    EXPECT_EQ(password_problem("éèàçùêîôûâë"), Refusal{"people.password_length"});
    EXPECT_EQ(password_problem(""), Refusal{"people.password_length"});
    EXPECT_EQ(password_problem(std::string(128, 'x')), std::nullopt);
    EXPECT_EQ(password_problem(std::string(129, 'x')), Refusal{"people.password_length"});
}

TEST(Passwords, HoldNoneOfTheCommonest) {
    for (const auto* common : {"mon mot de passe", "MotDePasse2026!", "Fabnum de Hem !",
                               "my password is long", "AZERTYUIOP12", "0123456789ab"})
        EXPECT_EQ(password_problem(common), Refusal{"people.password_common"}) << common;
}

}  // namespace
}  // namespace fabnum::people
