// Every role tries every route. What each may use is written in access_matrix.txt, which people read and
// review: a new route, or a rule that changed, fails here until its line says so.

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "app/house.h"
#include "app/world/world.h"
#include "tests/support/world.h"

namespace fabnum::app {
namespace {

const std::filesystem::path written = std::filesystem::path(__FILE__).parent_path() / "access_matrix.txt";

std::string line_of(const web::Route& route) {
    return std::string(http::word_of(route.method)) + " " + route.pattern + " : " + route.access.words();
}

// A house with the named lab inside, and one session per role.
struct Visited {
    Visited() : clock(support::usual_now) {
        config.data = folder.path() + "/data";
        house = std::make_unique<House>(config, clock);
        world = world::build(house->database(), house->cabinet(), house->orders(), clock.now());
        const std::pair<Role, Actor> actors[] = {{Role::Participant, world.participant(world.ines)},
                                                 {Role::Fabmanager, world.fabmanager()},
                                                 {Role::Coordinator, world.coordinator()},
                                                 {Role::Adviser, world.adviser()},
                                                 {Role::Admin, world.admin()}};
        for (const auto& [role, actor] : actors)
            cookies[role] = world::signed_in(house->database(), actor, clock.now());
    }

    http::Response answer(const web::Route& route, Role role) {
        http::Request request;
        request.method = route.method;
        request.path = route.pattern;
        // Ids that no row has: what is tried is the rule, and nothing is changed.
        for (auto at = request.path.find("{}"); at != std::string::npos; at = request.path.find("{}"))
            request.path.replace(at, 2, "999999");
        request.host = "fabnum.test";
        request.headers.add("Sec-Fetch-Site", "same-origin");
        request.client = "127.0.0.1";
        if (role != Role::Anyone) request.cookies.add("fabnum", cookies[role]);
        return house->door().answer(request, 0);
    }

    support::TemporaryFolder folder;
    clock::Fixed clock;
    config::Config config;
    std::unique_ptr<House> house;
    world::World world;
    std::map<Role, std::string> cookies;
};

constexpr Role tried[] = {Role::Anyone,      Role::Participant, Role::Fabmanager,
                          Role::Coordinator, Role::Adviser,     Role::Admin};

// What the access rule itself answers: sign in first, or as if the page were not there.
bool is_kept_out(const http::Response& response, Role role, const web::Route& route) {
    if (role != Role::Anyone) return response.status == 404;
    if (route.method == http::Method::Get)
        return response.status == 303 && response.headers.get("Location").starts_with("/connexion");
    return response.status == 401;
}

TEST(AccessMatrix, IsTheOneThatWasReviewed) {
    Visited visited;
    std::ifstream in(written);
    std::stringstream reviewed;
    reviewed << in.rdbuf();
    std::string now = "Who may use each address. \"link\": whoever holds the private link in it.\n\n";
    for (const auto& route : visited.house->routes().all()) now += line_of(route) + "\n";
    if (now != reviewed.str()) std::ofstream("build/access_matrix.txt") << now;
    EXPECT_TRUE(now == reviewed.str())
        << "diff " << written << " build/access_matrix.txt, review, copy it over";
}

TEST(AccessMatrix, KeepsEveryOtherRoleOutOfEveryRoute) {
    Visited visited;
    int tries = 0;
    for (const auto& route : visited.house->routes().all()) {
        for (const Role role : tried) {
            if (route.access.is_open() || route.access.allows(role)) continue;
            const auto response = visited.answer(route, role);
            EXPECT_TRUE(is_kept_out(response, role, route))
                << line_of(route) << " answered " << response.status << " to " << word_of(role);
            ++tries;
        }
    }
    EXPECT_GT(tries, 150);
}

TEST(AccessMatrix, LetsEachRoleUseItsOwnPages) {
    Visited visited;
    int tries = 0;
    for (const auto& route : visited.house->routes().all()) {
        if (route.method != http::Method::Get || route.pattern.find("{}") != std::string::npos ||
            route.pattern == "/design")
            continue;
        for (const Role role : tried) {
            if (!route.access.allows(role)) continue;
            const auto response = visited.answer(route, role);
            const bool at_the_door = response.headers.get("Location").starts_with("/connexion");
            EXPECT_TRUE(response.status == 200 || (response.status == 303 && !at_the_door))
                << line_of(route) << " answered " << response.status << " to " << word_of(role);
            ++tries;
        }
    }
    EXPECT_GT(tries, 50);
}

TEST(AccessMatrix, ShowsNothingOfAnotherSite) {
    Visited visited;
    const auto& w = visited.world;
    const auto at = [&](const std::string& path) {
        http::Request request;
        request.path = path;
        request.host = "fabnum.test";
        request.cookies.add("fabnum", visited.cookies[Role::Fabmanager]);  // Karim, of Hem
        return visited.house->door().answer(request, 0).status;
    };
    EXPECT_EQ(at("/commandes/" + std::to_string(w.medals.id.value)), 200);
    for (const auto& of_marcq : {w.garden_plates, w.tablets, w.engraving_workshop}) {
        const auto order = "/commandes/" + std::to_string(of_marcq.id.value);
        for (const char* page : {"", "/etude", "/equipe", "/prototype", "/arret", "/livraison", "/bon"})
            EXPECT_NE(at(order + page), 200) << order << page;
        if (!of_marcq.project) continue;
        const auto mission = "/missions/" + std::to_string(of_marcq.project.value);
        for (const char* page : {"", "/travail", "/essais", "/photos", "/controle", "/equipe", "/fiche"})
            EXPECT_EQ(at(mission + page), 404) << mission << page;
    }
}

TEST(AccessMatrix, HidesARequestFromYoungPeopleUntilItIsAccepted) {
    Visited visited;
    const auto at = [&](const world::Tracked& order) {
        http::Request request;
        request.path = "/commandes/" + std::to_string(order.id.value);
        request.host = "fabnum.test";
        request.cookies.add("fabnum", visited.cookies[Role::Participant]);
        return visited.house->door().answer(request, 0).status;
    };
    EXPECT_EQ(at(visited.world.quarter_sign), 404);
    EXPECT_EQ(at(visited.world.shop_sign), 404);
    EXPECT_EQ(at(visited.world.book_boxes), 200);
}

}  // namespace
}  // namespace fabnum::app
