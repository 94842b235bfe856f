#include "platform/web/visit.h"

#include <gtest/gtest.h>

#include "platform/clock/clock.h"

namespace fabnum::web {
namespace {

using namespace std::chrono_literals;

const Instant morning = clock::paris(2026, 11, 24, 9, 30);
const std::string key = "abcdefghijklmnopqrstuvwxyz";

http::Request form_of(std::vector<std::pair<std::string, std::string>> fields) {
    http::Request request;
    request.method = http::Method::Post;
    request.path = "/notes";
    for (auto& [name, value] : fields) request.form.add(std::move(name), std::move(value));
    return request;
}

std::string once_of(const http::Request& request) {
    return Visit(request, Visitor{}, morning).once();
}

std::optional<Notice> heard_from(std::string cookie) {
    http::Request request;
    request.cookies.add("said", std::move(cookie));
    return Visit(request, Visitor{}, morning).heard();
}

TEST(Visit, KnowsTheDayAndTheTimeWhereTheVisitorIs) {
    const http::Request request;
    const Instant late = clock::paris(2026, 11, 24, 23, 30);
    const Visit in_hem(request, Visitor{}, late);
    EXPECT_EQ(to_iso(in_hem.today()), "2026-11-24");
    EXPECT_EQ(in_hem.minute_of_day(), 23 * 60 + 30);
    const Visit overseas(request, Visitor{.zone = "Indian/Reunion"}, late);
    EXPECT_EQ(to_iso(overseas.today()), "2026-11-25");
    EXPECT_EQ(overseas.minute_of_day(), 2 * 60 + 30);
    EXPECT_EQ(overseas.now(), late);
}

TEST(Visit, SaysWhoActsAndWhen) {
    const auto request = form_of({{"once", key}});
    const Actor bruno{.person = PersonId{7}, .role = Role::Fabmanager, .site = SiteId{1}};
    const Act act = Visit(request, Visitor{.actor = bruno}, morning).act();
    EXPECT_EQ(act.by.person, bruno.person);
    EXPECT_EQ(act.by.role, bruno.role);
    EXPECT_EQ(act.at, morning);
    EXPECT_TRUE(act.once.starts_with(key));
}

TEST(Visit, CarriesTheSameKeyWhenTheSameFormIsSentAgain) {
    EXPECT_EQ(once_of(form_of({{"once", key}, {"words", "bonjour"}})),
              once_of(form_of({{"once", key}, {"words", "bonjour"}})));
}

TEST(Visit, CarriesAnotherKeyWhenAnythingOfTheFormChanged) {
    const auto sent = form_of({{"once", key}, {"words", "bonjour"}});
    auto elsewhere = sent;
    elsewhere.path = "/autres";
    auto with_file = sent;
    with_file.uploads.push_back(
        {.field = "photo", .file_name = "a.jpg", .declared_type = "", .path = {}, .size = 10});
    auto with_other_file = with_file;
    with_other_file.uploads.front().size = 11;
    const std::string changed[] = {once_of(form_of({{"once", key}, {"words", "bonsoir"}})),
                                   once_of(form_of({{"once", key}, {"words", "bonjour"}, {"more", ""}})),
                                   once_of(form_of({{"once", key}, {"word", "sbonjour"}})),
                                   once_of(form_of({{"once", key + "a"}, {"words", "bonjour"}})),
                                   once_of(elsewhere),
                                   once_of(with_file),
                                   once_of(with_other_file)};
    for (std::size_t i = 0; i < std::size(changed); ++i) {
        EXPECT_NE(changed[i], once_of(sent)) << i;
        for (std::size_t other = 0; other < i; ++other)
            EXPECT_NE(changed[i], changed[other]) << i << " " << other;
    }
}

TEST(Visit, CarriesNoKeyWhenTheFormHasNoneWorthTheName) {
    EXPECT_EQ(once_of(form_of({{"words", "bonjour"}})), "");
    EXPECT_EQ(once_of(form_of({{"once", "short"}})), "");
    EXPECT_EQ(once_of(form_of({{"once", std::string(65, 'a')}})), "");
}

TEST(Visit, HearsWhatThePageBeforeSaid) {
    const auto heard = heard_from("orders.said.moved&title=60%20m%C3%A9dailles~%26%3D&count=3");
    ASSERT_TRUE(heard);
    EXPECT_EQ(heard->key, "orders.said.moved");
    EXPECT_EQ(heard->facts, (std::vector<std::pair<std::string, std::string>>{{"title", "60 médailles~&="},
                                                                              {"count", "3"}}));
}

TEST(Visit, HearsNothingFromAnEmptyOrAnEndlessCookie) {
    const http::Request request;
    EXPECT_FALSE(Visit(request, Visitor{}, morning).heard());
    EXPECT_FALSE(heard_from(""));
    EXPECT_FALSE(heard_from(std::string(1501, 'a')));
}

TEST(Visit, TakesAMalformedCookieAsItStands) {
    EXPECT_EQ(heard_from("a%2").value().key, "a%2");
    EXPECT_EQ(heard_from("a%zz").value().key, "a%zz");
    EXPECT_TRUE(heard_from("a&b").value().facts.empty());
    EXPECT_EQ(heard_from("&&=&").value().key, "");
}

TEST(Visit, SetsCookiesThatScriptsAndOtherSitesDoNotSee) {
    http::Request request;
    Visit visit(request, Visitor{}, morning);
    visit.set_cookie("fabnum", "token", 24h);
    visit.forget_cookie("said");
    EXPECT_EQ(visit.cookies(),
              (std::vector<std::string>{"fabnum=token; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400",
                                        "said=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"}));
}

TEST(Visit, KeepsItsCookiesToHttpsWhenItCameByHttps) {
    http::Request request;
    request.secure = true;
    Visit visit(request, Visitor{}, morning);
    visit.set_cookie("fabnum", "token");
    EXPECT_EQ(visit.cookies().front(), "fabnum=token; Path=/; HttpOnly; SameSite=Lax; Secure");
}

TEST(Visit, GivesTheAddressOfAPageForLetters) {
    http::Request request;
    request.host = "fabnum.example:8080";
    EXPECT_EQ(Visit(request, Visitor{}, morning).absolute(html::Url("/suivi") / "x"),
              "http://fabnum.example:8080/suivi/x");
    request.secure = true;
    EXPECT_EQ(Visit(request, Visitor{}, morning).absolute(html::Url("/suivi") / "x"),
              "https://fabnum.example:8080/suivi/x");
}

}  // namespace
}  // namespace fabnum::web
