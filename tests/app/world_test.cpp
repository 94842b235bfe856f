#include "app/world/world.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "features/outcomes/outcomes.h"
#include "features/recruitment/recruitment.h"
#include "platform/journal/journal.h"
#include "tests/support/world.h"

namespace fabnum::app::world {
namespace {

using orders::State;

// Built once: most tests only look.
support::Lab& lab() {
    static support::Lab built;
    return built;
}
const Day today = clock::day_in("Europe/Paris", support::usual_now);

template <class Use>
auto read(Use&& use) {
    return lab().database->read(std::forward<Use>(use));
}

std::vector<orders::Row> rows_of(SiteId site) {
    return read([&](const sql::Reader& db) {
               orders::Filter filter;
               filter.site = site;
               filter.most = 100;
               return lab().orders.list(db, lab().world.admin(), filter, today);
           })
        .rows;
}

orders::Sight sight_of(const Tracked& order) {
    return read([&](const sql::Reader& db) {
        return lab().orders.visible_to(db, lab().world.admin(), order.id).value();
    });
}

// What happened before now: other tests may have come in since.
std::vector<journal::Line> lines_of(support::Lab& told) {
    return told.database->read(
        [&](const sql::Reader& db) { return journal::lines(db, {.until = told.now}, {.size = 5000}); });
}

// The same without salts and hashes.
std::vector<std::string> story_of(support::Lab& told) {
    std::vector<std::string> lines;
    for (const auto& line : lines_of(told))
        lines.push_back(to_iso(line.at) + " " + std::to_string(line.actor.value) + " " + line.action + " " +
                        line.subject_kind + std::to_string(line.subject) + " " + line.before + " " +
                        line.after);
    return lines;
}

TEST(World, HasTheResultsOfTheBrief) {
    const auto& w = lab().world;
    std::vector<outcomes::Course> pooled;
    for (const auto& [cohort, courses] : read([&](const sql::Reader& db) {
             return outcomes::courses(db, {w.promo1, w.promo2});
         })) {
        EXPECT_EQ(courses.size(), 12U);
        pooled.insert(pooled.end(), courses.begin(), courses.end());
    }
    const auto results = outcomes::results_of(pooled, today);
    EXPECT_EQ(results.entered, 24);
    EXPECT_EQ(results.noted, 24);
    EXPECT_EQ(results.left_early.part, 1);
    EXPECT_EQ(results.dropped_out.part, 1);
    EXPECT_EQ(results.forward.part, 23);
    EXPECT_EQ(results.ours.part, 17);  // 17 of 24: 70.8 %
    EXPECT_EQ(results.short_work.part, 8);
}

TEST(World, HasNewsOfMostYoungPeopleSixMonthsAfter) {
    const auto& w = lab().world;
    const auto courses = read([&](const sql::Reader& db) { return outcomes::courses(db, {w.promo1}); });
    const auto results = outcomes::results_of(courses.at(w.promo1), today);
    const auto six = std::find_if(results.after.begin(), results.after.end(),
                                  [](const outcomes::AtMonths& at) { return at.months == 6; });
    EXPECT_EQ(six->positive.asked, 12);
    EXPECT_EQ(six->positive.answered, 10);
    EXPECT_EQ(six->positive.yes, 7);
    EXPECT_EQ(six->missing.at(outcomes::Missing::Unreachable), 2);
}

TEST(World, HasSomebodyToAskForNewsInHem) {
    const auto lines =
        read([&](const sql::Reader& db) { return outcomes::news(db, {.site = lab().world.hem}, today); });
    EXPECT_GE(lines.size(), 5U);
}

TEST(World, HasAThirdCohortOfTwelveInItsNinthWeekOfTwentySix) {
    const auto cohort =
        read([&](const sql::Reader& db) { return cohorts::running(db, lab().world.hem, today).value(); });
    EXPECT_EQ(cohort.id, lab().world.promo3);
    EXPECT_EQ(cohorts::week_of(cohort, today), 9);
    EXPECT_EQ(cohorts::weeks_in(cohort), 26);
    int minors = 0;
    std::set<std::pair<i18n::Address, i18n::Agreement>> manners;
    const auto members =
        read([&](const sql::Reader& db) { return cohorts::present_members(db, cohort.id, today); });
    EXPECT_EQ(members.size(), 12u);
    for (const auto& face : members) {
        const auto person = read([&](const sql::Reader& db) { return people::find(db, face.id).value(); });
        const int age = people::age_on(person.birth_day.value(), today);
        EXPECT_TRUE(age >= 17 && age <= 25) << face.given_name << " is " << age;
        minors += people::is_minor(person, today) ? 1 : 0;
        manners.emplace(person.voice.address, person.voice.agreement);
    }
    EXPECT_EQ(minors, 2);
    EXPECT_GE(manners.size(), 4u);
}

TEST(World, HasAnOrderInEveryStateInHem) {
    std::map<State, int> found;
    for (const auto& row : rows_of(lab().world.hem)) ++found[row.order.state];
    for (const auto& [word, state] : orders::states) EXPECT_GE(found[state], 1) << word;
    EXPECT_EQ(found[State::Received], 2);
    EXPECT_EQ(found[State::Making], 3);
}

TEST(World, NamesEachOrderByTheStateItIsIn) {
    const World& w = lab().world;
    const std::pair<const Tracked*, State> named[] = {
        {&w.quarter_sign, State::Received}, {&w.visors, State::Received},
        {&w.touch_map, State::Clarifying},  {&w.insect_hotels, State::Accepted},
        {&w.medals, State::Making},         {&w.badges, State::Making},
        {&w.giant_game, State::Making},     {&w.book_boxes, State::Approving},
        {&w.reading_stands, State::Ready},  {&w.gift_boxes, State::Delivered},
        {&w.park_signs, State::Closed},     {&w.shop_sign, State::Declined},
        {&w.summer_film, State::Suspended}, {&w.party_stand, State::Cancelled},
        {&w.tablets, State::Received},      {&w.engraving_workshop, State::Making},
        {&w.garden_plates, State::Closed}};
    for (const auto& [tracked, state] : named) {
        const auto behind = read([&, token = tracked->token](const sql::Reader& db) {
            return lab().orders.behind(db, token, lab().now);
        });
        ASSERT_TRUE(behind || tracked == &w.garden_plates);  // its link ended a year after the request
        const auto order = sight_of(*tracked).order;
        EXPECT_EQ(order.state, state) << order.title;
        EXPECT_EQ(order.project, tracked->project) << order.title;
    }
    EXPECT_TRUE(orders::is_late(sight_of(w.medals).order, today));
}

TEST(World, TellsWhatHappenedToItsOrders) {
    const World& w = lab().world;
    const auto boxes = sight_of(w.book_boxes);
    EXPECT_EQ(boxes.prototypes.size(), 2u);
    EXPECT_FALSE(boxes.prototypes.front().approved.has_value());
    EXPECT_EQ(boxes.prototypes.back().approved, false);
    const auto mission =
        read([&](const sql::Reader& db) { return projects::find(db, w.book_boxes.project).value(); });
    EXPECT_EQ(mission.turn_of(w.yanis), projects::Turn::Lead);
    EXPECT_EQ(mission.turn_of(w.ines), projects::Turn::Referent);
    ASSERT_EQ(mission.tries.size(), 1u);
    EXPECT_TRUE(mission.tries.front().photo);
    EXPECT_FALSE(mission.photos.empty());

    const auto badges =
        read([&](const sql::Reader& db) { return projects::find(db, w.badges.project).value(); });
    EXPECT_EQ(badges.turn_of(w.enzo), projects::Turn::Member);
    EXPECT_EQ(badges.team.front().turn, projects::Turn::Lead);

    EXPECT_TRUE(sight_of(w.gift_boxes).thanks);
    EXPECT_GT(sight_of(w.gift_boxes).delivery.value().value.minutes, 0);
    EXPECT_GT(*sight_of(w.touch_map).order.estimate, sight_of(w.touch_map).site.material_cap);
    EXPECT_FALSE(sight_of(w.shop_sign).order.reason.empty());
}

TEST(World, LeavesHolesInTheParticipationOfTheCohort) {
    const auto shares =
        read([&](const sql::Reader& db) { return projects::shares_in_programme(db, lab().world.promo3); });
    EXPECT_EQ(shares.size(), 12u);
    for (const auto activity :
         {projects::Activity::Meet, projects::Activity::Prototype, projects::Activity::Document}) {
        int without = 0;
        for (const auto& [person, minutes] : shares)
            without += minutes[static_cast<std::size_t>(activity)] == 0 ? 1 : 0;
        EXPECT_GE(without, 1) << projects::word_of(activity);
    }
}

TEST(World, WritesAJournalThatHoldsAndRunsForward) {
    EXPECT_TRUE(read([](const sql::Reader& db) { return static_cast<bool>(journal::verify(db)); }));
    const auto lines = lines_of(lab());
    EXPECT_GT(lines.size(), 300u);
    for (std::size_t i = 1; i < lines.size(); ++i)
        EXPECT_LE(lines[i].at, lines[i - 1].at) << lines[i - 1].action;
}

TEST(World, IsTheSameStoryWhenToldTwice) {
    support::Lab again;
    EXPECT_EQ(story_of(again), story_of(lab()));
}

TEST(World, CanBeToldOnAnyDayAndOnBothEngines) {
    // A Monday just after midnight, and a Sunday on which clocks change.
    const Instant moments[] = {clock::paris(2027, 1, 4, 0, 5), clock::paris(2027, 3, 28, 12, 0)};
    for (const Instant now : moments) {
        support::Lab told(now == moments[0] ? sql::Engine::Postgres : sql::Engine::Sqlite, now);
        const Day day = clock::day_in("Europe/Paris", now);
        const auto cohort = told.database->read(
            [&](const sql::Reader& db) { return cohorts::running(db, told.world.hem, day).value(); });
        EXPECT_EQ(cohorts::week_of(cohort, day), 9) << to_iso(now);
    }
}

TEST(World, GivesEachRoleAWayInThatOpensOnce) {
    support::Lab& told = lab();
    const auto links = sign_in_links(*told.database, told.orders, told.now);
    std::vector<std::string> who;
    for (const auto& link : links)
        who.push_back(link.role + " " + link.detail + (link.detail.empty() ? "" : " ") + link.who);
    EXPECT_EQ(who,
              (std::vector<std::string>{
                  "coordinator Samira Delcourt", "fabmanager Karim Belhadj",
                  "participant referent Inès Bouchard", "participant lead Yanis Benali",
                  "adviser Claire Dubrulle", "admin Nadège Lemoine", "requester approving 20 boîtes à livres",
                  "requester clarifying Plan tactile de la médiathèque", "referrer Claire Dubrulle"}));
    for (const auto& link : links) {
        if (link.role == "referrer") {
            EXPECT_TRUE(told.database->read([&](const sql::Reader& db) {
                return recruitment::Referrals(*told.database, "").behind(db, link.token, told.now);
            }));
            continue;
        }
        if (link.role == "requester") {
            EXPECT_TRUE(told.database->read(
                [&](const sql::Reader& db) { return told.orders.behind(db, link.token, told.now); }));
            continue;
        }
        const people::SignIn how{
            .client = "192.0.2.1", .device = "", .kind = {}, .now = told.now, .today = today};
        const auto cookie = people::sign_in_by_link(*told.database, how, link.token);
        ASSERT_TRUE(cookie) << link.who;
        const auto session = told.database->read(
            [&](const sql::Reader& db) { return sessions::find(db, *cookie, told.now).value(); });
        EXPECT_EQ(word_of(session.actor.role), link.role);
        EXPECT_FALSE(people::sign_in_by_link(*told.database, how, link.token)) << link.who;
    }
}

}  // namespace
}  // namespace fabnum::app::world
