#include "platform/http/events.h"

#include <atomic>
#include <mutex>

#include <gtest/gtest.h>

#include "tests/platform/http/raw_client.h"

namespace fabnum::http {
namespace {

TEST(Events, AreWrittenLineByLine) {
    EXPECT_EQ(written_event("moved", "order 7"), "event: moved\ndata: order 7\n\n");
    EXPECT_EQ(written_event("", "one\ntwo\r\nthree\rfour"),
              "data: one\ndata: two\ndata: three\ndata: four\n\n");
    EXPECT_EQ(written_event("a\ndata: b", ""), "event: adata: b\ndata: \n\n");
}

TEST(Events, AreRefusedToAReaderTooFarBehind) {
    int woken = 0;
    EventChannel channel([&] { ++woken; });
    EXPECT_TRUE(channel.send("", std::string(200'000, 'x')));
    EXPECT_FALSE(channel.send("", std::string(200'000, 'x')));
    EXPECT_FALSE(channel.send("", "x"));
    EXPECT_TRUE(channel.fell_behind());
    EXPECT_EQ(woken, 2) << "once to take, once to end";
}

// One reader at /events, whose sender the test holds.
class AnEventStream : public testing::Test {
 protected:
    AnEventStream() {
        product.handle = [this](const Request& request) {
            if (request.path != "/events") return text("page");
            Response response;
            response.body = EventStream{[this](EventStream::Send given) {
                const std::lock_guard lock(mutex);
                sender = std::move(given);
            }};
            return response;
        };
    }
    bool has_sender() {
        const std::lock_guard lock(mutex);
        return static_cast<bool>(sender);
    }
    bool send(std::string_view event, std::string_view data) {
        const std::lock_guard lock(mutex);
        return sender(event, data);
    }

    std::mutex mutex;
    EventStream::Send sender;
    Product product;
};

TEST_F(AnEventStream, ReachesItsReader) {
    Running running(product);
    RawClient client = running.client();
    const Heard heard = client.ask(get("/events"));
    EXPECT_EQ(heard.status, 200);
    EXPECT_EQ(heard.header("content-type"), "text/event-stream");
    EXPECT_FALSE(heard.has("content-length"));
    ASSERT_TRUE(eventually([&] { return has_sender(); }));
    EXPECT_TRUE(send("moved", "7"));
    EXPECT_EQ(client.hear_until("\n\n"), "event: moved\ndata: 7\n\n");
    for (int i = 0; i < 1000; ++i) EXPECT_TRUE(send("", std::to_string(i)));
    EXPECT_NE(client.hear_until("data: 999\n\n").find("data: 500\n\n"), std::string::npos);
}

TEST_F(AnEventStream, KnowsWhenItsReaderLeft) {
    Running running(product);
    {
        RawClient client = running.client();
        EXPECT_EQ(client.ask(get("/events")).status, 200);
        ASSERT_TRUE(eventually([&] { return has_sender(); }));
        EXPECT_TRUE(send("", "1"));
    }
    EXPECT_TRUE(eventually([&] { return !send("", "2"); }));
    EXPECT_EQ(running.server().figures().connections, 0);
}

TEST_F(AnEventStream, CutsOffAReaderWhoDoesNotRead) {
    Running running(product);
    RawClient client = running.client();
    client.send(get("/events"));
    ASSERT_TRUE(eventually([&] { return has_sender(); }));
    const std::string much(50'000, 'x');
    EXPECT_TRUE(eventually([&] { return !send("", much); }));
    EXPECT_TRUE(eventually([&] { return running.server().figures().connections == 0; }));
}

TEST_F(AnEventStream, EndsWithTheServer) {
    Running running(product);
    RawClient client = running.client();
    EXPECT_EQ(client.ask(get("/events")).status, 200);
    ASSERT_TRUE(eventually([&] { return has_sender(); }));
    running.server().stop(std::chrono::seconds{60});
    EXPECT_TRUE(client.is_ended()) << "at once, not when all patience is over";
    running.join();
    EXPECT_FALSE(send("", "late"));
}

TEST_F(AnEventStream, DoesNotBeginForHead) {
    Running running(product);
    RawClient client = running.client();
    EXPECT_EQ(client.ask("HEAD /events HTTP/1.1\r\nHost: a\r\n\r\n", false).status, 200);
    EXPECT_TRUE(client.is_ended());
    EXPECT_FALSE(has_sender());
}

}  // namespace
}  // namespace fabnum::http
