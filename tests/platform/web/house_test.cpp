#include "platform/web/house.h"

#include <gtest/gtest.h>

#include "tests/platform/web/notebook.h"

namespace fabnum::web {
namespace {

TEST_F(HouseOfNotes, AnswersWithThePage) {
    const auto response = answer(get("/notes/7"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(body_of(response), "note 7");
    EXPECT_EQ(answer(request(http::Method::Head, "/notes/7")).status, 200);
}

TEST_F(HouseOfNotes, SendsWhoeverIsNotSignedInToTheDoorAndBack) {
    auto asked = get("/notes/7", "");
    asked.query_text = "tri=date&q=a%20b";
    const auto response = answer(asked);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(location_of(response), "/connexion?retour=%2Fnotes%2F7%3Ftri%3Ddate%26q%3Da%2520b");
    EXPECT_EQ(location_of(answer(request(http::Method::Head, "/notes", ""))), "/connexion?retour=%2Fnotes");
}

TEST_F(HouseOfNotes, KeepsWhatWasTypedButNoSecretWhenNobodyIsSignedInAnyMore) {
    auto sent = post("une heure de travail", "");
    for (const auto* name : {"password", "new_password", "pin", "code"}) sent.form.add(name, "a secret");
    const auto response = answer(sent);
    EXPECT_EQ(response.status, 401);
    EXPECT_EQ(body_of(response),
              "web.signed_out\nrequest-42\nonce=abcdefghijklmnopqrstuvwxyz\nwords=une heure de travail\n");
    EXPECT_EQ(notes(), 0);
}

TEST_F(HouseOfNotes, IsTheSameForAPageOfOthersAsForNoPage) {
    for (const auto* role : {"participant", "adviser", "requester", "funder"}) {
        const auto of_others = answer(get("/notes", role));
        EXPECT_EQ(of_others.status, 404) << role;
        EXPECT_EQ(body_of(of_others), body_of(answer(get("/nowhere", role)))) << role;
        EXPECT_EQ(answer(post("mine", role)).status, 404) << role;
    }
    EXPECT_EQ(notes(), 0);
}

TEST_F(HouseOfNotes, HasNoPageForAnIdThatIsNone) {
    for (const auto* path :
         {"/notes/0", "/notes/01", "/notes/-1", "/notes/1x", "/notes/9223372036854775808", "/notes/"})
        EXPECT_EQ(answer(get(path)).status, 404) << path;
}

TEST_F(HouseOfNotes, SaysWhenAnAddressIsForAnotherMethod) {
    auto sent = post("x");
    sent.path = "/notes/7";
    EXPECT_EQ(answer(sent).status, 405);
    EXPECT_EQ(answer(request(http::Method::Delete, "/notes")).status, 405);
    sent.path = "/nowhere";
    EXPECT_EQ(answer(sent).status, 404);
}

TEST_F(HouseOfNotes, TakesAFormFromItsOwnPagesOnly) {
    struct Case {
        std::optional<std::string> site, origin;
        bool secure;
        int status;
    };
    const Case cases[] = {{"same-origin", {}, false, 303},
                          {"same-origin", "https://evil.example", false, 303},  // the browser itself says so
                          {"same-site", "http://fabnum.example", false, 403},
                          {"cross-site", "http://fabnum.example", false, 403},
                          {"none", "http://fabnum.example", false, 403},
                          {"", "http://fabnum.example", false, 403},
                          {{}, "http://fabnum.example", false, 303},
                          {{}, "https://fabnum.example", true, 303},
                          {{}, "https://notes.example", false, 303},  // as the world sees this house
                          {{}, "https://fabnum.example", false, 403},
                          {{}, "http://fabnum.example", true, 403},
                          {{}, "http://fabnum.example:81", false, 403},
                          {{}, "http://fabnum.example.evil.example", false, 403},
                          {{}, "https://evil.example", false, 403},
                          {{}, "null", false, 403},
                          {{}, "", false, 403},
                          {{}, {}, false, 403}};
    for (std::size_t i = 0; i < std::size(cases); ++i) {
        auto sent = request(http::Method::Post, "/notes");
        sent.secure = cases[i].secure;
        sent.form.add("words", std::to_string(i));
        if (cases[i].site) sent.headers.add("Sec-Fetch-Site", *cases[i].site);
        if (cases[i].origin) sent.headers.add("Origin", *cases[i].origin);
        const auto before = notes();
        EXPECT_EQ(answer(sent).status, cases[i].status) << i;
        EXPECT_EQ(notes() - before, cases[i].status == 303 ? 1 : 0) << i;
    }
}

TEST_F(HouseOfNotes, TakesNoOpenFormFromElsewhereEither) {
    auto sent = request(http::Method::Post, "/", "");
    sent.headers.add("Sec-Fetch-Site", "cross-site");
    EXPECT_EQ(answer(sent).status, 403);
}

TEST_F(HouseOfNotes, MayBeLinkedToFromElsewhere) {
    auto asked = get("/notes");
    asked.headers.add("Sec-Fetch-Site", "cross-site");
    asked.headers.add("Origin", "https://evil.example");
    EXPECT_EQ(answer(asked).status, 200);
}

TEST_F(HouseOfNotes, GivesBackWhatCameFromElsewhereOnlyToWhomTheFormIsFor) {
    auto sent = request(http::Method::Post, "/notes", "fabmanager");
    sent.form.add("words", "une heure");
    EXPECT_EQ(body_of(answer(sent)), "web.from_elsewhere\nrequest-42\nwords=une heure\n");
    sent.cookies = {};
    EXPECT_EQ(body_of(answer(sent)), "web.from_elsewhere\nrequest-42\n");
}

TEST_F(HouseOfNotes, BreaksWithAnIdAndWithoutASecret) {
    testing::internal::CaptureStderr();
    const auto response = answer(post("broken"));
    const std::string logged = testing::internal::GetCapturedStderr();
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(body_of(response), "web.broken\nrequest-42\n");
    EXPECT_EQ(notes(), 0);
    EXPECT_NE(logged.find("the secret words of the database"), std::string::npos) << logged;
    EXPECT_NE(logged.find("request-42"), std::string::npos) << logged;
}

TEST_F(HouseOfNotes, BreaksInTheSameWayWhenTheDoormanDoes) {
    EXPECT_EQ(answer(get("/notes", "broken")).status, 500);
}

TEST_F(HouseOfNotes, CanDoAgainWhatBroke) {
    EXPECT_EQ(answer(post("broken")).status, 500);
    EXPECT_EQ(answer(post("broken")).status, 500);
    EXPECT_EQ(answer(post("whole")).status, 303);
}

TEST_F(HouseOfNotes, AsksTheDoormanOnlyWhenItMatters) {
    EXPECT_EQ(answer(get("/robots.txt", "broken")).status, 200);
    EXPECT_EQ(answer(get("/notes", "broken"), 413).status, 413);
    EXPECT_EQ(doorman.asked, 0);
    answer(get("/nowhere"));
    EXPECT_EQ(doorman.asked, 1);
}

TEST_F(HouseOfNotes, HasAPageForWhatTheServerRefused) {
    const std::pair<int, std::string> troubles[] = {{400, "web.malformed"},        {408, "web.too_slow"},
                                                    {413, "web.too_big"},          {414, "web.too_long"},
                                                    {431, "web.too_many_headers"}, {503, "web.busy"}};
    for (const auto& [status, key] : troubles) {
        const auto response = answer(post("lost"), status);
        EXPECT_EQ(response.status, status);
        EXPECT_EQ(body_of(response), key + "\nrequest-42\n");
        EXPECT_EQ(response.headers.find("Retry-After").has_value(), status == 503) << status;
    }
    EXPECT_EQ(notes(), 0);
}

TEST_F(HouseOfNotes, SendsItsHeadersWithEveryAnswer) {
    const auto elsewhere = request(http::Method::Post, "/notes");
    const std::pair<http::Response, int> answers[] = {{answer(get("/")), 200},
                                                      {answer(get("/robots.txt")), 200},
                                                      {answer(post("new")), 303},
                                                      {answer(post("new")), 303},
                                                      {answer(get("/notes", "")), 303},
                                                      {answer(post("x", "")), 401},
                                                      {answer(elsewhere), 403},
                                                      {answer(get("/nowhere")), 404},
                                                      {answer(request(http::Method::Put, "/")), 405},
                                                      {answer(post("refused")), 422},
                                                      {answer(post("broken")), 500},
                                                      {answer(get("/notes", "broken")), 500},
                                                      {answer(get("/"), 400), 400},
                                                      {answer(get("/"), 431), 431},
                                                      {answer(get("/"), 503), 503}};
    for (const auto& [response, status] : answers) {
        EXPECT_EQ(response.status, status);
        const auto policy = std::string(response.headers.get("Content-Security-Policy"));
        EXPECT_NE(policy.find("default-src 'none'"), std::string::npos) << status;
        EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos) << status;
        EXPECT_EQ(policy.find("unsafe"), std::string::npos) << status;
        EXPECT_EQ(response.headers.get("X-Content-Type-Options"), "nosniff") << status;
        EXPECT_EQ(response.headers.get("Referrer-Policy"), "same-origin") << status;
        EXPECT_EQ(response.headers.get("Cross-Origin-Opener-Policy"), "same-origin") << status;
        EXPECT_EQ(response.headers.get("Cross-Origin-Resource-Policy"), "same-origin") << status;
        EXPECT_FALSE(response.headers.get("Permissions-Policy").empty()) << status;
        EXPECT_EQ(response.headers.all("Cache-Control").size(), 1U) << status;
        EXPECT_FALSE(response.headers.find("Strict-Transport-Security")) << status;
    }
}

TEST_F(HouseOfNotes, AsksForHttpsForEverOnceItHasIt) {
    auto asked = get("/notes");
    asked.secure = true;
    EXPECT_TRUE(answer(asked).headers.get("Strict-Transport-Security").starts_with("max-age="));
}

TEST_F(HouseOfNotes, LetsNobodyKeepAPageUnlessThePageSaysSo) {
    EXPECT_EQ(answer(get("/notes")).headers.get("Cache-Control"), "private, no-cache");
    EXPECT_EQ(answer(get("/robots.txt")).headers.get("Cache-Control"), "public");
}

TEST_F(HouseOfNotes, TellsTheServerHowMuchEachFormTakes) {
    const auto form = house.reception(post("x"));
    EXPECT_EQ(form.body_most, 100);
    EXPECT_EQ(form.upload_most, 2000);
    EXPECT_FALSE(form.quick);
    EXPECT_TRUE(house.reception(get("/robots.txt")).quick);
    EXPECT_NE(form.route, house.reception(get("/notes")).route);
    const auto nowhere = house.reception(get("/nowhere"));
    EXPECT_EQ(nowhere.route, -1);
    EXPECT_EQ(nowhere.upload_most, 0);
}

}  // namespace
}  // namespace fabnum::web
