#include <gtest/gtest.h>

#include "tests/features/people/small_house.h"

namespace fabnum::people {
namespace {

// Two codes of RFC 6238, appendix B, of one step and the next.
constexpr std::string_view secret = "12345678901234567890";
constexpr Instant at_first{1111111109'000'000}, at_second{1111111111'000'000};
constexpr std::string_view first_code = "081804", second_code = "050471";
constexpr std::string_view password = "trois plaques de bois";
const std::string key(crypto::key_size, 'k');

const std::string& password_hash() {
    static const std::string hash = crypto::hash_password(password);
    return hash;
}

class OneTimeCodes : public SmallHouse {
 protected:
    OneTimeCodes() {
        write([&](const sql::Writer& db) { store::set_password_hash(db, samira, password_hash()); });
    }
    Result<Done> turned_on(std::string_view code, Instant at = at_first) {
        return turn_on_codes(*fresh, act_of(samira, Role::Coordinator, hem, at), secret, code, key);
    }
    Result<std::string> signed_in(std::string_view code, Instant at = at_second,
                                  std::string_view with_key = key) {
        return sign_in_by_password(*fresh, from(at), "samira@hem.example", password, code, with_key);
    }
    bool are_on() {
        return read([&](const sql::Reader& db) { return has_codes(db, samira); });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, OneTimeCodes, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(OneTimeCodes, AreOffUntilACodeProvesThatTheSecretWasNoted) {
    EXPECT_EQ(refusal_of(turned_on("081805")), "people.wrong_code");
    EXPECT_EQ(refusal_of(turned_on("")), "people.wrong_code");
    EXPECT_FALSE(are_on());
    EXPECT_EQ(refusal_of(signed_in("")), "");
    support::expect_done(turned_on(first_code));
    EXPECT_TRUE(are_on());
}

TEST_P(OneTimeCodes, AreAskedAfterTheRightPasswordOnly) {
    support::expect_done(turned_on(first_code));
    EXPECT_EQ(refusal_of(signed_in("")), "people.code_needed");
    EXPECT_EQ(refusal_of(sign_in_by_password(*fresh, from(at_second), "samira@hem.example", "wrong",
                                             second_code, key)),
              "people.wrong_password");
    EXPECT_EQ(refusal_of(signed_in(second_code)), "");
}

TEST_P(OneTimeCodes, OpenOnce) {
    support::expect_done(turned_on(first_code));
    EXPECT_EQ(refusal_of(signed_in(first_code)), "people.wrong_code");  // the one that turned them on
    EXPECT_EQ(refusal_of(signed_in(second_code)), "");
    EXPECT_EQ(refusal_of(signed_in(second_code)), "people.wrong_code");
}

TEST_P(OneTimeCodes, AreGuessedNoFasterThanPasswords) {
    support::expect_done(turned_on(first_code));
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(refusal_of(signed_in("00000" + std::to_string(i))), "people.wrong_code");
    EXPECT_EQ(refusal_of(signed_in(second_code)), "people.wait");
}

TEST_P(OneTimeCodes, AreSealedWithTheKeyOfTheHouse) {
    support::expect_done(turned_on(first_code));
    const auto sealed =
        read([&](const sql::Reader& db) { return store::credentials(db, samira)->totp_sealed.value(); });
    EXPECT_EQ(sealed.find(secret), std::string::npos);
    EXPECT_EQ(refusal_of(signed_in(second_code, at_second, std::string(crypto::key_size, 'x'))),
              "people.wrong_code");
}

TEST_P(OneTimeCodes, AreTurnedOffWithThePassword) {
    support::expect_done(turned_on(first_code));
    const auto act = act_of(samira, Role::Coordinator, hem, at_second);
    EXPECT_EQ(refusal_of(turn_off_codes(*fresh, act, "wrong")), "people.wrong_current_password");
    EXPECT_TRUE(are_on());
    support::expect_done(turn_off_codes(*fresh, act, password));
    EXPECT_FALSE(are_on());
    EXPECT_EQ(refusal_of(signed_in("")), "");
}

TEST_P(OneTimeCodes, TurnedOnAgainStillRefuseOldCodes) {
    support::expect_done(turned_on(first_code));
    support::expect_done(turn_off_codes(*fresh, act_of(samira, Role::Coordinator, hem, at_second), password));
    support::expect_done(turned_on(second_code, at_second));
    EXPECT_EQ(refusal_of(signed_in(first_code)), "people.wrong_code");
    EXPECT_EQ(refusal_of(signed_in(second_code)), "people.wrong_code");
}

}  // namespace
}  // namespace fabnum::people
