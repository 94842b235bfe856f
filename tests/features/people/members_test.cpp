#include <gtest/gtest.h>

#include "platform/journal/journal.h"
#include "tests/features/people/small_house.h"

namespace fabnum::people {
namespace {

using namespace std::chrono_literals;

class Members : public SmallHouse {
 protected:
    Act by_samira() { return act_of(samira, Role::Coordinator, hem); }
    Listing listed(const Filter& filter, Role role = Role::Coordinator) {
        return read([&](const sql::Reader& db) {
            return list(db, {.person = samira, .role = role, .site = hem}, filter, today);
        });
    }
    std::string session_for(PersonId person, Role role, SiteId site) {
        std::string token;
        write([&](const sql::Writer& db) {
            token = sessions::begin(db, {.person = person, .role = role, .site = site}, "Firefox, Linux",
                                    sessions::Device::Own, morning);
        });
        return token;
    }
    bool worn(PersonId person, Role role, SiteId site, Day on = today) {
        return read([&](const sql::Reader& db) {
            return still_wears(db, {.person = person, .role = role, .site = site}, on);
        });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Members, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Members, OfASiteAreListedByNameWithoutThoseOfAnother) {
    const auto all = listed({});
    ASSERT_EQ(all.count, 3);
    EXPECT_EQ(all.rows[0].face.given_name, "Bruno");
    EXPECT_EQ(all.rows[1].face.given_name, "Inès");
    EXPECT_EQ(all.rows[2].face.given_name, "Samira");
    EXPECT_EQ(listed({.sort = "-name"}).rows[0].face.given_name, "Samira");
    EXPECT_EQ(listed({}, Role::Participant).count, 0) << "young people have no list of people";
}

TEST_P(Members, AreFoundByRoleAndByNameWithoutAccents) {
    EXPECT_EQ(listed({.role = Role::Fabmanager}).rows.at(0).face.id, bruno);
    EXPECT_EQ(listed({.words = "ines"}).rows.at(0).face.id, ines);
    EXPECT_EQ(listed({.words = "%"}).count, 0);
    EXPECT_EQ(listed({.most = 2, .skip = 2}).rows.size(), 1U);
}

TEST_P(Members, WhoseHatEndedAreAmongThoseWhoLeft) {
    leaves(ines, today - 1);
    EXPECT_EQ(listed({}).count, 2);
    const auto gone = listed({.gone = true});
    ASSERT_EQ(gone.count, 1);
    EXPECT_EQ(gone.rows[0].face.id, ines);
    EXPECT_EQ(gone.rows[0].until, today - 1);
}

TEST_P(Members, AreCorrectedByTheirCoordinatorWithTheJournalTellingBoth) {
    const PersonFacts facts{.given_name = "Inès",
                            .family_name = "Bouchard-Petit",
                            .mail = "ines@hem.example",
                            .phone = {},
                            .birth_day = {}};
    EXPECT_EQ(refusal_of(correct(*fresh, by_samira(), ines, facts, today)), "");
    EXPECT_EQ(read([&](const sql::Reader& db) { return find(db, ines); })->family_name, "Bouchard-Petit");
    EXPECT_EQ(listed({.words = "petit"}).count, 1) << "the search knows the new name";
    const auto lines =
        read([&](const sql::Reader& db) { return journal::history_of(db, "person", ines.value); });
    EXPECT_NE(lines.back().before.find("Bouchard"), std::string::npos);
    EXPECT_NE(lines.back().after.find("Bouchard-Petit"), std::string::npos);
    const PersonFacts taken{
        .given_name = "Inès", .family_name = "B", .mail = "bruno@hem.example", .phone = {}, .birth_day = {}};
    EXPECT_EQ(refusal_of(correct(*fresh, by_samira(), ines, taken, today)), "people.mail_taken");
    EXPECT_EQ(refusal_of(correct(*fresh, by_samira(), noah, facts, today)), "people.not_there");
    EXPECT_EQ(refusal_of(correct(*fresh, act_of(bruno, Role::Fabmanager, hem), ines, facts, today)),
              "people.not_there");
}

TEST_P(Members, TakeAndEndHatsFromADayToADay) {
    EXPECT_EQ(refusal_of(give_hat(*fresh, by_samira(), bruno, Role::Coordinator, hem, today)), "");
    EXPECT_TRUE(worn(bruno, Role::Coordinator, hem));
    EXPECT_EQ(refusal_of(give_hat(*fresh, by_samira(), bruno, Role::Coordinator, hem, today)),
              "people.hat_worn");
    EXPECT_EQ(refusal_of(give_hat(*fresh, by_samira(), bruno, Role::Fabmanager, marcq, today)),
              "people.hat_not_yours");
    EXPECT_EQ(refusal_of(give_hat(*fresh, by_samira(), bruno, Role::Admin, hem, today)),
              "people.hat_not_yours");
    EXPECT_EQ(refusal_of(end_hat(*fresh, by_samira(), bruno, Role::Coordinator, hem, today, today)), "");
    EXPECT_TRUE(worn(bruno, Role::Coordinator, hem)) << "the last day still counts";
    EXPECT_FALSE(worn(bruno, Role::Coordinator, hem, today + 1));
    EXPECT_TRUE(worn(bruno, Role::Fabmanager, hem, today + 1)) << "the other hat stays";
    EXPECT_EQ(refusal_of(end_hat(*fresh, by_samira(), samira, Role::Coordinator, hem, today, today)),
              "people.own_hat");
}

TEST_P(Members, WhoLeaveAreSignedOutAtOnceAndMayComeBack) {
    const auto token = session_for(ines, Role::Participant, hem);
    const auto link = *make_sign_in_link(*fresh, by_samira(), ines);
    ASSERT_TRUE(session_of(token));
    EXPECT_EQ(refusal_of(leave(*fresh, by_samira(), ines, today)), "");
    EXPECT_FALSE(session_of(token));
    EXPECT_EQ(refusal_of(sign_in_by_link(*fresh, from(morning), link)), "people.link_ended");
    EXPECT_EQ(refusal_of(leave(*fresh, by_samira(), ines, today)), "people.moved_meanwhile");
    EXPECT_EQ(listed({.gone = true}).count, 1);
    EXPECT_EQ(refusal_of(come_back(*fresh, by_samira(), ines, today)), "");
    EXPECT_EQ(listed({}).count, 3);
    EXPECT_EQ(refusal_of(leave(*fresh, by_samira(), samira, today)), "people.own_leaving");
}

TEST_P(Members, OfAnAdministratorAreChangedByAnAdministratorOnly) {
    const auto nadege = added("Nadège", "Lemoine", Role::Admin, hem);
    EXPECT_EQ(refusal_of(leave(*fresh, by_samira(), nadege, today)), "people.not_there");
    EXPECT_EQ(refusal_of(
                  leave(*fresh, act_of(added("Ali", "B", Role::Admin, hem), Role::Admin, {}), nadege, today)),
              "");
}

TEST_P(Members, ANewPlaceHasTheAdministratorWhoOpenedIt) {
    const auto nadege = added("Nadège", "Lemoine", Role::Admin, hem);
    EXPECT_EQ(refusal_of(open_place(*fresh, by_samira(), site_named("Lille"), today)), "sites.not_yours");
    const auto opened = open_place(*fresh, act_of(nadege, Role::Admin, hem), site_named("Lille"), today);
    ASSERT_TRUE(opened);
    EXPECT_TRUE(worn(nadege, Role::Admin, *opened));
    EXPECT_EQ(refusal_of(open_place(*fresh, act_of(nadege, Role::Admin, hem), site_named("lille"), today)),
              "sites.name_taken");
}

}  // namespace
}  // namespace fabnum::people
