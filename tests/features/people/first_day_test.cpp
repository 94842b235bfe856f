#include <gtest/gtest.h>

#include "tests/features/people/small_house.h"

namespace fabnum::people {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view password = "trois plaques de bois";

// A house that nobody has entered yet.
class FirstDay : public testing::TestWithParam<sql::Engine> {
 protected:
    std::string link() {
        return *fresh->write({}, [](const sql::Writer& db) -> Result<std::string> {
            return sessions::make_link(db, "first_admin", 0, morning, 48h);
        });
    }
    Result<Done> opened(std::string_view token, Instant at = morning) {
        return open_house(*fresh, {.by = {}, .at = at, .once = {}}, site_named("Hem"),
                          person_named("Zoé", "Klein", "zoe@hem.example"), password, token, today);
    }
    bool empty() {
        return fresh->read([](const sql::Reader& db) { return is_empty(db) && sites::all(db).empty(); });
    }

    support::FreshDatabase fresh{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, FirstDay, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(FirstDay, OpensTheHouseWithAPlaceAndAnAdmin) {
    EXPECT_TRUE(empty());
    support::expect_done(opened(link()));
    const auto places = fresh->read([](const sql::Reader& db) { return sites::all(db); });
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].name, "Hem");
    const auto token =
        sign_in_by_password(*fresh, {.client = "192.0.2.7", .device = "", .now = morning, .today = today},
                            "zoe@hem.example", password, "", std::string(crypto::key_size, 'k'));
    ASSERT_TRUE(token) << token.refusal().key;
    const auto session =
        fresh->read([&](const sql::Reader& db) { return sessions::find(db, *token, morning); });
    EXPECT_EQ(session->actor.role, Role::Admin);
}

TEST_P(FirstDay, ComesOnce) {
    const auto first = link(), second = link();
    support::expect_done(opened(first));
    EXPECT_EQ(refusal_of(opened(first)), "people.link_ended");
    EXPECT_EQ(refusal_of(opened(second)), "people.link_ended");
    EXPECT_EQ(fresh->read([](const sql::Reader& db) { return store::count(db); }), 1);
}

TEST_P(FirstDay, NeedsTheLinkAndLeavesNothingWithoutIt) {
    const auto token = link();
    EXPECT_EQ(refusal_of(opened("")), "people.link_ended");
    EXPECT_EQ(refusal_of(opened(std::string(43, 'a'))), "people.link_ended");
    EXPECT_EQ(refusal_of(opened(token, morning + 48h)), "people.link_ended");
    EXPECT_TRUE(empty());
    support::expect_done(opened(token));
}

TEST_P(FirstDay, NeedsALinkOfItsOwnKind) {
    const auto other = *fresh->write({}, [](const sql::Writer& db) -> Result<std::string> {
        return sessions::make_link(db, "order", 0, morning, 48h);
    });
    EXPECT_EQ(refusal_of(opened(other)), "people.link_ended");
}

}  // namespace
}  // namespace fabnum::people
