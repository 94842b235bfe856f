#include "features/people/people.h"

#include <gtest/gtest.h>

#include "platform/journal/journal.h"
#include "tests/features/people/small_house.h"

namespace fabnum::people {
namespace {

using namespace std::chrono_literals;

class People : public SmallHouse {
 protected:
    bool sees(const Actor& actor, PersonId person) {
        return read([&](const sql::Reader& db) { return visible_to(db, actor, person).has_value(); });
    }
    std::vector<std::string> found_by(const Actor& actor, std::string_view words, int most = 20) {
        std::vector<std::string> names;
        for (const auto& face :
             read([&](const sql::Reader& db) { return search(db, actor, words, today, most); }))
            names.push_back(full_name(face));
        return names;
    }
    std::vector<std::string> hats(PersonId person, Day on = today) {
        std::vector<std::string> said;
        for (const auto& hat : read([&](const sql::Reader& db) { return hats_of(db, person, on); }))
            said.push_back(std::string(fabnum::word_of(hat.role)) + " " + hat.site_name);
        return said;
    }
    std::vector<std::string> wearing(Role role, SiteId site, Day on = today) {
        std::vector<std::string> names;
        for (const auto& face : read([&](const sql::Reader& db) { return with_role(db, role, site, on); }))
            names.push_back(face.given_name);
        return names;
    }
    Result<PersonId> adding(const NewPerson& person) {
        return fresh->write({}, [&](const sql::Writer& db) {
            return add(db, act_of(samira, Role::Coordinator, hem), person, today);
        });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, People, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

using Names = std::vector<std::string>;

TEST_P(People, AreKeptAsTheyWereAdded) {
    const auto id = adding({.given_name = "Kenza",
                            .family_name = "Aït",
                            .mail = "kenza@hem.example",
                            .phone = "06 12 34 56 78",
                            .birth_day = *day_from_iso("2008-02-29"),
                            .voice = voice_from("en", "tu", "f"),
                            .role = Role::Participant,
                            .site = hem});
    ASSERT_TRUE(id);
    const auto kenza = read([&](const sql::Reader& db) { return find(db, *id); });
    ASSERT_TRUE(kenza);
    EXPECT_EQ(full_name(*kenza), "Kenza Aït");
    EXPECT_EQ(kenza->mail, "kenza@hem.example");
    EXPECT_EQ(kenza->phone, "06 12 34 56 78");
    EXPECT_EQ(kenza->birth_day, day_from_iso("2008-02-29"));
    EXPECT_EQ(kenza->voice.language, i18n::Language::English);
    EXPECT_EQ(kenza->voice.address, i18n::Address::Tu);
    EXPECT_EQ(kenza->voice.agreement, i18n::Agreement::Feminine);
    EXPECT_TRUE(kenza->active);
    EXPECT_EQ(hats(*id), Names{"participant Hem"});
    EXPECT_FALSE(read([](const sql::Reader& db) { return find(db, PersonId{999}); }));
}

TEST_P(People, AreAddedWithALineInTheJournal) {
    const auto lines =
        read([&](const sql::Reader& db) { return journal::history_of(db, "person", ines.value); });
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].action, "person.added");
    EXPECT_EQ(lines[0].after.find("Bouchard"), std::string::npos);
}

TEST_P(People, HaveAMailAddressOfTheirOwn) {
    EXPECT_EQ(refusal_of(adding(person_named("A", "B", "samira@hem.example"))), "people.mail_taken");
    EXPECT_EQ(refusal_of(adding(person_named("A", "B"))), "");
    EXPECT_EQ(refusal_of(adding(person_named("C", "D"))), "");
}

TEST_P(People, WhoLeftKeepTheirMailAddress) {
    stops(samira);
    EXPECT_EQ(refusal_of(adding(person_named("A", "B", "samira@hem.example"))), "people.mail_taken");
}

TEST_P(People, SeeThemselvesWhateverTheirRole) {
    for (const Role role :
         {Role::Participant, Role::Fabmanager, Role::Coordinator, Role::Adviser, Role::Admin})
        EXPECT_TRUE(sees({.person = noah, .role = role, .site = marcq}, noah)) << fabnum::word_of(role);
}

TEST_P(People, AreSeenByTheTeamOfTheirSiteOnly) {
    for (const Role role : {Role::Fabmanager, Role::Coordinator}) {
        EXPECT_TRUE(sees({.person = samira, .role = role, .site = hem}, ines)) << fabnum::word_of(role);
        EXPECT_FALSE(sees({.person = samira, .role = role, .site = hem}, noah)) << fabnum::word_of(role);
        EXPECT_FALSE(sees({.person = samira, .role = role, .site = {}}, ines)) << fabnum::word_of(role);
    }
    EXPECT_TRUE(sees({.person = samira, .role = Role::Admin, .site = {}}, noah));
    EXPECT_TRUE(sees({.person = samira, .role = Role::Admin, .site = hem}, noah));
}

TEST_P(People, AreNotSeenByAnyoneElse) {
    for (const Role role :
         {Role::Anyone, Role::Participant, Role::Adviser, Role::Requester, Role::Funder, Role::System}) {
        EXPECT_FALSE(sees({.person = bruno, .role = role, .site = hem}, ines)) << fabnum::word_of(role);
        EXPECT_FALSE(sees({.person = {}, .role = role, .site = hem}, ines)) << fabnum::word_of(role);
    }
    EXPECT_FALSE(sees({}, PersonId{}));
    EXPECT_FALSE(sees({.person = samira, .role = Role::Coordinator, .site = hem}, PersonId{999}));
}

TEST_P(People, OfTwoSitesAreSeenFromBoth) {
    gives_hat(ines, Role::Participant, marcq);
    EXPECT_TRUE(sees({.person = samira, .role = Role::Coordinator, .site = hem}, ines));
    EXPECT_TRUE(sees({.person = samira, .role = Role::Coordinator, .site = marcq}, ines));
}

TEST_P(People, AreFoundWithoutAccentsOnTheSiteOfWhoeverSearches) {
    (void)added("Inès", "Martin", Role::Participant, marcq);
    const Actor of_hem{.person = samira, .role = Role::Coordinator, .site = hem};
    EXPECT_EQ(found_by(of_hem, "ines"), Names{"Inès Bouchard"});
    EXPECT_EQ(found_by(of_hem, "INÈS BOU"), Names{"Inès Bouchard"});
    EXPECT_EQ(found_by(of_hem, "noah"), Names{});
    EXPECT_EQ(found_by(of_hem, " "), Names{});
    EXPECT_EQ(found_by(of_hem, "b"), (Names{"Bruno Leroy", "Inès Bouchard", "Samira Dubois"}));
    EXPECT_EQ(found_by(of_hem, "b", 2), (Names{"Bruno Leroy", "Inès Bouchard"}));
}

TEST_P(People, AreSearchedByStaffOnly) {
    for (const Role role : {Role::Anyone, Role::Participant, Role::Adviser, Role::Requester, Role::Funder})
        EXPECT_EQ(found_by({.person = ines, .role = role, .site = hem}, "bruno"), Names{})
            << fabnum::word_of(role);
}

TEST_P(People, WhoLeftAreNotFound) {
    leaves(ines, today - 1);
    stops(bruno);
    const Actor of_hem{.person = samira, .role = Role::Coordinator, .site = hem};
    EXPECT_EQ(found_by(of_hem, "ines"), Names{});
    EXPECT_EQ(found_by(of_hem, "bruno"), Names{});
    leaves(ines, today);
    EXPECT_EQ(found_by(of_hem, "ines"), Names{"Inès Bouchard"});
}

TEST_P(People, WearTheHatsOfTheDay) {
    gives_hat(samira, Role::Coordinator, marcq, today + 1);
    EXPECT_EQ(hats(samira, today - 1), Names{});
    EXPECT_EQ(hats(samira), Names{"coordinator Hem"});
    EXPECT_EQ(hats(samira, today + 1), (Names{"coordinator Hem", "coordinator Marcq"}));
    leaves(samira, today + 1);
    EXPECT_EQ(hats(samira, today + 2), Names{});
}

TEST_P(People, WearTheHatOfEverySiteBeforeTheOthersOfTheSameDay) {
    gives_hat(samira, Role::Admin, {});
    EXPECT_EQ(hats(samira), (Names{"admin ", "coordinator Hem"}));
}

TEST_P(People, AreListedByRoleAndSite) {
    (void)added("Amina", "Zidane", Role::Fabmanager, hem);
    const auto director = added("Zoé", "Klein", Role::Admin, {});
    EXPECT_EQ(wearing(Role::Fabmanager, hem), (Names{"Amina", "Bruno"}));
    EXPECT_EQ(wearing(Role::Fabmanager, marcq), Names{});
    EXPECT_EQ(wearing(Role::Admin, marcq), Names{"Zoé"});
    EXPECT_EQ(wearing(Role::Participant, marcq, today - 1), Names{});
    stops(director);
    EXPECT_EQ(wearing(Role::Admin, marcq), Names{});
}

TEST_P(People, ShowTheirFacesWithTheirRole) {
    const auto faces_of_all = read([&](const sql::Reader& db) {
        return faces(db, {ines, bruno, PersonId{999}});
    });
    ASSERT_EQ(faces_of_all.size(), 2U);
    EXPECT_EQ(full_name(faces_of_all.at(ines)), "Inès Bouchard");
    EXPECT_EQ(faces_of_all.at(bruno).role, Role::Fabmanager);
    EXPECT_TRUE(read([](const sql::Reader& db) { return faces(db, {}); }).empty());
}

TEST_P(People, ChooseHowTheyAreSpokenTo) {
    support::expect_done(
        choose_manner(*fresh, act_of(ines, Role::Participant, hem),
                      {.voice = voice_from("en", "tu", "f"), .theme = "dark", .comfort = true}));
    const auto chosen = read([&](const sql::Reader& db) { return find(db, ines); });
    EXPECT_EQ(chosen->voice.language, i18n::Language::English);
    EXPECT_EQ(chosen->voice.agreement, i18n::Agreement::Feminine);
    EXPECT_EQ(chosen->theme, "dark");
    EXPECT_TRUE(chosen->comfort);
    EXPECT_EQ(read([&](const sql::Reader& db) { return find(db, bruno); })->theme, "");
}

TEST_P(People, TakeAnotherOfTheirHats) {
    gives_hat(samira, Role::Coordinator, marcq);
    std::string token;
    write([&](const sql::Writer& db) {
        token = sessions::begin(db, {.person = samira, .role = Role::Coordinator, .site = hem}, "",
                                sessions::Device::Own, morning);
    });
    const auto session = session_of(token)->id;
    support::expect_done(take_hat(*fresh, act_of(samira, Role::Coordinator, hem), session, marcq, today));
    EXPECT_EQ(session_of(token)->actor.site, marcq);
}

TEST_P(People, TakeNoHatThatIsNotTheirs) {
    std::string token;
    write([&](const sql::Writer& db) {
        token = sessions::begin(db, {.person = bruno, .role = Role::Fabmanager, .site = hem}, "",
                                sessions::Device::Own, morning);
    });
    const auto session = session_of(token)->id;
    EXPECT_EQ(refusal_of(take_hat(*fresh, act_of(bruno, Role::Fabmanager, hem), session, marcq, today)),
              "people.no_hat");
    EXPECT_EQ(refusal_of(take_hat(*fresh, act_of(bruno, Role::Fabmanager, hem), session, {}, today)),
              "people.no_hat");
    support::expect_done(take_hat(*fresh, act_of(noah, Role::Participant, marcq), session, marcq,
                                  today));  // somebody else's session
    EXPECT_EQ(session_of(token)->actor.site, hem);
    EXPECT_EQ(session_of(token)->actor.role, Role::Fabmanager);
}

}  // namespace
}  // namespace fabnum::people
