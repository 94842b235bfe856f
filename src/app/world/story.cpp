#include "app/world/story.h"

#include <algorithm>
#include <chrono>

#include "platform/clock/clock.h"

namespace fabnum::app::world {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view zone = "Europe/Paris";

int weekday_of(Day day) {
    return days_between(monday_of(day), day);
}  // 0: Monday

}  // namespace

Story::Story(Instant now) : now_(now), today_(clock::day_in(zone, now)) {}

Day Story::day(int ago) const {
    Day day = today_;
    while (weekday_of(day) > 4) day = day - 1;
    // Whole weeks first, then the days that are left.
    const int past_monday = weekday_of(day) - ago;
    const int weeks = past_monday >= 0 ? past_monday / 5 : -((4 - past_monday) / 5);
    return monday_of(day) + weeks * 7 + (past_monday - weeks * 5);
}

Moment Story::on(Day day, int hour, int minute) const {
    // What is said to have happened today has happened already, however early it is.
    const Instant at = std::min(clock::instant_in(zone, day, hour * 60 + minute), now_ - 1min);
    return {at, clock::day_in(zone, at)};
}

void Story::tell() {
    std::stable_sort(scenes_.begin(), scenes_.end(),
                     [](const Scene& a, const Scene& b) { return a.when.at < b.when.at; });
    for (const Scene& scene : scenes_) scene.what(scene.when);
    scenes_.clear();
}

}  // namespace fabnum::app::world
