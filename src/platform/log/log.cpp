#include "platform/log/log.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <mutex>

#include <unistd.h>

#include "platform/clock/clock.h"
#include "platform/log/json_text.h"

namespace fabnum::log {

namespace {

std::atomic<Level> least_level{Level::Info};

std::string_view word_of(Level level) {
    switch (level) {
        case Level::Debug: return "debug";
        case Level::Info: return "info";
        case Level::Warning: return "warning";
        case Level::Error: return "error";
    }
    return "error";
}

// "2026-11-24T08:02:00.123Z". The part up to the second is made once a second.
void append_time(std::string& line, Instant at) {
    thread_local std::int64_t second = -1;
    thread_local std::string text;
    if (at.micros / 1'000'000 != second) {
        second = at.micros / 1'000'000;
        text = to_iso(at);
        text.back() = '.';
    }
    const auto thousandths = at.micros / 1000 % 1000;
    line += text;
    for (const auto unit : {100, 10, 1}) line += static_cast<char>('0' + thousandths / unit % 10);
    line += 'Z';
}

void append_value(std::string& line, std::int64_t number) {
    std::array<char, 24> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    line.append(text.data(), end);
}

void append_value(std::string& line, double number) {
    if (!std::isfinite(number)) {
        line += "null";  // JSON has no word for it
        return;
    }
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    line.append(text.data(), end);
}

void append_value(std::string& line, bool yes) {
    line += yes ? "true" : "false";
}

void append_value(std::string& line, const std::string& text) {
    append_json_text(line, text);
}

// One call for one line, so that lines of several threads do not mix; a full disk or a closed pipe loses the
// line, never the work in hand.
void put(std::string_view line) {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    while (!line.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        line.remove_prefix(static_cast<std::size_t>(written));
    }
}

void say(Level level, std::string_view event, std::initializer_list<Field> fields) {
    if (level < least_level.load(std::memory_order_relaxed)) return;
    thread_local std::string line;
    line.assign(R"({"time":")");
    append_time(line, clock::system().now());
    line.append(R"(","level":")").append(word_of(level)).append(R"(","event":)");
    append_json_text(line, event);
    for (const Field& field : fields) {
        line += ',';
        append_json_text(line, field.name);
        line += ':';
        std::visit([](const auto& value) { append_value(line, value); }, field.value);
    }
    line += "}\n";
    put(line);
}

}  // namespace

void set_level(Level least) {
    least_level = least;
}

void debug(std::string_view event, std::initializer_list<Field> fields) {
    say(Level::Debug, event, fields);
}
void info(std::string_view event, std::initializer_list<Field> fields) {
    say(Level::Info, event, fields);
}
void warning(std::string_view event, std::initializer_list<Field> fields) {
    say(Level::Warning, event, fields);
}
void error(std::string_view event, std::initializer_list<Field> fields) {
    say(Level::Error, event, fields);
}

}  // namespace fabnum::log
