#include "base/day.h"

#include <cstdio>

namespace fabnum {

namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

int days_between(Day from, Day to) {
    return static_cast<int>((to.date - from.date).count());
}

Day monday_of(Day day) {
    return day - static_cast<int>((day.weekday() - std::chrono::Monday).count());
}

std::string to_iso(Day day) {
    const auto ymd = day.ymd();
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return text;
}

std::optional<Day> day_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year < 1900 || *year > 2199) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{*year},
                                          std::chrono::month{static_cast<unsigned>(*month)},
                                          std::chrono::day{static_cast<unsigned>(*day)}};
    if (!ymd.ok()) return std::nullopt;
    return Day{ymd};
}

std::string to_iso(Instant instant) {
    using namespace std::chrono;
    const sys_time<microseconds> at{microseconds{instant.micros}};
    const auto date = floor<days>(at);
    const hh_mm_ss time{floor<seconds>(at - date)};
    char text[32];
    std::snprintf(text, sizeof text, "%sT%02d:%02d:%02dZ", to_iso(Day{date}).c_str(),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

}  // namespace fabnum
