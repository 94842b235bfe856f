#include <gtest/gtest.h>

#include "platform/journal/journal.h"
#include "tests/features/people/small_house.h"

namespace fabnum::people {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view password = "trois plaques de bois";

// Deriving a key is slow on purpose: once for all tests.
const std::string& password_hash() {
    static const std::string hash = crypto::hash_password(password);
    return hash;
}
const std::string& pin_hash() {
    static const std::string hash = crypto::hash_pin("2580");
    return hash;
}

class SigningIn : public SmallHouse {
 protected:
    SigningIn() {
        write([&](const sql::Writer& db) {
            store::set_password_hash(db, samira, password_hash());
            store::set_pin_hash(db, ines, pin_hash(), "");
            db.run({ines, crypto::sha256_hex("BADGEOFINES")},
                   "UPDATE people_credentials SET badge_hash = $2 WHERE person_id = $1");
        });
    }
    Result<std::string> by_password(std::string_view mail, std::string_view typed,
                                    SignIn how = from(morning)) {
        return sign_in_by_password(*fresh, how, mail, typed, "", std::string(crypto::key_size, 'k'));
    }
    Result<std::string> by_pin(std::string_view badge, std::string_view pin, SignIn how = from(morning)) {
        return sign_in_by_pin(*fresh, how, badge, pin);
    }
    Result<std::string> by_link(std::string_view token, SignIn how = from(morning)) {
        return sign_in_by_link(*fresh, how, token);
    }
    std::string link_for(PersonId person, std::chrono::hours lasts = 48h) {
        std::string token;
        write([&](const sql::Writer& db) {
            token = sessions::make_link(db, "sign_in", person.value, morning, lasts);
        });
        return token;
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, SigningIn, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(SigningIn, ByPasswordBeginsASession) {
    const auto token = by_password("samira@hem.example", password);
    ASSERT_TRUE(token) << token.refusal().key;
    const auto session = session_of(*token);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->actor.person, samira);
    EXPECT_EQ(session->actor.role, Role::Coordinator);
    EXPECT_EQ(session->actor.site, hem);
    EXPECT_EQ(session->device, "Firefox, Linux");
}

TEST_P(SigningIn, IsWrittenInTheJournalWithItsManner) {
    ASSERT_TRUE(by_link(link_for(ines)));
    const auto lines =
        read([&](const sql::Reader& db) { return journal::history_of(db, "person", ines.value); });
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.back().action, "person.signed_in");
    EXPECT_EQ(lines.back().actor, ines);
    EXPECT_EQ(lines.back().after, R"({"by":"link"})");
}

TEST_P(SigningIn, SaysTheSameOfAWrongNameAndOfAWrongPassword) {
    EXPECT_EQ(refusal_of(by_password("samira@hem.example", "trois plaques de fer")), "people.wrong_password");
    EXPECT_EQ(refusal_of(by_password("nobody@hem.example", password)), "people.wrong_password");
    EXPECT_EQ(refusal_of(by_password("bruno@hem.example", password)),
              "people.wrong_password");  // has none yet
    EXPECT_EQ(refusal_of(by_password("", "")), "people.wrong_password");
}

TEST_P(SigningIn, WaitsAfterFiveWrongPasswordsEvenForTheRightOne) {
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(refusal_of(by_password("samira@hem.example", "wrong",
                                         from(morning, "192.0.2." + std::to_string(i)))),
                  "people.wrong_password");
    const auto braked = by_password("samira@hem.example", password, from(morning, "192.0.2.99"));
    ASSERT_FALSE(braked);
    EXPECT_EQ(braked.refusal(), (Refusal{"people.wait", {{"seconds", "1"}}}));
    EXPECT_EQ(refusal_of(by_password("Samira@Hem.example", password)), "people.wait");  // the same account
    EXPECT_EQ(refusal_of(by_password("samira@hem.example", password, from(morning + 1s))), "");
    for (int i = 0; i < 2; ++i)  // counted anew
        EXPECT_EQ(refusal_of(by_password("samira@hem.example", "wrong", from(morning + 1s))),
                  "people.wrong_password");
}

TEST_P(SigningIn, SlowsDownAnAddressThatTriesManyAccounts) {
    for (int i = 0; i < 25; ++i)
        EXPECT_EQ(refusal_of(by_pin("badge " + std::to_string(i), "0000",
                                    from(morning, "2001:db8:1:2::" + std::to_string(i)))),
                  "people.wrong_pin");
    EXPECT_EQ(refusal_of(by_pin("badge of ines", "2580", from(morning, "2001:db8:1:2::ffff"))),
              "people.wait");
    EXPECT_EQ(refusal_of(by_pin("badge of ines", "2580", from(morning, "2001:db8:1:3::1"))), "");
}

TEST_P(SigningIn, ByBadgeAsksForTheRightPin) {
    const auto token = by_pin("badge of ines", "2580");
    ASSERT_TRUE(token);
    EXPECT_EQ(session_of(*token)->actor.person, ines);
    EXPECT_EQ(refusal_of(by_pin("badge of ines", "2581")), "people.wrong_pin");
    EXPECT_EQ(refusal_of(by_pin("badge of noah", "2580")), "people.wrong_pin");
    EXPECT_EQ(refusal_of(by_pin("", "")), "people.wrong_pin");
}

TEST_P(SigningIn, ByBadgeWaitsAfterFiveWrongPins) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(refusal_of(by_pin("badge of ines", "1597")), "people.wrong_pin");
    EXPECT_EQ(refusal_of(by_pin("badge of ines", "2580")), "people.wait");
    EXPECT_EQ(refusal_of(by_pin("badge of ines", "2580", from(morning + 1s))), "");
}

