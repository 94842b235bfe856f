#include "platform/http/connection.h"

#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>

#include "tests/platform/http/raw_client.h"

namespace fabnum::http {
namespace {

using std::chrono::seconds;

TEST(Connection, CarriesManyRequestsOneAfterTheOther) {
    Product product;
    Running running(product);
    RawClient client = running.client();
    for (int i = 0; i < 20; ++i) {
        const Heard heard = client.ask(get("/page" + std::to_string(i)));
        EXPECT_EQ(heard.status, 200);
        EXPECT_EQ(heard.body, "GET /page" + std::to_string(i));
        EXPECT_FALSE(heard.has("connection"));
        EXPECT_TRUE(heard.has("date"));
    }
    EXPECT_EQ(running.server().figures().accepted, 1);
}

TEST(Connection, AnswersAPipelineInOrder) {
    Product product;
    product.receive = [](const Request& head) { return Reception{.quick = head.path == "/1"}; };
    product.handle = [](const Request& request) {
        if (request.path == "/0") std::this_thread::sleep_for(std::chrono::milliseconds(30));
        return text(request.path + request.body);
    };
    Running running(product);
    RawClient client = running.client();
    client.send(get("/0") + get("/1") + post("/2", "text/plain", "body") + "\r\n" + get("/3"));
    for (const char* expected : {"/0", "/1", "/2body", "/3"}) EXPECT_EQ(client.hear().body, expected);
}

TEST(Connection, ReadsARequestThatComesByteByByte) {
    Product product;
    product.handle = [](const Request& request) {
        return text(request.path + ' ' + std::string(request.form.get("a")));
    };
    Running running(product);
    RawClient client = running.client();
    for (const char c : post("/slow%20one", "application/x-www-form-urlencoded", "a=b%20c"))
        client.send(std::string_view(&c, 1));
    EXPECT_EQ(client.hear().body, "/slow one b c");
}

TEST(Connection, ReadsChunks) {
    Product product;
    product.handle = [](const Request& request) { return text(request.body); };
    Running running(product);
    RawClient client = running.client();
    for (int i = 0; i < 2; ++i) {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\nhello\r\n");
        client.send("1\r\n \r\nA\r\nworkshop!!\r\n0\r\nX-Trailer: a\r\n\r\n");
        EXPECT_EQ(client.hear().body, "hello workshop!!");
    }
}

TEST(Connection, EndsWhenOneSideWants) {
    Product product;
    Running running(product);
    RawClient polite = running.client();
    EXPECT_EQ(polite.ask(get("/", "Connection: close\r\n")).header("connection"), "close");
    EXPECT_TRUE(polite.is_ended());
    RawClient old = running.client();
    EXPECT_EQ(old.ask("GET / HTTP/1.0\r\n\r\n").header("connection"), "close");
    EXPECT_TRUE(old.is_ended());
    RawClient old_but_kept = running.client();
    EXPECT_EQ(old_but_kept.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").header("connection"),
              "keep-alive");
    EXPECT_EQ(old_but_kept.ask("GET / HTTP/1.0\r\n\r\n").status, 200);
}

TEST(Connection, AnswersWhoFinishedSending) {
    Product product;
    Running running(product);
    RawClient client = running.client();
    client.send(get("/"));
    client.finish_sending();
    EXPECT_EQ(client.hear().status, 200);
    EXPECT_TRUE(client.is_ended());
}

TEST(Connection, SendsOnlyTheHeadAfterHead) {
    Product product;
    product.handle = [](const Request&) { return page("<p>twelve</p>"); };
    Running running(product);
    RawClient client = running.client();
    const Heard heard = client.ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", false);
    EXPECT_EQ(heard.status, 200);
    EXPECT_EQ(heard.header("content-length"), "13");
    EXPECT_EQ(client.ask(get("/")).body, "<p>twelve</p>");
}

TEST(Connection, InvitesABodyThatAsksFirst) {
    Product product;
    Running running(product);
    RawClient client = running.client();
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
    EXPECT_EQ(client.ask(head + "5\r\n\r\n").status, 100);
    EXPECT_EQ(client.ask("hello").status, 200);
    const Heard refused = client.ask(head + "99999999\r\n\r\n");
    EXPECT_EQ(refused.status, 413) << "without having been sent";
}

TEST(Connection, SaysWhoAndWhatWasAsked) {
    Product product;
    product.handle = [](const Request& request) {
        return text(std::string(word_of(request.method)) + '|' + request.path + '|' + request.query_text +
                    '|' + std::string(request.query.get("q")) + '|' +
                    std::string(request.cookies.get("session")) + '|' + request.host + '|' + request.client +
                    '|' + std::string(request.headers.get("x-note")));
    };
    Running running(product);
    EXPECT_EQ(running.ask(get("/a%20b?q=%C3%A9+1", "Cookie: session=s1; a=b\r\nX-Note: caf\xE9\r\n")).body,
              "GET|/a b|q=%C3%A9+1|é 1|s1|lab.example|127.0.0.1|caf\xEF\xBF\xBD");
    EXPECT_EQ(running.ask("DELETE http://other.example:81/x HTTP/1.1\r\nHost: lab.example\r\n\r\n").body,
              "DELETE|/x||||other.example:81|127.0.0.1|");
    EXPECT_EQ(running.ask("PATCH /x HTTP/1.1\r\nHost: a\r\n\r\n").body, "OTHER|/x||||a|127.0.0.1|");
}

TEST(Connection, RefusesWhatIsTooLarge) {
    Product product;
    Running running(product);
    EXPECT_EQ(running.ask(get("/" + std::string(9000, 'a'))).status, 414);
    EXPECT_EQ(running.ask("GET /" + std::string(20000, 'a')).status, 414) << "without waiting for its end";
    EXPECT_EQ(running.ask(get("/", "X-Note: " + std::string(40000, 'a') + "\r\n")).status, 431);
    EXPECT_EQ(running.ask("GET / HTTP/1.1\r\nX-Note: " + std::string(40000, 'a')).status, 431);
    std::string many;
    for (int i = 0; i < 200; ++i) many += "X-Note: a\r\n";
    EXPECT_EQ(running.ask(get("/", many)).status, 431);
    EXPECT_EQ(
        running.ask(get("/" + std::string(8000, 'a'), "X-Note: " + std::string(20000, 'a') + "\r\n")).status,
        200);
}

TEST(Connection, RefusesABodyAboveTheRoutesLimit) {
    Product product;
    product.receive = [](const Request&) { return Reception{.body_most = 10}; };
    Running running(product);
    const std::string form = "application/x-www-form-urlencoded";
    EXPECT_EQ(running.ask(post("/", form, "a=45678901")).status, 200);
    EXPECT_EQ(running.ask(post("/", form, "a=456789012")).status, 413);
    EXPECT_EQ(running.ask(post("/", "text/plain", "01234567890")).status, 413);
    EXPECT_EQ(running
                  .ask("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                       "chunked\r\n\r\n6\r\nabcdef\r\n5\r\nabcde\r\n")
                  .status,
              413);
    EXPECT_EQ(
        running.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nab")
            .status,
        415);
}

TEST(Connection, LetsTheBrowserHearTheNoWhileItStillSends) {
    Product product;
    Running running(product);
    RawClient client = running.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 8000000\r\n\r\n");
    for (int i = 0; i < 80; ++i) ASSERT_TRUE(client.send(std::string(100000, 'x')));
    const Heard heard = client.hear();
    EXPECT_EQ(heard.status, 413);
    EXPECT_EQ(heard.body, "<p>413</p>");
    client.finish_sending();
    EXPECT_TRUE(client.is_ended());
}

TEST(Connection, RefusesAFormThatIsNotText) {
    Product product;
    Running running(product);
    RawClient client = running.client();
    EXPECT_EQ(client.ask(post("/", "application/x-www-form-urlencoded", "a=%FF")).status, 400);
    EXPECT_EQ(client.ask(post("/", "application/x-www-form-urlencoded", "a=%00")).status, 400);
    EXPECT_EQ(client.ask(post("/", "application/x-www-form-urlencoded", "a=b")).status, 200);
    EXPECT_EQ(running.ask(post("/", "multipart/form-data", "a=b")).status, 400) << "no boundary";
}

TEST(Connection, WaitsOnlySoLong) {
    Product product;
    ServerOptions options;
    options.head_time = options.body_stall = options.idle_time = seconds{1};
    Running running(product, options);
    RawClient silent = running.client();
    RawClient half_a_head = running.client();
    half_a_head.send("GET / HTTP/1.1\r\nHo");
    RawClient half_a_body = running.client();
    half_a_body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
    RawClient idle = running.client();
    EXPECT_EQ(idle.ask(get("/")).status, 200);
    EXPECT_TRUE(silent.is_ended());
    EXPECT_EQ(half_a_head.hear().status, 408);
    EXPECT_EQ(half_a_body.hear().status, 408);
    EXPECT_TRUE(idle.is_ended());
}

TEST(Connection, EndsWithAReaderWhoStopsReading) {
    Product product;
    const std::string much(5'000'000, 'x');
    product.handle = [&](const Request&) { return text(much + much + much + much); };
    ServerOptions options;
    options.write_stall = seconds{1};
    Running running(product, options);
    RawClient client = running.client();
    client.send(get("/"));
    EXPECT_TRUE(eventually([&] { return running.server().figures().connections == 1; }));
    EXPECT_TRUE(eventually([&] { return running.server().figures().connections == 0; }));
}

TEST(Connection, SendsAFileInPieces) {
    Product product;
    Running running(product);
    std::string content;
    for (int i = 0; i < 200000; ++i) content += std::to_string(i) + ',';
    const auto path = running.folder() / "plan";
    std::ofstream(path) << content;
    product.handle = [&](const Request&) {
        Response response;
        response.body = FileBody{path};
        return response;
    };
    RawClient client = running.client();
    EXPECT_EQ(client.ask(get("/")).body, content);
    const Heard part = client.ask(get("/", "Range: bytes=100000-999999\r\n"));
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, content.substr(100000, 900000));
    product.handle = [](const Request&) {
        Response response;
        response.body = FileBody{"/nowhere/at/all"};
        return response;
    };
    EXPECT_EQ(running.ask(get("/")).status, 500);
}

TEST(Connection, SurvivesAHandlerThatBreaks) {
    Product product;
    product.handle = [](const Request& request) -> Response {
        if (request.path == "/number") throw 42;
        if (request.path == "/header") return text("a").with("X-Note", "a\r\nb");
        throw std::runtime_error("broken");
    };
    product.receive = [](const Request& head) -> Reception {
        if (head.path == "/reception") throw std::runtime_error("broken");
        return {};
    };
    product.refuse = [](const Request&, int) -> Response { throw std::runtime_error("broken too"); };
    Running running(product);
    RawClient client = running.client();
    for (const char* path : {"/", "/number", "/header"}) {
        const Heard heard = client.ask(get(path));
        EXPECT_EQ(heard.status, 500) << path;
        EXPECT_EQ(heard.body, "500 Internal Server Error\n");
    }
    EXPECT_EQ(client.ask(get("/reception")).status, 500);
    EXPECT_EQ(running.ask("garbage\r\n\r\n").body, "400 Bad Request\n");
}

TEST(Connection, KeepsAStatusThatSaysNo) {
    Product product;
    product.refuse = [](const Request&, int) { return page("all is well"); };
    Running running(product);
    EXPECT_EQ(running.ask("garbage\r\n\r\n").status, 400);
}

}  // namespace
}  // namespace fabnum::http
