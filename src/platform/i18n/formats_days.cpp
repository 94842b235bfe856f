#include "platform/i18n/i18n.h"
#include "platform/i18n/tongue.h"

namespace fabnum::i18n {

namespace {

constexpr std::string_view nbsp = "\u00A0";

unsigned month_of(Day day) {
    return static_cast<unsigned>(day.ymd().month());
}
std::string year_of(Day day) {
    return std::to_string(static_cast<int>(day.ymd().year()));
}

// "24", and "1er" in French.
std::string date_of(Day day, Language language) {
    const auto number = static_cast<unsigned>(day.ymd().day());
    return number == 1 && language == Language::French ? "1er" : std::to_string(number);
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string Words::day(Day day) const {
    const Tongue& tongue = tongue_of(voice_.language);
    return tongue.weekdays[day.weekday().c_encoding()] + " " + date_of(day, voice_.language) + " " +
           tongue.months[month_of(day) - 1];
}

std::string Words::day_with_year(Day day) const {
    return date_of(day, voice_.language) + " " + month(day);
}

std::string Words::short_day(Day day) const {
    return date_of(day, voice_.language) + " " + tongue_of(voice_.language).short_months[month_of(day) - 1];
}

std::string Words::numeric_day(Day day) const {
    return two_digits(static_cast<unsigned>(day.ymd().day())) + "/" + two_digits(month_of(day)) + "/" +
           year_of(day);
}

std::string Words::day_from_today(Day day, Day today) const {
    const Tongue& tongue = tongue_of(voice_.language);
    switch (days_between(today, day)) {
        case -1: return tongue.yesterday;
        case 0: return tongue.today;
        case 1: return tongue.tomorrow;
        default: return short_day(day);
    }
}

std::string Words::month(Day day) const {
    return tongue_of(voice_.language).months[month_of(day) - 1] + " " + year_of(day);
}

std::string Words::weekday(Day day) const {
    return tongue_of(voice_.language).weekdays[day.weekday().c_encoding()];
}

std::string Words::time(int minutes_of_day) const {
    const std::string hours = std::to_string(minutes_of_day / 60);
    const int minutes = minutes_of_day % 60;
    if (voice_.language == Language::English) return hours + ":" + two_digits(minutes);
    std::string text = hours + std::string(nbsp) + "h";
    if (minutes != 0) text.append(nbsp).append(two_digits(minutes));
    return text;
}

std::string Words::duration(std::int64_t minutes) const {
    if (minutes < 0) return "-" + duration(-minutes);
    if (minutes < 60) return std::to_string(minutes) + std::string(nbsp) + "min";
    std::string text = number(minutes / 60) + std::string(nbsp) + "h";
    if (minutes % 60 != 0) text.append(nbsp).append(two_digits(minutes % 60));
    return text;
}

}  // namespace fabnum::i18n
