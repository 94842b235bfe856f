#pragma once

// Day: a date of the calendar, with no hour and no zone. Instant: a point in time, in UTC microseconds.

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fabnum {

struct Day {
    std::chrono::sys_days date{};

    Day() = default;
    explicit Day(std::chrono::sys_days day) : date(day) {}
    Day(std::chrono::year_month_day day) : date(day) {}

    std::chrono::year_month_day ymd() const { return date; }
    std::chrono::weekday weekday() const { return std::chrono::weekday{date}; }

    friend Day operator+(Day day, int days) { return Day{day.date + std::chrono::days{days}}; }
    friend Day operator-(Day day, int days) { return Day{day.date - std::chrono::days{days}}; }
    friend auto operator<=>(const Day&, const Day&) = default;
};

// Whole days from `from` to `to`; negative when `to` is earlier.
int days_between(Day from, Day to);

// The Monday of the week that `day` belongs to (ISO 8601).
Day monday_of(Day day);

// "2026-11-24" (ISO 8601), and back; nothing but a real date of the years 1900 to 2199 is read.
std::string to_iso(Day day);
std::optional<Day> day_from_iso(std::string_view text);

struct Instant {
    std::int64_t micros = 0;  // since 1970-01-01T00:00:00Z

    friend Instant operator+(Instant at, std::chrono::microseconds after) {
        return {at.micros + after.count()};
    }
    friend Instant operator-(Instant at, std::chrono::microseconds before) {
        return {at.micros - before.count()};
    }
    friend std::chrono::microseconds operator-(Instant a, Instant b) {
        return std::chrono::microseconds{a.micros - b.micros};
    }
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

// "2026-11-24T08:02:00Z": UTC, to the second.
std::string to_iso(Instant instant);

}  // namespace fabnum
