#include <gtest/gtest.h>

#include "tests/platform/web/notebook.h"

namespace fabnum::web {
namespace {

class FormsOfTheHouse : public HouseOfNotes {
 protected:
    // The act is on disk, but the program ended before it could note where it led.
    void write_and_stop(const http::Request& sent) {
        const Visit visit(sent, Visitor{}, time.now());
        support::expect_done(write_note(room, visit.act(), "x"));
    }
    // What a browser sends back of the cookies that were set.
    static http::Request with_cookies_of(http::Request asked, const http::Response& before) {
        for (const auto cookie : before.headers.all("Set-Cookie")) {
            const auto equals = cookie.find('='), end = cookie.find(';');
            const bool forgotten = cookie.find("Max-Age=0") != std::string_view::npos;
            if (!forgotten)
                asked.cookies.add(std::string(cookie.substr(0, equals)),
                                  std::string(cookie.substr(equals + 1, end - equals - 1)));
        }
        return asked;
    }
};

TEST_F(FormsOfTheHouse, SentTwiceAreDoneOnceAndLeadToTheSamePlace) {
    const auto first = answer(post("60 médailles"));
    const auto second = answer(post("60 médailles"));
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(location_of(first), "/notes/1");
    EXPECT_EQ(second.status, 303);
    EXPECT_EQ(location_of(second), "/notes/1");
    EXPECT_EQ(notes(), 1);
}

TEST_F(FormsOfTheHouse, ChangedAfterAStepBackAreAnotherAct) {
    answer(post("60 médailles"));
    EXPECT_EQ(location_of(answer(post("80 médailles"))), "/notes/2");
    EXPECT_EQ(notes(), 2);
    EXPECT_EQ(location_of(answer(post("60 médailles"))), "/notes/1");
    EXPECT_EQ(notes(), 2);
}

TEST_F(FormsOfTheHouse, RefusedMayBeSentAgain) {
    EXPECT_EQ(answer(post("refused")).status, 422);
    EXPECT_EQ(answer(post("refused")).status, 422);
    EXPECT_EQ(answer(post("corrected")).status, 303);
    EXPECT_EQ(notes(), 1);
}

TEST_F(FormsOfTheHouse, OfTwoPeopleAreTwoActs) {
    answer(post("60 médailles"));
    auto of_another = request(http::Method::Post, "/notes", "coordinator");
    of_another.headers.add("Sec-Fetch-Site", "same-origin");
    of_another.form.add("once", "zyxwvutsrqponmlkjihgfedcba");
    of_another.form.add("words", "60 médailles");
    EXPECT_EQ(location_of(answer(of_another)), "/notes/2");
}

TEST_F(FormsOfTheHouse, LeadBackToTheirPageWhenNobodyKnowsWhereTheFirstTimeLed) {
    auto sent = post("60 médailles");
    sent.headers.add("Referer", "http://fabnum.example/notes?page=2");
    write_and_stop(sent);
    const auto response = answer(sent);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(location_of(response), "/notes?page=2");
    EXPECT_EQ(notes(), 1);
}

TEST_F(FormsOfTheHouse, NeverLeadElsewhere) {
    for (const std::string before :
         {"", "https://evil.example/x", "http://fabnum.example.evil.example/x", "http://fabnum.example",
          "http://fabnum.example//evil.example", "http://fabnum.example/\\evil.example"}) {
        auto sent = post("from " + before);
        if (!before.empty()) sent.headers.add("Referer", before);
        write_and_stop(sent);
        EXPECT_EQ(location_of(answer(sent)), "/") << before;
    }
}

TEST_F(FormsOfTheHouse, SayOnTheNextPageWhatWasDoneAndOnlyThere) {
    const auto done = answer(post("déjà~vu&a=\r\nSet-Cookie: x"));
    const auto said = std::string(done.headers.get("Set-Cookie"));
    EXPECT_TRUE(
        said.starts_with("said=notes.said.written&words=d%C3%A9j%C3%A0~vu%26a%3D%0D%0ASet-Cookie%3A%20x;"))
        << said;

    // A redirect on the way does not use it up.
    const auto on_the_way = answer(with_cookies_of(get("/carnet"), done));
    EXPECT_EQ(on_the_way.status, 303);
    EXPECT_FALSE(on_the_way.headers.find("Set-Cookie"));

    const auto next = answer(with_cookies_of(get("/notes"), done));
    EXPECT_EQ(body_of(next), "heard notes.said.written déjà~vu&a=\r\nSet-Cookie: x");
    EXPECT_EQ(next.headers.get("Set-Cookie"), "said=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");

    const auto after = answer(with_cookies_of(get("/notes"), next));
    EXPECT_EQ(body_of(after), "notes");
    EXPECT_FALSE(after.headers.find("Set-Cookie"));
}

TEST_F(FormsOfTheHouse, SayNothingWhenNothingWasDone) {
    EXPECT_FALSE(answer(post("refused")).headers.find("Set-Cookie"));
    EXPECT_FALSE(answer(post("broken")).headers.find("Set-Cookie"));
}

}  // namespace
}  // namespace fabnum::web
