#include "features/teaching/teaching.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "tests/support/world.h"

namespace fabnum::teaching {
namespace {

const Day today = clock::day_in("Europe/Paris", support::usual_now);
constexpr auto key_of = [](const auto& answer) { return answer ? std::string() : answer.refusal().key; };

class Teaching : public testing::TestWithParam<sql::Engine> {
 protected:
    Act by(PersonId person) { return {.by = lab.world.participant(person), .at = lab.now, .once = {}}; }
    Table table(PersonId person) {
        return lab.database->read([&](const sql::Reader& db) { return table_of(db, person, today); });
    }
    PairId ask_first(PersonId person) {
        const auto proposals = table(person).proposals;
        EXPECT_FALSE(proposals.empty());
        const auto pair =
            ask(*lab.database, by(person), proposals.front().show.id, proposals.front().learn.id, today);
        EXPECT_TRUE(pair);
        return *pair;
    }
    Result<Done> confirm_by(PersonId person, PairId id) {
        return confirm(*lab.database, lab.cabinet, by(person), id, {.words = "Un autocollant", .photo = {}},
                       today);
    }

    support::Lab lab{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Teaching, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Teaching, GoesFromAWishToATraceThatBothConfirmed) {
    const PersonId ines = lab.world.ines, yanis = lab.world.yanis;
    const PairId id = ask_first(yanis);
    EXPECT_EQ(key_of(agree(*lab.database, by(yanis), id, today, today)), "teaching.moved_meanwhile");
    support::expect_done(agree(*lab.database, by(ines), id, today, today));
    support::expect_done(confirm_by(ines, id));
    EXPECT_EQ(key_of(confirm_by(ines, id)), "teaching.moved_meanwhile");
    const auto traces = [&](PersonId person) {
        return lab.database->read([&](const sql::Reader& db) { return traces_of(db, person); });
    };
    EXPECT_TRUE(traces(yanis).empty());
    support::expect_done(confirm_by(yanis, id));
    ASSERT_EQ(traces(yanis).size(), 1u);
    EXPECT_FALSE(traces(yanis).front().showed);
    EXPECT_EQ(traces(ines).front().pair.told, "Un autocollant");
}

TEST_P(Teaching, CannotBeConfirmedBeforeItsDay) {
    const PairId id = ask_first(lab.world.yanis);
    support::expect_done(agree(*lab.database, by(lab.world.ines), id, today + 2, today));
    EXPECT_EQ(key_of(confirm_by(lab.world.ines, id)), "teaching.problem.not_yet");
    EXPECT_EQ(key_of(agree(*lab.database, by(lab.world.ines), id, today - 1, today)),
              "teaching.problem.past");
}

TEST_P(Teaching, IsNotProposedAgainOnceAsked) {
    const auto before = table(lab.world.yanis).proposals.size();
    ask_first(lab.world.yanis);
    EXPECT_EQ(table(lab.world.yanis).proposals.size(), before - 1);
}

TEST_P(Teaching, WishesAreSaidOnceAndTakenBack) {
    const Subject souder{.activity = {}, .topic = "souder"};
    EXPECT_EQ(key_of(wish(*lab.database, by(lab.world.theo), Side::Learn, souder)),
              "teaching.problem.said_already");
    for (const Wish& one : table(lab.world.theo).wishes)
        if (one.person == lab.world.theo) {
            EXPECT_EQ(key_of(end_wish(*lab.database, by(lab.world.ines), one.id)), "teaching.not_there");
            support::expect_done(end_wish(*lab.database, by(lab.world.theo), one.id));
        }
    support::expect_done(wish(*lab.database, by(lab.world.theo), Side::Learn, souder));
}

TEST_P(Teaching, OfTwoIsNotOpenToAThirdNorToAnotherSite) {
    const PairId id = ask_first(lab.world.yanis);
    const auto seen_by = [&](const Actor& actor) {
        return lab.database->read(
            [&](const sql::Reader& db) { return visible_to(db, actor, id).has_value(); });
    };
    EXPECT_TRUE(seen_by(lab.world.participant(lab.world.ines)));
    EXPECT_TRUE(seen_by(lab.world.fabmanager()));
    EXPECT_FALSE(seen_by(lab.world.participant(lab.world.theo)));
    EXPECT_FALSE(seen_by({lab.world.julie, Role::Fabmanager, lab.world.marcq}));
    EXPECT_EQ(key_of(drop(*lab.database, by(lab.world.theo), id)), "teaching.not_there");
}

TEST_P(Teaching, ShowsTheTeamWhatNobodyCanShowYet) {
    const auto all = lab.database->read(
        [&](const sql::Reader& db) { return overview(db, lab.world.coordinator(), today); });
    EXPECT_GE(all.wishes.size(), 8u);
    EXPECT_TRUE(std::any_of(all.pairs.begin(), all.pairs.end(),
                            [](const Pair& one) { return one.state == PairState::Done; }));
}

}  // namespace
}  // namespace fabnum::teaching
