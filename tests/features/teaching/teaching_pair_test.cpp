#include "features/teaching/teaching_pair.h"

#include <gtest/gtest.h>

namespace fabnum::teaching {
namespace {

constexpr PersonId ines{1}, yanis{2}, chloe{3};
const Subject inkscape{.activity = {}, .topic = "Inkscape"};

Wish wish_of(std::int64_t id, PersonId person, Side side, Subject subject, std::int64_t said) {
    return {.id = {id},
            .person = person,
            .site = {1},
            .side = side,
            .subject = std::move(subject),
            .said = {said}};
}
Actor young(PersonId person) {
    return {person, Role::Participant, SiteId{1}};
}

TEST(Subject, IsTheSameInOtherWordsCaseAndAccents) {
    EXPECT_TRUE(is_same(inkscape, {.activity = {}, .topic = "dessiner sur INKSCAPE"}));
    EXPECT_TRUE(is_same({.activity = {}, .topic = "Découpe"}, {.activity = {}, .topic = "decoupe"}));
    EXPECT_FALSE(is_same({.activity = {}, .topic = "scie"}, {.activity = {}, .topic = "sciences"}));
    EXPECT_FALSE(is_same({.activity = projects::Activity::Make}, {.activity = projects::Activity::Design}));
    EXPECT_FALSE(is_same({}, {}));
}

TEST(Proposals, NameWhoHasWaitedLongestFirst) {
    const auto all = proposals_for(
        ines,
        {wish_of(1, ines, Side::Show, inkscape, 10), wish_of(2, chloe, Side::Learn, inkscape, 30),
         wish_of(3, yanis, Side::Learn, inkscape, 20)},
        {}, {chloe});
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].learn.person, yanis);
    EXPECT_FALSE(all[0].same_mission);
    EXPECT_TRUE(all[1].same_mission);
}

TEST(Proposals, DoNotComeTwiceForTheSameTwo) {
    Pair pair;
    pair.shows = ines;
    pair.learns = yanis;
    pair.subject = inkscape;
    const std::vector wishes{wish_of(1, ines, Side::Show, inkscape, 10),
                             wish_of(2, yanis, Side::Learn, inkscape, 20)};
    EXPECT_TRUE(proposals_for(ines, wishes, {pair}, {}).empty());
    pair.state = PairState::Dropped;
    EXPECT_EQ(proposals_for(ines, wishes, {pair}, {}).size(), 1u);
}

TEST(Pair, IsAgreedByWhoWasAskedAndNotByWhoAsked) {
    Pair pair;
    pair.shows = ines;
    pair.learns = yanis;
    pair.asked_by = yanis;
    EXPECT_TRUE(after(pair, PairStep::Agree, young(ines)));
    EXPECT_FALSE(after(pair, PairStep::Agree, young(yanis)));
    EXPECT_FALSE(after(pair, PairStep::Agree, young(chloe)));
}

TEST(Pair, IsDoneOnceBothHaveSaidSo) {
    Pair pair;
    pair.shows = ines;
    pair.learns = yanis;
    pair.asked_by = yanis;
    pair.state = PairState::Agreed;
    EXPECT_EQ(*after(pair, PairStep::Confirm, young(ines)), PairState::Agreed);
    pair.shown_at = Instant{1};
    EXPECT_EQ(*after(pair, PairStep::Confirm, young(yanis)), PairState::Done);
}

}  // namespace
}  // namespace fabnum::teaching
