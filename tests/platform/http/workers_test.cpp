#include "platform/http/workers.h"

#include <atomic>
#include <future>

#include <gtest/gtest.h>

#include "tests/platform/http/raw_client.h"

namespace fabnum::http {
namespace {

using std::chrono::seconds;

// A door that handlers wait at.
class Gate {
 public:
    void open() { promise_.set_value(); }
    void wait() const { future_.wait(); }

 private:
    std::promise<void> promise_;
    std::shared_future<void> future_ = promise_.get_future().share();
};

TEST(Workers, GiveARouteAtMostHalfOfThem) {
    Gate gate;
    std::atomic<int> done{0};
    Workers workers(8, 1000);
    for (int i = 0; i < 100; ++i)
        ASSERT_TRUE(workers.take({1,
                                  [&] {
                                      gate.wait();
                                      ++done;
                                  },
                                  [] {}, Clock::now()}));
    EXPECT_TRUE(eventually([&] { return workers.running() == 4; }));
    std::atomic<int> others{0};
    for (int i = 0; i < 50; ++i) ASSERT_TRUE(workers.take({2, [&] { ++others; }, [] {}, Clock::now()}));
    EXPECT_TRUE(eventually([&] { return others == 50; }));
    EXPECT_EQ(workers.running(), 4);
    EXPECT_EQ(workers.waiting(), 96);
    gate.open();
    EXPECT_TRUE(eventually([&] { return done == 100 && workers.running() == 0; }));
}

TEST(Workers, LetWhoCameFirstGoFirst) {
    Gate gate;
    std::mutex mutex;
    std::string order;
    Workers workers(1, 1000);
    ASSERT_TRUE(workers.take({0, [&] { gate.wait(); }, [] {}, Clock::now()}));
    EXPECT_TRUE(eventually([&] { return workers.running() == 1; }));
    auto came = Clock::now();
    for (const int route : {1, 1, 3, 2, 1, 1})
        ASSERT_TRUE(workers.take({route,
                                  [&, route] {
                                      const std::lock_guard lock(mutex);
                                      order += std::to_string(route);
                                  },
                                  [] {}, came += std::chrono::milliseconds{1}}));
    gate.open();
    EXPECT_TRUE(eventually([&] {
        const std::lock_guard lock(mutex);
        return order.size() == 6;
    }));
    EXPECT_EQ(order, "113211");
}

TEST(Workers, KeepPlacesInTheQueueForOtherRoutes) {
    Gate gate;
    Workers workers(2, 10);
    ASSERT_TRUE(workers.take({1, [&] { gate.wait(); }, [] {}, Clock::now()}));
    EXPECT_TRUE(eventually([&] { return workers.running() == 1; }));
    int taken = 0;
    for (int i = 0; i < 20; ++i) taken += workers.take({1, [] {}, [] {}, Clock::now()});
    EXPECT_EQ(taken, 5);
    EXPECT_TRUE(workers.take({2, [] {}, [] {}, Clock::now()}));
    gate.open();
}

TEST(Workers, GiveUpWhatWaitedTooLong) {
    Gate gate;
    Workers workers(2, 10);
    int given_up = 0;
    const auto now = Clock::now();
    ASSERT_TRUE(workers.take({1, [&] { gate.wait(); }, [] {}, now}));
    EXPECT_TRUE(eventually([&] { return workers.running() == 1; }));
    ASSERT_TRUE(workers.take({1, [] {}, [&] { ++given_up; }, now - seconds{20}}));
    ASSERT_TRUE(workers.take({1, [] {}, [&] { ++given_up; }, now}));
    workers.give_up_older_than(now - seconds{10});
    EXPECT_EQ(given_up, 1);
    EXPECT_EQ(workers.waiting(), 1);
    gate.open();
}

TEST(Lane, DoesOneThingAfterTheOther) {
    Gate gate;
    std::atomic<int> done{0};
    Lane lane(3);
    ASSERT_TRUE(lane.take([&] { gate.wait(); }));
    EXPECT_TRUE(eventually([&] { return !lane.idle(); }));
    int taken = 0;
    for (int i = 0; i < 10; ++i) taken += lane.take([&] { ++done; });
    EXPECT_GE(taken, 2);
    EXPECT_LE(taken, 3);
    gate.open();
    EXPECT_TRUE(eventually([&] { return lane.idle() && done == taken; }));
}

Reception by_first_letter(const Request& head) {
    return {.route = head.path.size() > 1 ? head.path[1] : 0, .quick = head.path == "/quick"};
}

TEST(Server, ServesEveryOtherPageWhileOneIsStuck) {
    Gate gate;
    Product product;
    product.receive = by_first_letter;
    product.handle = [&](const Request& request) {
        if (request.path == "/stuck") gate.wait();
        return text("done");
    };
    ServerOptions options;
    options.workers = 4;
    Running running(product, options);
    std::vector<RawClient> stuck;
    for (int i = 0; i < 64; ++i) {
        stuck.push_back(running.client());
        stuck.back().send(get("/stuck"));
    }
    EXPECT_TRUE(eventually([&] { return running.server().figures().in_queue == 62; }));
    for (int i = 0; i < 20; ++i) EXPECT_EQ(running.ask(get("/other")).body, "done");
    EXPECT_EQ(running.ask(get("/quick")).body, "done");
    gate.open();
    for (RawClient& client : stuck) EXPECT_EQ(client.hear().body, "done");
}

TEST(Server, ServesWhileHundredsOfConnectionsRestOrDawdle) {
    Product product;
    Running running(product);
    std::vector<RawClient> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(running.client());
        EXPECT_EQ(clients.back().ask(get("/")).status, 200);
        clients.push_back(running.client());
        clients.back().send("GET / HTTP/1.1\r\nHost: sl");
    }
    EXPECT_EQ(running.ask(get("/")).status, 200);
    EXPECT_EQ(clients[0].ask(get("/")).status, 200);
    clients[1].send("ow\r\n\r\n");
    EXPECT_EQ(clients[1].hear().status, 200);
}

TEST(Server, SaysItIsBusyWhenTheQueueIsFull) {
    Gate gate;
    Product product;
    product.handle = [&](const Request&) {
        gate.wait();
        return text("done");
    };
    ServerOptions options;
    options.workers = 2;
    options.queue_most = 4;
    Running running(product, options);
    std::vector<RawClient> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.push_back(running.client());
        waiting.back().send(get("/"));
        const int sent = i + 1;
        EXPECT_TRUE(eventually([&] {
            const ServerFigures now = running.server().figures();
            return now.running == 1 && now.in_queue == sent - 1;
        }));
    }
    RawClient refused = running.client();
    const Heard heard = refused.ask(get("/"));
    EXPECT_EQ(heard.status, 503);
    EXPECT_EQ(heard.body, "<p>503</p>");
    EXPECT_FALSE(heard.header("retry-after").empty());
    EXPECT_EQ(running.server().figures().refused_busy, 1);
    gate.open();
    for (RawClient& client : waiting) EXPECT_EQ(client.hear().status, 200);
    EXPECT_EQ(refused.ask(get("/")).status, 200) << "and the connection is kept";
}

TEST(Server, SaysItIsBusyToWhoWaitedTooLong) {
    Gate gate;
    Product product;
    product.handle = [&](const Request&) {
        gate.wait();
        return text("done");
    };
    ServerOptions options;
    options.workers = 2;
    options.queue_time = seconds{1};
    Running running(product, options);
    RawClient first = running.client();
    first.send(get("/"));
    EXPECT_TRUE(eventually([&] { return running.server().figures().running == 1; }));
    EXPECT_EQ(running.ask(get("/")).status, 503);
    gate.open();
    EXPECT_EQ(first.hear().status, 200);
}

}  // namespace
}  // namespace fabnum::http
