#include "features/people/pages/doorman.h"

#include <gtest/gtest.h>

#include "tests/features/people/small_house.h"

namespace fabnum::people {
namespace {

using namespace std::chrono_literals;

class TheDoorman : public SmallHouse {
 protected:
    std::string session_for(PersonId person, Role role, SiteId site) {
        std::string token;
        write([&](const sql::Writer& db) {
            token = sessions::begin(db, {.person = person, .role = role, .site = site}, "",
                                    sessions::Device::Own, morning);
        });
        return token;
    }
    web::Visitor recognised(std::string_view token, Instant now = morning + 2min) {
        http::Request request;
        if (!token.empty()) request.cookies.add(std::string(sessions::cookie_name), std::string(token));
        return Doorman(*fresh).recognise(request, now);
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, TheDoorman, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(TheDoorman, KnowsPeopleByTheirCookie) {
    write([&](const sql::Writer& db) {
        store::set_manner(db, ines, {.voice = voice_from("fr", "tu", "f"), .theme = "dark", .comfort = true});
    });
    const auto visitor = recognised(session_for(ines, Role::Participant, hem));
    EXPECT_EQ(visitor.actor.person, ines);
    EXPECT_EQ(visitor.actor.role, Role::Participant);
    EXPECT_EQ(visitor.actor.site, hem);
    EXPECT_EQ(visitor.name, "Inès Bouchard");
    EXPECT_EQ(visitor.given_name, "Inès");
    EXPECT_EQ(visitor.site_name, "Hem");
    EXPECT_EQ(visitor.zone, "Europe/Paris");
    EXPECT_EQ(visitor.voice.address, i18n::Address::Tu);
    EXPECT_EQ(visitor.theme, "dark");
    EXPECT_TRUE(visitor.comfort);
    EXPECT_GT(visitor.session, 0);
}

TEST_P(TheDoorman, NotesThatASessionIsInUse) {
    const auto token = session_for(ines, Role::Participant, hem);
    (void)recognised(token, morning + 2min);
    EXPECT_EQ(session_of(token, morning + 2min)->seen, morning + 2min);
}

TEST_P(TheDoorman, TakesOthersForNobodyInParticular) {
    const auto token = session_for(samira, Role::Coordinator, hem);
    for (const auto& [cookie, now] :
         {std::pair(std::string(), morning), std::pair(std::string(43, 'a'), morning),
          std::pair(token, morning + 13h)}) {
        const auto visitor = recognised(cookie, now);
        EXPECT_EQ(visitor.actor.role, Role::Anyone);
        EXPECT_FALSE(visitor.actor.person);
        EXPECT_EQ(visitor.name, "");
    }
}

TEST_P(TheDoorman, DoesNotLetInThoseWhoLeft) {
    const auto token = session_for(ines, Role::Participant, hem);
    stops(ines);
    const auto visitor = recognised(token);
    EXPECT_EQ(visitor.actor.role, Role::Anyone);
    EXPECT_EQ(visitor.name, "");
}

TEST_P(TheDoorman, SpeaksTheLanguageOfTheBrowserUnlessOneWasChosen) {
    http::Request request;
    request.headers.add("Accept-Language", "en-GB,en;q=0.9");
    Doorman doorman(*fresh);
    EXPECT_EQ(doorman.recognise(request, morning).voice.language, i18n::Language::English);
    request.cookies.add("langue", "fr");
    EXPECT_EQ(doorman.recognise(request, morning).voice.language, i18n::Language::French);
}

}  // namespace
}  // namespace fabnum::people
