#include "platform/log/log.h"

#include <algorithm>
#include <limits>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace fabnum::log {
namespace {

std::string said(void (*speak)()) {
    testing::internal::CaptureStderr();
    speak();
    return testing::internal::GetCapturedStderr();
}

// The line from its level on: its time changes.
std::string after_time(const std::string& line) {
    return line.substr(line.find("\"level\""));
}

TEST(Log, WritesOneJsonLinePerEvent) {
    const std::string line = said([] {
        info("http.request", {{"route", "/commandes/{id}"}, {"status", 200}, {"ms", 1.5}, {"hit", true}});
    });
    EXPECT_EQ(line.rfind("{\"time\":\"20", 0), 0U) << line;
    EXPECT_EQ(line.substr(32, 5), "Z\",\"l") << line;
    EXPECT_EQ(after_time(line),
              "\"level\":\"info\",\"event\":\"http.request\",\"route\":\"/commandes/{id}\","
              "\"status\":200,\"ms\":1.5,\"hit\":true}\n");
}

TEST(Log, CannotBeMadeToWriteALineOfSomeoneElse) {
    const std::string line = said([] {
        warning("http.bad", {{"route", "a\r\n{\"level\":\"error\"}\t\x1b[2J\x7f"}});
    });
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    EXPECT_EQ(after_time(line),
              "\"level\":\"warning\",\"event\":\"http.bad\",\"route\":"
              "\"a\\u000d\\u000a{\\\"level\\\":\\\"error\\\"}\\u0009\\u001b[2J\\u007f\"}\n");
}

TEST(Log, KeepsAccentsAndReplacesWhatIsNotUtf8) {
    const std::string line = said([] { error("x", {{"t", "Inès 🙂 \xff\xc3"}, {"u", "\u0085\u2028"}}); });
    EXPECT_EQ(after_time(line),
              "\"level\":\"error\",\"event\":\"x\",\"t\":\"Inès 🙂 \uFFFD\uFFFD\","
              "\"u\":\"\\u0085\\u2028\"}\n");
}

TEST(Log, WritesNullForANumberThatJsonDoesNotKnow) {
    const std::string line = said([] { info("x", {{"n", std::numeric_limits<double>::quiet_NaN()}}); });
    EXPECT_NE(line.find("\"n\":null}"), std::string::npos) << line;
}

TEST(Log, SaysNothingBelowItsLevel) {
    EXPECT_EQ(said([] { debug("x"); }), "");
    EXPECT_EQ(said([] {
                  set_level(Level::Error);
                  warning("x");
                  set_level(Level::Info);
              }),
              "");
}

TEST(Log, DoesNotMixTheLinesOfSeveralThreads) {
    const std::string lines = said([] {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([] {
                for (int i = 0; i < 200; ++i) info("many", {{"text", "a line of some length"}, {"i", i}});
            });
    });
    std::size_t count = 0;
    for (std::size_t at = 0; at < lines.size(); ++count) {
        const std::size_t end = lines.find('\n', at);
        EXPECT_EQ(lines[at], '{');
        EXPECT_EQ(lines[end - 1], '}');
        at = end + 1;
    }
    EXPECT_EQ(count, 800U);
}

}  // namespace
}  // namespace fabnum::log
