#include "platform/metrics/metrics.h"

#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace fabnum::metrics {
namespace {

// The lines about one name, since other tests count too.
std::string lines_about(std::string_view name) {
    std::string lines;
    const std::string all = text();
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = all.find('\n', at) + 1;
        const std::string line = all.substr(at, end - at);
        if (line.find(name) != std::string::npos) lines += line;
        at = end;
    }
    return lines;
}

TEST(Metrics, ShowCountersInPrometheusTextFormat) {
    describe("test_orders_total", "counter", "Orders received.\nWith a \\ in it.");
    count("test_orders_total", {{"site", "hem"}});
    count("test_orders_total", {{"site", "hem"}}, 2);
    count("test_orders_total", {{"site", "marcq"}, {"state", "made"}});
    EXPECT_EQ(lines_about("test_orders_total"),
              "# HELP test_orders_total Orders received.\\nWith a \\\\ in it.\n"
              "# TYPE test_orders_total counter\n"
              "test_orders_total{site=\"hem\"} 3\n"
              "test_orders_total{site=\"marcq\",state=\"made\"} 1\n");
}

TEST(Metrics, ShowTheLastValueOfAGauge) {
    set("test_workers_busy", 4);
    set("test_workers_busy", 2.5);
    EXPECT_EQ(lines_about("test_workers_busy"), "# TYPE test_workers_busy gauge\ntest_workers_busy 2.5\n");
}

TEST(Metrics, ShowHistogramsWithWhatIsBelowEachBound) {
    for (const double seconds : {0.0004, 0.001, 0.003, 0.3, 60.0})
        observe("test_seconds", seconds, {{"route", "/"}});
    const std::string lines = lines_about("test_seconds");
    for (const auto* line :
         {"# TYPE test_seconds histogram\n", "test_seconds_bucket{route=\"/\",le=\"0.001\"} 2\n",
          "test_seconds_bucket{route=\"/\",le=\"0.0025\"} 2\n",
          "test_seconds_bucket{route=\"/\",le=\"0.005\"} 3\n",
          "test_seconds_bucket{route=\"/\",le=\"0.5\"} 4\n", "test_seconds_bucket{route=\"/\",le=\"10\"} 4\n",
          "test_seconds_bucket{route=\"/\",le=\"+Inf\"} 5\n", "test_seconds_count{route=\"/\"} 5\n"})
        EXPECT_NE(lines.find(line), std::string::npos) << line << "in\n" << lines;
    EXPECT_NE(lines.find("test_seconds_sum{route=\"/\"} 60.304"), std::string::npos) << lines;
}

TEST(Metrics, ShowAHistogramWithoutLabels) {
    observe("test_plain_seconds", 1);
    EXPECT_NE(lines_about("test_plain_seconds").find("test_plain_seconds_bucket{le=\"1\"} 1\n"),
              std::string::npos);
    EXPECT_NE(lines_about("test_plain_seconds").find("test_plain_seconds_sum 1\n"), std::string::npos);
}

TEST(Metrics, EscapeWhatALabelHolds) {
    count("test_escaped_total", {{"route", "a\"b\\c\nd"}});
    EXPECT_EQ(lines_about("test_escaped_total"),
              "# TYPE test_escaped_total counter\ntest_escaped_total{route=\"a\\\"b\\\\c\\nd\"} 1\n");
}

TEST(Metrics, CountEveryTimeFromManyThreads) {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([] {
            for (int i = 0; i < 5000; ++i) {
                count("test_many_total", {{"even", i % 2 == 0 ? "yes" : "no"}});
                observe("test_many_seconds", 0.5);
            }
        });
    threads.clear();
    EXPECT_NE(lines_about("test_many_total").find("{even=\"yes\"} 10000\n"), std::string::npos);
    EXPECT_NE(lines_about("test_many_seconds").find("test_many_seconds_sum 10000\n"), std::string::npos);
}

TEST(Metrics, RefuseOneNameForTwoKinds) {
    count("test_kind_total");
    EXPECT_THROW(set("test_kind_total", 1), std::logic_error);
}

}  // namespace
}  // namespace fabnum::metrics
