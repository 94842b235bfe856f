#pragma once

// Counters, gauges and histograms for /metrics, in Prometheus' text format 0.0.4. Labels are few and known
// in advance (a route's pattern, a status class); never a person.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace fabnum::metrics {

using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

void count(std::string_view name, Labels labels = {}, std::int64_t by = 1);
void set(std::string_view name, double value, Labels labels = {});
// Seconds, into buckets of 1 ms to 10 s.
void observe(std::string_view name, double seconds, Labels labels = {});
// The line "# HELP" of a name; said once, at start.
void describe(std::string_view name, std::string_view type, std::string_view help);

std::string text();

}  // namespace fabnum::metrics
