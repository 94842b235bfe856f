#include "app/world/generator.h"

#include <map>

#include <gtest/gtest.h>

#include "features/cohorts/cohorts.h"
#include "features/orders/orders.h"
#include "platform/journal/journal.h"
#include "tests/support/world.h"

namespace fabnum::app::world {
namespace {

const Day today = clock::day_in("Europe/Paris", support::usual_now);
const Actor everywhere{.person = {}, .role = Role::Admin, .site = {}};

// The orders of every site, page by page as a list shows them, with their teams and hours.
std::vector<std::string> told(sql::Database& database, const orders::Orders& orders) {
    return database.read([&](const sql::Reader& db) {
        std::vector<std::string> lines;
        for (const sites::Site& site : sites::all(db)) {
            orders::Filter filter;
            filter.site = site.id;
            filter.most = 1000;
            for (const orders::Row& row : orders.list(db, everywhere, filter, today).rows) {
                std::string line = site.name + " " + orders::reference_of(row.order) + " " +
                                   std::string(orders::word_of(row.order.state)) + " " + row.order.title +
                                   " " + row.organisation + " " + to_iso(row.order.received);
                if (const auto mission = projects::find(db, row.order.project)) {
                    for (const auto& member : mission->team) line += " " + people::full_name(member.face);
                    line += " " + std::to_string(mission->minutes());
                }
                lines.push_back(std::move(line));
            }
        }
        return lines;
    });
}

struct House {
    explicit House(const Size& size, sql::Engine engine = sql::Engine::Sqlite)
        : database(engine),
          cabinet(folder.path() + "/files"),
          orders(*database, cabinet, "https://fabnum.example") {
        generate(*database, size, support::usual_now);
    }
    support::FreshDatabase database;
    support::TemporaryFolder folder;
    files::Cabinet cabinet;
    orders::Orders orders;
};

TEST(Generator, MakesTwoCohortsOfTwelveAndFortyOrdersPerSiteAndYear) {
    House house({.sites = 3, .years = 2, .seed = 7});
    house.database->read([&](const sql::Reader& db) {
        const auto sites = sites::all(db);
        ASSERT_EQ(sites.size(), 3u);
        for (const sites::Site& site : sites) {
            const auto cohorts = cohorts::of_site(db, site.id);
            EXPECT_EQ(cohorts.size(), 4u);
            for (const auto& cohort : cohorts) EXPECT_EQ(cohorts::members(db, cohort.id).size(), 12u);
            EXPECT_EQ(cohorts::week_of(cohorts.front(), today), 9);
            orders::Filter filter;
            filter.site = site.id;
            EXPECT_EQ(house.orders.list(db, everywhere, filter, today).count, 80);
        }
    });
}

TEST(Generator, MakesTheSameHouseFromTheSameSeed) {
    House one({.sites = 2, .years = 1, .seed = 42}), same({.sites = 2, .years = 1, .seed = 42}),
        other({.sites = 2, .years = 1, .seed = 43});
    EXPECT_EQ(told(*one.database, one.orders), told(*same.database, same.orders));
    EXPECT_NE(told(*one.database, one.orders), told(*other.database, other.orders));
}

TEST(Generator, MakesTheSameHouseOnBothEngines) {
    House sqlite({.sites = 1, .years = 1, .seed = 5}),
        postgres({.sites = 1, .years = 1, .seed = 5}, sql::Engine::Postgres);
    EXPECT_EQ(told(*sqlite.database, sqlite.orders), told(*postgres.database, postgres.orders));
}

TEST(Generator, LeavesAHouseThatGoesOn) {
    for (const auto engine : support::both_engines) {
        House house({.sites = 1, .years = 1, .seed = 5}, engine);
        const auto site = house.database->read([](const sql::Reader& db) { return sites::all(db).front(); });
        orders::NewOrder wish;
        wish.site = site.id;
        wish.title = "Encore une";
        wish.organisation = "Ville voisine";
        wish.contact = "Quelqu’un";
        EXPECT_TRUE(house.orders.receive({.by = World::requester(), .at = support::usual_now}, wish));
        EXPECT_TRUE(house.database->read(
            [](const sql::Reader& db) { return static_cast<bool>(journal::verify(db)); }));
        EXPECT_EQ(sign_in_links(*house.database, house.orders, support::usual_now).size(),
                  5u);  // no adviser, no admin, no approval
        generate(*house.database, {.sites = 1, .years = 1, .seed = 5}, support::usual_now);
        EXPECT_EQ(house.database->read([](const sql::Reader& db) { return sites::all(db).size(); }), 2u);
    }
}

TEST(Generator, GivesEachOrderTheDaysOfItsState) {
    House house({.sites = 2, .years = 1, .seed = 11});
    std::map<orders::State, int> found;
    house.database->read([&](const sql::Reader& db) {
        for (const sites::Site& site : sites::all(db)) {
            orders::Filter filter;
            filter.site = site.id;
            filter.most = 1000;
            for (const auto& [order, organisation] : house.orders.list(db, everywhere, filter, today).rows) {
                ++found[order.state];
                EXPECT_LT(order.received, support::usual_now);
                EXPECT_LE(order.received, order.changed);
                const bool delivered =
                    order.state == orders::State::Delivered || order.state == orders::State::Closed;
                EXPECT_EQ(order.delivered.has_value(), delivered);
                const auto sight = house.orders.visible_to(db, everywhere, order.id).value();
                EXPECT_EQ(sight.delivery.has_value(), delivered);
                const auto mission = projects::find(db, order.project);
                if (!mission) continue;
                EXPECT_EQ(mission->team.size(), 4u);
                EXPECT_EQ(projects::all_done(mission->steps), delivered);
                for (const auto& work : mission->work) EXPECT_LE(work.day, today);
                EXPECT_EQ(sight.delivery ? sight.delivery->value.minutes : mission->minutes(),
                          mission->minutes());
            }
        }
    });
    EXPECT_EQ(found.size(),
              std::size(orders::states) - 1);  // none waits for an approval: that needs a picture
}

}  // namespace
}  // namespace fabnum::app::world
