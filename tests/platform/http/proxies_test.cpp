#include "platform/http/proxies.h"

#include <stdexcept>

#include <gtest/gtest.h>

#include "tests/platform/http/raw_client.h"

namespace fabnum::http {
namespace {

TEST(Proxies, BelievesNobodyUnlessTold) {
    EXPECT_EQ(Proxies({}).client("127.0.0.1", {"192.0.2.7"}), "127.0.0.1");
    EXPECT_EQ(Proxies({"10.0.0.1"}).client("192.0.2.99", {"192.0.2.7"}), "192.0.2.99");
}

TEST(Proxies, TakesTheLastAddressThatIsNotAProxy) {
    const Proxies proxies({"10.0.0.0/8", "::1"});
    EXPECT_EQ(proxies.client("10.1.2.3", {"6.6.6.6, 192.0.2.7, 10.9.9.9"}), "192.0.2.7");
    EXPECT_EQ(proxies.client("::1", {"6.6.6.6", "192.0.2.7"}), "192.0.2.7");
    EXPECT_EQ(proxies.client("10.1.2.3", {}), "10.1.2.3");
    EXPECT_EQ(proxies.client("10.1.2.3", {"unknown"}), "10.1.2.3");
    EXPECT_EQ(proxies.client("11.1.2.3", {"192.0.2.7"}), "11.1.2.3");
}

TEST(Proxies, ReadsAddressesInEverySpelling) {
    EXPECT_EQ(plain_address("192.0.2.7:4711"), "192.0.2.7");
    EXPECT_EQ(plain_address("[2001:DB8::7]:4711"), "2001:db8::7");
    EXPECT_EQ(plain_address("2001:db8:0:0::7"), "2001:db8::7");
    EXPECT_EQ(plain_address("::ffff:192.0.2.7"), "192.0.2.7");
    for (const char* bad : {"", "lab.example", "1.2.3", "[::1", "<script>"})
        EXPECT_NE(plain_address(bad), bad);
    EXPECT_FALSE(plain_address("lab.example"));
}

TEST(Proxies, RefuseWhatIsNoAddress) {
    for (const char* bad : {"localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", ""})
        EXPECT_THROW(Proxies({bad}), std::invalid_argument) << bad;
}

Response who_asks(const Request& request) {
    return text(request.client + ' ' + request.host + ' ' + (request.secure ? "https" : "http"));
}

const std::string forwarded =
    "X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: www.fabnum.example\r\n";

TEST(Server, BelievesATrustedProxy) {
    Product product;
    product.handle = who_asks;
    ServerOptions options;
    options.trusted_proxies = {"127.0.0.0/8"};
    Running running(product, options);
    EXPECT_EQ(running.ask(get("/", forwarded)).body, "192.0.2.7 www.fabnum.example https");
    EXPECT_EQ(running.ask(get("/", "X-Forwarded-Host: a/b\r\n")).body, "127.0.0.1 lab.example http");
}

TEST(Server, DoesNotBelieveAnybodyElse) {
    Product product;
    product.handle = who_asks;
    Running running(product);
    EXPECT_EQ(running.ask(get("/", forwarded)).body, "127.0.0.1 lab.example http");
}

}  // namespace
}  // namespace fabnum::http
