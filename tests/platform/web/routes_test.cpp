#include "platform/web/routes.h"

#include <gtest/gtest.h>

#include "tests/platform/html/refused_lines.h"

namespace fabnum::web {
namespace {

using OrderId = Id<struct OrderTag>;

// Handlers that say which one answered, with what.
struct Room {
    std::string answered;
};
http::Response list(Room& room, Visit&) {
    return http::text(room.answered = "list");
}
http::Response fresh(Room& room, Visit&) {
    return http::text(room.answered = "fresh");
}
http::Response show(Room& room, Visit&, OrderId id) {
    return http::text(room.answered = "show " + std::to_string(id.value));
}
http::Response step(Room& room, Visit&, OrderId id, int place) {
    return http::text(room.answered = "step " + std::to_string(id.value) + " " + std::to_string(place));
}
http::Response follow(Room& room, Visit&, std::string token) {
    return http::text(room.answered = "follow " + token);
}
http::Response accept(Room& room, Visit&, OrderId id) {
    return http::text(room.answered = "accept " + std::to_string(id.value));
}

class RoutesOfARoom : public testing::Test {
 protected:
    RoutesOfARoom() {
        Table<Room> at{routes, room};
        at.get("/", Access::anyone(), list);
        at.get("/commandes", Access::staff(), list);
        at.get("/commandes/{}", Access::team(), show);
        at.get("/commandes/nouvelle", Access::staff(), fresh);
        at.get("/commandes/{}/etapes/{}", Access::team(), step);
        at.post("/commandes/{}/acceptation", Access::only({Role::Coordinator}), accept,
                {.form = 10, .files = 20});
        at.get("/suivi/{}", Access::link(), follow);
        at.plain("/robots.txt", list);
    }

    // Which handler answers, and with what; "" when none does.
    std::string answer(http::Method method, const std::string& path) {
        const auto found = routes.find(method, path);
        if (!found.route) return {};
        room.answered.clear();
        http::Request request;
        Visit visit(request, Visitor{}, Instant{});
        const auto response = found.route->answer(visit, found.parts);
        return response ? room.answered : "";
    }
    std::string get(const std::string& path) { return answer(http::Method::Get, path); }