TEST_P(SigningIn, ByLinkOpensOnce) {
    const auto link = link_for(ines);
    const auto token = by_link(link);
    ASSERT_TRUE(token);
    EXPECT_EQ(session_of(*token)->actor.person, ines);
    EXPECT_EQ(session_of(*token)->actor.role, Role::Participant);
    EXPECT_EQ(refusal_of(by_link(link)), "people.link_ended");
}

TEST_P(SigningIn, ByLinkEndsWithTheLink) {
    const auto link = link_for(ines);
    EXPECT_EQ(refusal_of(by_link(link, from(morning + 48h))), "people.link_ended");
    EXPECT_EQ(refusal_of(by_link(link, from(morning + 48h - 1s))), "");
}

TEST_P(SigningIn, ByLinkIsNotForALinkOfAnotherKind) {
    std::string tracking;
    write([&](const sql::Writer& db) {
        tracking = sessions::make_link(db, "order", ines.value, morning, 48h);
    });
    EXPECT_EQ(refusal_of(by_link(tracking)), "people.link_ended");
    EXPECT_EQ(refusal_of(by_link("")), "people.link_ended");
}

TEST_P(SigningIn, ByGuessedLinksSlowsDown) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(refusal_of(by_link(std::string(43, 'a'))), "people.link_ended");
    EXPECT_EQ(refusal_of(by_link(link_for(ines))), "people.wait");
    EXPECT_EQ(refusal_of(by_link(link_for(ines), from(morning, "192.0.2.8"))), "");
}

TEST_P(SigningIn, IsNotForThoseWhoLeft) {
    leaves(samira, today - 1);
    EXPECT_EQ(refusal_of(by_password("samira@hem.example", password)), "people.no_hat");
    stops(samira);
    EXPECT_EQ(refusal_of(by_password("samira@hem.example", password)), "people.wrong_password");
    stops(ines);
    EXPECT_EQ(refusal_of(by_link(link_for(ines))), "people.no_hat");
    EXPECT_EQ(refusal_of(by_pin("badge of ines", "2580")), "people.wrong_pin");
}

TEST_P(SigningIn, OnASharedMachineIsForgottenSooner) {
    auto how = from(morning);
    how.kind = sessions::Device::Shared;
    const auto token = by_link(link_for(ines), how);
    ASSERT_TRUE(token);
    EXPECT_TRUE(session_of(*token)->shared);
}

}  // namespace
}  // namespace fabnum::people
