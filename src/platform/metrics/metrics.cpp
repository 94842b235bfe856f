#include "platform/metrics/metrics.h"

#include <atomic>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <unordered_map>

namespace fabnum::metrics {

namespace {

constexpr double bounds[] = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
constexpr std::size_t bound_count = std::size(bounds);

enum class Kind { Counter, Gauge, Histogram };

// One line of the text, or the lines of one histogram. Counting is a few atomic additions, without a lock.
struct Series {
    Kind kind;
    std::atomic<std::int64_t> counted{0};
    std::atomic<double> value{0};                             // a gauge's value, a histogram's sum
    std::atomic<std::int64_t> buckets[bound_count + 1] = {};  // the last has no bound
};

struct Described {
    std::string type, help;
};

// Series are added, never removed: what was found once stays where it is.
struct Board {
    std::shared_mutex mutex;
    std::unordered_map<std::string, std::unique_ptr<Series>> series;  // by key: name{labels}
    std::map<std::string, Described, std::less<>> described;
};

Board& board() {
    static Board board;
    return board;
}

void append_label_value(std::string& text, std::string_view value) {
    for (const char c : value) {
        if (c == '\n')
            text += "\\n";
        else if (c == '"' || c == '\\')
            (text += '\\') += c;
        else
            text += c;
    }
}

// The key is the text that the series is shown under: orders{site="hem"}.
void write_key(std::string& key, std::string_view name, Labels labels) {
    key.assign(name);
    if (labels.size() == 0) return;
    char before = '{';
    for (const auto& [label, value] : labels) {
        key += before;
        key.append(label).append("=\"");
        append_label_value(key, value);
        key += '"';
        before = ',';
    }
    key += '}';
}

Series& series_of(Kind kind, std::string_view name, Labels labels) {
    thread_local std::string key;
    write_key(key, name, labels);
    Board& all = board();
    Series* found = nullptr;
    {
        const std::shared_lock lock(all.mutex);
        if (const auto at = all.series.find(key); at != all.series.end()) found = at->second.get();
    }
    if (!found) {
        const std::unique_lock lock(all.mutex);
        auto& series = all.series[key];
        if (!series) series = std::make_unique<Series>(kind);
        found = series.get();
    }
    if (found->kind != kind) throw std::logic_error("one name for two kinds of metrics: " + key);
    return *found;
}

std::string_view word_of(Kind kind) {
    switch (kind) {
        case Kind::Counter: return "counter";
        case Kind::Gauge: return "gauge";
        case Kind::Histogram: return "histogram";
    }
    return "untyped";
}

std::string number_text(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Inf" : "+Inf";
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

void append_line(std::string& text, std::string_view name, std::string_view labels, std::string_view value) {
    text.append(name).append(labels).append(" ").append(value).append("\n");
}

void append_histogram(std::string& text, const std::string& name, const std::string& labels,
                      const Series& series) {
    const std::string before = labels.empty() ? "{" : labels.substr(0, labels.size() - 1) + ",";
    std::int64_t below = 0;
    for (std::size_t i = 0; i <= bound_count; ++i) {
        below += series.buckets[i].load(std::memory_order_relaxed);
        const std::string bound = i < bound_count ? number_text(bounds[i]) : "+Inf";
        text.append(name).append("_bucket").append(before).append("le=\"").append(bound).append("\"} ");
        text.append(std::to_string(below)).append("\n");
    }
    append_line(text, name + "_sum", labels, number_text(series.value.load(std::memory_order_relaxed)));
    append_line(text, name + "_count", labels, std::to_string(below));
}

void append_help(std::string& text, std::string_view name, const std::string& help) {
    text.append("# HELP ").append(name).append(" ");
    for (const char c : help) {
        if (c == '\n')
            text += "\\n";
        else if (c == '\\')
            text += "\\\\";
        else
            text += c;
    }
    text += '\n';
}

}  // namespace

void count(std::string_view name, Labels labels, std::int64_t by) {
    series_of(Kind::Counter, name, labels).counted.fetch_add(by, std::memory_order_relaxed);
}

void set(std::string_view name, double value, Labels labels) {
    series_of(Kind::Gauge, name, labels).value.store(value, std::memory_order_relaxed);
}

void observe(std::string_view name, double seconds, Labels labels) {
    Series& series = series_of(Kind::Histogram, name, labels);
    std::size_t bucket = 0;
    while (bucket < bound_count && !(seconds <= bounds[bucket])) ++bucket;
    series.buckets[bucket].fetch_add(1, std::memory_order_relaxed);
    series.value.fetch_add(seconds, std::memory_order_relaxed);
}

void describe(std::string_view name, std::string_view type, std::string_view help) {
    const std::unique_lock lock(board().mutex);
    board().described[std::string(name)] = {std::string(type), std::string(help)};
}

std::string text() {
    Board& all = board();
    const std::shared_lock lock(all.mutex);
    std::map<std::string, std::map<std::string, const Series*>> by_name;  // then by labels
    for (const auto& [key, series] : all.series) {
        const auto end = std::min(key.find('{'), key.size());
        by_name[key.substr(0, end)][key.substr(end)] = series.get();
    }
    std::string text;
    for (const auto& [name, lines] : by_name) {
        const auto described = all.described.find(name);
        if (described != all.described.end()) append_help(text, name, described->second.help);
        const Kind kind = lines.begin()->second->kind;
        const std::string type(described != all.described.end() ? described->second.type : word_of(kind));
        text.append("# TYPE ").append(name).append(" ").append(type).append("\n");
        for (const auto& [labels, series] : lines) {
            if (series->kind == Kind::Histogram)
                append_histogram(text, name, labels, *series);
            else if (series->kind == Kind::Counter)
                append_line(text, name, labels, std::to_string(series->counted));
            else
                append_line(text, name, labels, number_text(series->value));
        }
    }
    return text;
}

}  // namespace fabnum::metrics