    Room room;
    Routes routes;
};

TEST_F(RoutesOfARoom, AreFoundByTheirAddress) {
    EXPECT_EQ(get("/"), "list");
    EXPECT_EQ(get("/commandes"), "list");
    EXPECT_EQ(get("/commandes/7"), "show 7");
    EXPECT_EQ(get("/commandes/7/etapes/2"), "step 7 2");
    EXPECT_EQ(get("/suivi/a%b é"), "follow a%b é");
}

TEST_F(RoutesOfARoom, PreferAFixedPartToABlank) {
    EXPECT_EQ(get("/commandes/nouvelle"), "fresh");
}

TEST_F(RoutesOfARoom, AreNotFoundByALongerShorterOrOtherAddress) {
    for (const auto* path :
         {"", "commandes", "/commande", "/commandes/", "/commandes/7/", "/commandes//etapes/2", "//commandes",
          "/Commandes", "/commandes/7/etapes", "/commandes/7/etapes/", "/suivi/", "/suivi", "/suivi/a/b"})
        EXPECT_EQ(get(path), "") << path;
}

TEST_F(RoutesOfARoom, AnswerHeadAsTheyAnswerGet) {
    EXPECT_EQ(answer(http::Method::Head, "/commandes/7"), "show 7");
    EXPECT_EQ(routes.find(http::Method::Head, "/commandes/7/acceptation").route, nullptr);
}

TEST_F(RoutesOfARoom, SayThatAnAddressIsThereForAnotherMethod) {
    for (const auto method : {http::Method::Post, http::Method::Put, http::Method::Delete,
                              http::Method::Options, http::Method::Other}) {
        const auto found = routes.find(method, "/commandes/7");
        EXPECT_EQ(found.route, nullptr);
        EXPECT_TRUE(found.other_method);
    }
    EXPECT_TRUE(routes.find(http::Method::Get, "/commandes/7/acceptation").other_method);
    EXPECT_FALSE(routes.find(http::Method::Post, "/nulle-part").other_method);
}

TEST_F(RoutesOfARoom, TakeAnIdOnlyAsTheHouseWritesIt) {
    EXPECT_EQ(get("/commandes/9223372036854775807"), "show 9223372036854775807");
    for (const auto* id : {"0", "01", "-1", "+1", "1x", "x1", "x", " 1", "1 ", "1.0", "1e3", "0x1", "９",
                           "9223372036854775808", "99999999999999999999999999"})
        EXPECT_EQ(get(std::string("/commandes/") + id), "") << id;
}

TEST_F(RoutesOfARoom, TakeANumberFromZeroUp) {
    EXPECT_EQ(get("/commandes/7/etapes/0"), "step 7 0");
    for (const auto* number : {"-1", "1x", "x", "2147483648"})
        EXPECT_EQ(get(std::string("/commandes/7/etapes/") + number), "") << number;
}

TEST_F(RoutesOfARoom, KnowWhoMayUseThemAndHowMuchTheyTake) {
    const auto accepted = routes.find(http::Method::Post, "/commandes/7/acceptation");
    ASSERT_NE(accepted.route, nullptr);
    EXPECT_EQ(accepted.route->access.words(), "coordinator");
    EXPECT_EQ(accepted.route->takes.form, 10);
    EXPECT_EQ(accepted.route->takes.files, 20);
    EXPECT_FALSE(accepted.route->plain);
    const auto robots = routes.find(http::Method::Get, "/robots.txt");
    ASSERT_NE(robots.route, nullptr);
    EXPECT_TRUE(robots.route->plain);
    EXPECT_TRUE(robots.route->access.is_open());
    EXPECT_EQ(routes.all().at(static_cast<std::size_t>(robots.number)).pattern, "/robots.txt");
}

TEST(Access, IsSaidInWordsForTheMatrix) {
    EXPECT_EQ(Access::anyone().words(), "anyone");
    EXPECT_EQ(Access::link().words(), "link");
    EXPECT_EQ(Access::staff().words(), "fabmanager coordinator admin");
    EXPECT_EQ(Access::team().words(), "participant fabmanager coordinator admin");
    EXPECT_EQ(Access::signed_in().words(), "participant fabmanager coordinator adviser admin");
}

TEST(Access, OpensToItsRolesOnly) {
    const auto access = Access::only({Role::Adviser, Role::Admin});
    for (const Role role : all_roles)
        EXPECT_EQ(access.allows(role), role == Role::Adviser || role == Role::Admin) << word_of(role);
    EXPECT_FALSE(access.is_open());
    for (const auto closed : {Access::staff(), Access::team(), Access::signed_in()})
        EXPECT_FALSE(closed.allows(Role::Anyone));
    EXPECT_TRUE(Access::link().is_open());
    EXPECT_TRUE(Access::link().is_link());
    EXPECT_FALSE(Access::anyone().is_link());
}

TEST(Patterns, AreCheckedByTheCompiler) {
    const std::string before = R"(
#include "platform/web/routes.h"
using namespace fabnum;
struct Room {};
http::Response list(Room&, web::Visit&);
http::Response show(Room&, web::Visit&, SiteId);
Room room;
web::Routes routes;
web::Table<Room> at{routes, room};
)";
    const std::vector<std::string> refused = {
        R"code(at.get("/sites", list);)code",
        R"code(at.get("sites", web::Access::staff(), list);)code",
        R"code(at.get("/Sites", web::Access::staff(), list);)code",
        R"code(at.get("/sites/{}", web::Access::staff(), list);)code",
        R"code(at.get("/sites", web::Access::staff(), show);)code",
        R"code(at.get("/sites/{}/{}", web::Access::staff(), show);)code",
        R"code(at.get(std::string("/sites").c_str(), web::Access::staff(), list);)code"};
    EXPECT_EQ(support::refused_lines(before, refused), support::all_of(refused));
    const std::vector<std::string> taken = {R"code(at.get("/sites", web::Access::staff(), list);)code",
                                            R"code(at.post("/sites/{}", web::Access::staff(), show);)code"};
    EXPECT_EQ(support::refused_lines(before, taken), std::set<std::size_t>{});
}

}  // namespace
}  // namespace fabnum::web
