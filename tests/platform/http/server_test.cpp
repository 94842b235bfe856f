#include "platform/http/server.h"

#include <atomic>
#include <fstream>
#include <future>
#include <system_error>

#include <gtest/gtest.h>

#include "tests/platform/http/raw_client.h"

namespace fabnum::http {
namespace {

using std::chrono::seconds;

TEST(Server, SaysWhenItCannotListen) {
    Product product;
    Running running(product);
    ServerOptions options;
    options.port = running.port();
    EXPECT_THROW(Server(options, product), std::system_error);
    options.address = "192.0.2.1";
    EXPECT_THROW(Server(options, product), std::system_error);
}

TEST(Server, FinishesWhatItBeganWhenItStops) {
    std::promise<void> gate;
    Product product;
    product.handle = [future = gate.get_future().share()](const Request& request) {
        if (request.path == "/long") future.wait();
        return text("done");
    };
    ServerOptions options;
    Running running(product, options);
    RawClient idle = running.client();
    EXPECT_EQ(idle.ask(get("/")).status, 200);
    RawClient busy = running.client();
    busy.send(get("/long"));
    RawClient sending = running.client();
    sending.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
    EXPECT_TRUE(eventually([&] { return running.server().figures().running == 1; }));
    EXPECT_TRUE(eventually([&] { return running.server().figures().requests == 3; }));
    running.server().stop(seconds{20});
    EXPECT_TRUE(idle.is_ended());
    EXPECT_FALSE(running.client().connected()) << "nobody new is taken";
    gate.set_value();
    sending.send("world");
    const Heard heard = busy.hear();
    EXPECT_EQ(heard.body, "done");
    EXPECT_EQ(heard.header("connection"), "close");
    EXPECT_EQ(sending.hear().body, "done");
    running.join();
}

TEST(Server, StopsInTheEndEvenIfSomebodyDawdles) {
    Product product;
    Running running(product);
    RawClient half = running.client();
    half.send("GET / HT");
    EXPECT_TRUE(eventually([&] { return running.server().figures().connections == 1; }));
    running.stop(seconds{0});
    EXPECT_TRUE(half.is_ended());
}

TEST(Server, MayBeStoppedBeforeItRuns) {
    Product product;
    ServerOptions options;
    options.port = 0;
    Server server(options, product);
    server.stop();
    server.run();
}

TEST(Server, MakesRoomForNewcomers) {
    Product product;
    ServerOptions options;
    options.connections_most = 20;
    Running running(product, options);
    std::vector<RawClient> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(running.client());
        EXPECT_EQ(clients.back().ask(get("/")).status, 200) << i;
    }
    EXPECT_LE(running.server().figures().connections, 20);
}

std::string multipart(std::string_view disposition, std::string_view content) {
    return "--b\r\nContent-Disposition: form-data; " + std::string(disposition) +
           "\r\nContent-Type: image/png\r\n\r\n" + std::string(content) + "\r\n--b--\r\n";
}

Reception taking_files(const Request&) {
    return {.upload_most = 100'000'000};
}

TEST(Server, KeepsAnUploadAsLongAsItsRequest) {
    Product product;
    product.receive = taking_files;
    product.handle = [](const Request& request) {
        std::string content;
        const Upload& upload = request.uploads.at(0);
        std::getline(std::ifstream(upload.path), content);
        return text(upload.field + ' ' + upload.file_name + ' ' + upload.declared_type + ' ' +
                    std::to_string(upload.size) + ' ' + content);
    };
    Running running(product);
    EXPECT_EQ(running
                  .ask(post("/", "multipart/form-data; boundary=b",
                            multipart("name=\"photo\"; filename=\"a%22b.png\"", "pixels")))
                  .body,
              "photo a\"b.png image/png 6 pixels");
    EXPECT_TRUE(eventually([&] { return running.files_left() == 0; }));
}

TEST(Server, LeavesNothingOfAnUploadThatWasNotFinished) {
    Product product;
    product.receive = taking_files;
    Running running(product);
    {
        RawClient client = running.client();
        client.send(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
            "9999999\r\n\r\n" +
            multipart("name=\"photo\"; filename=\"a\"", "pixels").substr(0, 100));
        EXPECT_TRUE(eventually([&] { return running.files_left() == 1; }));
    }
    EXPECT_TRUE(eventually([&] { return running.files_left() == 0; }));
}

TEST(Server, RefusesAnUploadAboveTheRoutesLimit) {
    Product product;
    product.receive = [](const Request& head) {
        return Reception{.upload_most = head.path == "/none" ? 0 : 1000};
    };
    Running running(product);
    const std::string type = "multipart/form-data; boundary=b";
    const std::string file = "name=\"f\"; filename=\"f\"";
    EXPECT_EQ(running.ask(post("/", type, multipart(file, std::string(1000, 'x')))).status, 200);
    EXPECT_EQ(running.ask(post("/", type, multipart(file, std::string(1001, 'x')))).status, 413);
    EXPECT_EQ(running.ask(post("/none", type, multipart(file, "x"))).status, 413);
    EXPECT_EQ(running.ask(post("/none", type, multipart("name=\"t\"", "x"))).status, 200);
    EXPECT_TRUE(eventually([&] { return running.files_left() == 0; }));
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
std::int64_t memory(const std::string& name) {  // kilobytes, from /proc/self/status
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ':')) return std::atoll(line.c_str() + name.size() + 1);
    return 0;
}

TEST(Server, TakesALargeUploadWithFlatMemory) {
    constexpr int megabytes = 64;
    Product product;
    product.receive = taking_files;
    product.handle = [](const Request& request) { return text(std::to_string(request.uploads.at(0).size)); };
    Running running(product);
    RawClient client = running.client();
    const std::string body = multipart("name=\"f\"; filename=\"f\"", "");
    const std::size_t before = body.find("\r\n\r\n") + 4;
    const std::string megabyte(1 << 20, 'x');
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak begins anew
    const std::int64_t memory_before = memory("VmRSS");
    client.send(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " +
        std::to_string(body.size() + megabytes * megabyte.size()) + "\r\n\r\n" + body.substr(0, before));
    for (int i = 0; i < megabytes; ++i) ASSERT_TRUE(client.send(megabyte));
    client.send(body.substr(before));
    EXPECT_EQ(client.hear().body, std::to_string(megabytes << 20));
    EXPECT_LT(memory("VmHWM") - memory_before, 20 * 1024);
}
#endif

}  // namespace
}  // namespace fabnum::http
