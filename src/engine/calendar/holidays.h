#pragma once

// The public holidays of France and the days that people work between two dates. Pure: no year is written
// down, they are all computed.

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day.h"

namespace fabnum::calendar {

// The eleven of the labour code (article L3133-1), then the two that only Alsace and Moselle have (L3134-13).
enum class Holiday {
    NewYear,
    EasterMonday,
    LabourDay,
    Victory1945,
    Ascension,
    WhitMonday,
    BastilleDay,
    Assumption,
    AllSaints,
    Armistice1918,
    Christmas,
    GoodFriday,
    SecondChristmasDay
};
inline constexpr std::pair<std::string_view, Holiday> holidays[] = {
    {"new_year", Holiday::NewYear},
    {"easter_monday", Holiday::EasterMonday},
    {"labour_day", Holiday::LabourDay},
    {"victory_1945", Holiday::Victory1945},
    {"ascension", Holiday::Ascension},
    {"whit_monday", Holiday::WhitMonday},
    {"bastille_day", Holiday::BastilleDay},
    {"assumption", Holiday::Assumption},
    {"all_saints", Holiday::AllSaints},
    {"armistice_1918", Holiday::Armistice1918},
    {"christmas", Holiday::Christmas},
    {"good_friday", Holiday::GoodFriday},
    {"second_christmas_day", Holiday::SecondChristmasDay},
};

enum class Region { Mainland, AlsaceMoselle };

// Easter Sunday of a Gregorian year, by the algorithm of Meeus, Jones and Butcher.
Day easter_sunday(int year);

// The holidays of a year, in the order of their dates. Two may share a day (1 May 2008 was Ascension too).
std::vector<std::pair<Day, Holiday>> holidays_of(int year, Region region = Region::Mainland);

std::optional<Holiday> holiday_on(Day day, Region region = Region::Mainland);

// Monday to Friday, no holiday.
bool is_working_day(Day day, Region region = Region::Mainland);
// From `from` to `to`, both included; none when `to` is earlier.
int working_days_between(Day from, Day to, Region region = Region::Mainland);
// The working day that comes `count` of them after `day`, whether or not `day` is one.
Day working_days_after(Day day, int count, Region region = Region::Mainland);

// The same day of a later (or earlier) month; the month's last day where it has no such day.
Day months_after(Day day, int months);
// How old somebody born on `birth` is on `day`. Born on 29 February, they grow older on 1 March.
int age_on(Day birth, Day day);

}  // namespace fabnum::calendar
