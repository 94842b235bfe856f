#include <gtest/gtest.h>

#include "tests/features/people/small_house.h"

namespace fabnum::people {
namespace {

const std::string key(crypto::key_size, 'k');

class Badges : public SmallHouse {
 protected:
    Act by_bruno() { return act_of(bruno, Role::Fabmanager, hem); }
    std::map<PersonId, Badge> there() {
        return read([&](const sql::Reader& db) { return badges(db, {ines, noah}, key); });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Badges, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST(BadgeCodes, AreReadHoweverTheyAreTyped) {
    EXPECT_EQ(badge_spoken("K7QM3XWPR2TD"), "K7QM-3XWP-R2TD");
    for (const std::string_view typed :
         {"K7QM-3XWP-R2TD", " k7qm 3xwp r2td ", "https://fabnum.example/badge/K7QM3XWPR2TD"})
        EXPECT_EQ(badge_code_in(typed), "K7QM3XWPR2TD") << typed;
    EXPECT_EQ(badge_code_in("é!"), "");
}

TEST_P(Badges, OpenASessionWithThePinAndNotWithout) {
    ASSERT_EQ(refusal_of(give_badges(*fresh, by_bruno(), {ines}, key, today)), "");
    const std::string code = there().at(ines).code;
    EXPECT_EQ(code.size(), 12U);
    EXPECT_EQ(refusal_of(sign_in_by_pin(*fresh, from(morning), code, "4071")), "people.wrong_pin")
        << "no PIN was chosen yet";
    ASSERT_EQ(refusal_of(set_pin(*fresh, act_of(ines, Role::Participant, hem), "4071", key)), "");
    EXPECT_EQ(refusal_of(sign_in_by_pin(*fresh, from(morning), code, "4072")), "people.wrong_pin");
    const auto session = sign_in_by_pin(*fresh, from(morning), badge_spoken(code), "4071");
    ASSERT_TRUE(session);
    EXPECT_EQ(session_of(*session)->actor.person, ines);
}

TEST_P(Badges, StayTheSameWhenGivenAgainAndOpenNothingOnceTaken) {
    ASSERT_EQ(refusal_of(set_pin(*fresh, act_of(ines, Role::Participant, hem), "4071", key)), "");
    ASSERT_EQ(refusal_of(give_badges(*fresh, by_bruno(), {ines}, key, today)), "");
    const std::string code = there().at(ines).code;
    ASSERT_EQ(refusal_of(give_badges(*fresh, by_bruno(), {ines}, key, today)), "");
    EXPECT_EQ(there().at(ines).code, code) << "the printed card still works";
    EXPECT_EQ(refusal_of(take_badge(*fresh, by_bruno(), ines)), "");
    EXPECT_TRUE(there().empty());
    EXPECT_EQ(refusal_of(sign_in_by_pin(*fresh, from(morning), code, "4071")), "people.wrong_pin");
    EXPECT_EQ(refusal_of(take_badge(*fresh, by_bruno(), ines)), "people.moved_meanwhile");
}

TEST_P(Badges, AreForTheYoungPeopleOfOnesSite) {
    EXPECT_EQ(refusal_of(give_badges(*fresh, by_bruno(), {noah}, key, today)), "people.not_there");
    EXPECT_EQ(refusal_of(give_badges(*fresh, by_bruno(), {samira}, key, today)), "people.badge_young");
    EXPECT_EQ(refusal_of(give_badges(*fresh, by_bruno(), {}, key, today)), "people.badge_whom");
    EXPECT_EQ(refusal_of(give_badges(*fresh, act_of(ines, Role::Participant, hem), {ines}, key, today)),
              "people.not_yours");
}

TEST_P(Badges, AreKeptSealed) {
    ASSERT_EQ(refusal_of(give_badges(*fresh, by_bruno(), {ines}, key, today)), "");
    const auto without =
        read([&](const sql::Reader& db) { return badges(db, {ines}, std::string(crypto::key_size, 'x')); });
    EXPECT_TRUE(without.empty()) << "another house's key does not open them";
}

}  // namespace
}  // namespace fabnum::people
