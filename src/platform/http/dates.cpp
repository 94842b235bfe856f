#include "platform/http/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace fabnum::http {

namespace {

constexpr std::array<std::string_view, 7> day_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t length) {
    int number = 0;
    const char* begin = text.data() + at;
    const auto read = std::from_chars(begin, begin + length, number);
    if (read.ec != std::errc() || read.ptr != begin + length || number < 0) return std::nullopt;
    return number;
}

}  // namespace

std::string http_date(std::time_t time) {
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::string text(day_names[static_cast<std::size_t>(utc.tm_wday)]);
    text += ", " + two_digits(utc.tm_mday) + ' ';
    text += month_names[static_cast<std::size_t>(utc.tm_mon)];
    text += ' ' + std::to_string(utc.tm_year + 1900) + ' ' + two_digits(utc.tm_hour) + ':' +
            two_digits(utc.tm_min) + ':' + two_digits(utc.tm_sec) + " GMT";
    return text;
}

std::optional<std::time_t> from_http_date(std::string_view text) {
    constexpr std::string_view shape = "___, __ ___ ____ __:__:__ GMT";
    if (text.size() != shape.size()) return std::nullopt;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] != '_' && shape[i] != text[i]) return std::nullopt;
    const auto* month = std::find(month_names.begin(), month_names.end(), text.substr(8, 3));
    const auto day = number_at(text, 5, 2);
    const auto year = number_at(text, 12, 4);
    const auto hour = number_at(text, 17, 2);
    const auto minute = number_at(text, 20, 2);
    const auto second = number_at(text, 23, 2);
    if (month == month_names.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    const auto month_number = static_cast<unsigned>(month - month_names.begin()) + 1;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{month_number},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    const std::time_t days = std::chrono::sys_days{date}.time_since_epoch().count();
    const std::time_t seconds = (*hour * 60 + *minute) * 60 + *second;
    return days * 86400 + seconds;
}

const std::string& http_date_now() {
    thread_local std::time_t last = 0;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != last) {
        text = http_date(now);
        last = now;
    }
    return text;
}

}  // namespace fabnum::http
