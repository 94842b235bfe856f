#include "engine/calendar/holidays.h"

#include <algorithm>

namespace fabnum::calendar {

namespace {

Day date(int year, unsigned month, unsigned day) {
    return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

int year_of(Day day) {
    return static_cast<int>(day.ymd().year());
}

}  // namespace

Day easter_sunday(int year) {
    // The letters are those of the published algorithm.
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

std::vector<std::pair<Day, Holiday>> holidays_of(int year, Region region) {
    const Day easter = easter_sunday(year);
    std::vector<std::pair<Day, Holiday>> all = {
        {date(year, 1, 1), Holiday::NewYear},      {easter + 1, Holiday::EasterMonday},
        {date(year, 5, 1), Holiday::LabourDay},    {date(year, 5, 8), Holiday::Victory1945},
        {easter + 39, Holiday::Ascension},         {easter + 50, Holiday::WhitMonday},
        {date(year, 7, 14), Holiday::BastilleDay}, {date(year, 8, 15), Holiday::Assumption},
        {date(year, 11, 1), Holiday::AllSaints},   {date(year, 11, 11), Holiday::Armistice1918},
        {date(year, 12, 25), Holiday::Christmas},
    };
    if (region == Region::AlsaceMoselle) {
        all.emplace_back(easter - 2, Holiday::GoodFriday);
        all.emplace_back(date(year, 12, 26), Holiday::SecondChristmasDay);
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::optional<Holiday> holiday_on(Day day, Region region) {
    for (const auto& [on, holiday] : holidays_of(year_of(day), region))
        if (on == day) return holiday;
    return std::nullopt;
}

bool is_working_day(Day day, Region region) {
    return day.weekday().iso_encoding() <= 5 && !holiday_on(day, region);
}

int working_days_between(Day from, Day to, Region region) {
    if (to < from) return 0;
    const int days = days_between(from, to) + 1;
    int working = days / 7 * 5;
    for (Day day = from + days / 7 * 7; day <= to; day = day + 1)
        if (day.weekday().iso_encoding() <= 5) ++working;
    std::vector<Day> off;
    for (int year = year_of(from); year <= year_of(to); ++year)
        for (const auto& [day, holiday] : holidays_of(year, region))
            if (from <= day && day <= to && day.weekday().iso_encoding() <= 5) off.push_back(day);
    off.erase(std::unique(off.begin(), off.end()), off.end());
    return working - static_cast<int>(off.size());
}

Day working_days_after(Day day, int count, Region region) {
    while (count > 0) {
        day = day + 1;
        if (is_working_day(day, region)) --count;
    }
    return day;
}

Day months_after(Day day, int months) {
    auto ymd = day.ymd() + std::chrono::months{months};
    if (!ymd.ok()) ymd = ymd.year() / ymd.month() / std::chrono::last;
    return Day{ymd};
}

int age_on(Day birth, Day day) {
    const auto from = birth.ymd(), to = day.ymd();
    const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
    const bool still_to_come =
        to.month() < from.month() || (to.month() == from.month() && to.day() < from.day());
    return still_to_come ? years - 1 : years;
}

}  // namespace fabnum::calendar
