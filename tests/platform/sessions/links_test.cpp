#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "platform/sessions/sessions.h"
#include "tests/support/engines.h"

namespace fabnum::sessions {
namespace {

using namespace std::chrono_literals;

const Instant morning = clock::paris(2026, 11, 24, 9);

class PrivateLinks : public testing::TestWithParam<sql::Engine> {
 protected:
    template <class Use>
    void write(Use&& use) {
        support::expect_done(fresh->write({}, [&](const sql::Writer& db) -> Result<Done> {
            use(db);
            return Done{};
        }));
    }
    std::string made(std::string_view kind, std::int64_t subject, std::chrono::hours lasts = 48h) {
        std::string token;
        write([&](const sql::Writer& db) { token = make_link(db, kind, subject, morning, lasts); });
        return token;
    }
    std::optional<Link> found(std::string_view kind, std::string_view token, Instant at = morning) {
        return fresh->read([&](const sql::Reader& db) { return find_link(db, kind, token, at); });
    }
    bool was(std::string_view kind, std::string_view token) {
        return fresh->read([&](const sql::Reader& db) { return was_link(db, kind, token); });
    }

    support::FreshDatabase fresh{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, PrivateLinks, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(PrivateLinks, OpenOneKindOfThingAboutOneSubject) {
    const auto token = made("order", 12);
    const auto link = found("order", token);
    ASSERT_TRUE(link);
    EXPECT_EQ(link->subject, 12);
    EXPECT_EQ(link->kind, "order");
    EXPECT_EQ(link->made, morning);
    EXPECT_EQ(link->ends, morning + 48h);
    EXPECT_FALSE(link->revoked);
}

TEST_P(PrivateLinks, OfOneKindOpenNothingOfAnother) {
    const auto token = made("order", 12);
    EXPECT_FALSE(found("sign_in", token));
    EXPECT_FALSE(was("sign_in", token));
    write([&](const sql::Writer& db) { EXPECT_FALSE(use_link(db, "sign_in", token, morning)); });
    EXPECT_TRUE(found("order", token));
}

TEST_P(PrivateLinks, AreNotFoundByAGuess) {
    auto token = made("order", 12);
    token.back() = token.back() == 'A' ? 'B' : 'A';
    for (const auto& guess :
         {token, std::string(), std::string("x"), std::string(43, 'a'), std::string(100, 'a')}) {
        EXPECT_FALSE(found("order", guess)) << guess;
        EXPECT_FALSE(was("order", guess)) << guess;
    }
}

TEST_P(PrivateLinks, EndOnTheirDayAndSayThatTheyWere) {
    const auto token = made("order", 12);
    EXPECT_TRUE(found("order", token, morning + 48h - 1s));
    EXPECT_FALSE(found("order", token, morning + 48h));
    EXPECT_TRUE(was("order", token));
}

TEST_P(PrivateLinks, ThatAreUsedUpOpenOnce) {
    const auto token = made("sign_in", 8);
    write([&](const sql::Writer& db) {
        const auto link = use_link(db, "sign_in", token, morning);
        ASSERT_TRUE(link);
        EXPECT_EQ(link->subject, 8);
    });
    write([&](const sql::Writer& db) { EXPECT_FALSE(use_link(db, "sign_in", token, morning)); });
    EXPECT_FALSE(found("sign_in", token));
    EXPECT_TRUE(was("sign_in", token));
}

TEST_P(PrivateLinks, AreRevokedTogetherForOneSubject) {
    const auto first = made("order", 12), second = made("order", 12), other = made("order", 13),
               calendar = made("calendar", 12);
    write([](const sql::Writer& db) { revoke_links(db, "order", 12); });
    EXPECT_FALSE(found("order", first));
    EXPECT_FALSE(found("order", second));
    EXPECT_TRUE(found("order", other));
    EXPECT_TRUE(found("calendar", calendar));
    EXPECT_TRUE(was("order", first));
}

TEST_P(PrivateLinks, AreListedForTheirSubjectWhetherTheyStillOpenOrNot) {
    (void)made("order", 12, 1h);
    write([](const sql::Writer& db) { revoke_links(db, "order", 12); });
    (void)made("order", 12);
    (void)made("order", 13);
    const auto links = fresh->read([](const sql::Reader& db) { return links_of(db, "order", 12); });
    ASSERT_EQ(links.size(), 2U);
    EXPECT_NE(links[0].revoked, links[1].revoked);
}

TEST_P(PrivateLinks, KeepNoTokenInTheDatabase) {
    const auto token = made("order", 12);
    EXPECT_EQ(fresh->read([&](const sql::Reader& db) {
        return db.value<std::int64_t>({token}, "SELECT count(*) FROM private_links WHERE token_hash = $1");
    }),
              0);
}

TEST_P(PrivateLinks, AreRememberedForAMonthAfterTheirEnd) {
    const auto token = made("order", 12);
    const Instant end = morning + 48h;
    write([&](const sql::Writer& db) { EXPECT_EQ(sweep(db, end + 24h * 30), 0); });
    EXPECT_TRUE(was("order", token));
    write([&](const sql::Writer& db) { EXPECT_EQ(sweep(db, end + 24h * 30 + 1s), 1); });
    EXPECT_FALSE(was("order", token));
}

}  // namespace
}  // namespace fabnum::sessions
