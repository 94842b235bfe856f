#include "platform/clock/clock.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>

namespace fabnum::clock {

namespace {

using namespace std::chrono;

class Machine : public Clock {
 public:
    Instant now() const override {
        return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
    }
};

// From `since` on, until the next change.
struct Offset {
    sys_time<milliseconds> since;
    milliseconds offset;
};

// A zone and its changes of the years that lists speak of, so that a list of a thousand moments does not ask
// ICU a thousand times. Read once; afterwards it is only asked, which ICU allows from every thread.
struct Zone {
    std::shared_ptr<const icu::BasicTimeZone> rules;
    std::vector<Offset> offsets;
};
constexpr sys_days known_from{year{2000} / 1 / 1}, known_to{year{2100} / 1 / 1};

UDate icu_time(sys_time<milliseconds> at) {
    return static_cast<UDate>(at.time_since_epoch().count());
}

milliseconds asked(const icu::BasicTimeZone& rules, sys_time<milliseconds> at) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t raw = 0, summer = 0;
    rules.getOffset(icu_time(at), false, raw, summer, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return milliseconds{raw + summer};
}

std::vector<Offset> offsets_of(const icu::BasicTimeZone& rules) {
    std::vector<Offset> offsets = {{known_from, asked(rules, known_from)}};
    icu::TimeZoneTransition change;
    while (rules.getNextTransition(icu_time(offsets.back().since), false, change)) {
        const sys_time<milliseconds> at{milliseconds{static_cast<std::int64_t>(change.getTime())}};
        if (at >= known_to) break;
        offsets.push_back({at, asked(rules, at)});
    }
    return offsets;
}

const Zone& zone_of(std::string_view name) {
    static std::shared_mutex mutex;
    static std::map<std::string, Zone, std::less<>> zones;
    {
        const std::shared_lock lock(mutex);
        if (const auto found = zones.find(name); found != zones.end()) return found->second;
    }
    const std::shared_ptr<icu::TimeZone> read(icu::TimeZone::createTimeZone(
        icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())})));
    const auto rules = std::dynamic_pointer_cast<const icu::BasicTimeZone>(read);
    if (!rules || *rules == icu::TimeZone::getUnknown())
        throw std::invalid_argument("no such time zone: " + std::string(name));
    auto offsets = offsets_of(*rules);
    const std::unique_lock lock(mutex);
    return zones.try_emplace(std::string(name), Zone{rules, std::move(offsets)}).first->second;
}

milliseconds offset_at(const Zone& zone, sys_time<milliseconds> at) {
    if (at < known_from || at >= known_to) return asked(*zone.rules, at);
    return std::prev(std::upper_bound(zone.offsets.begin(), zone.offsets.end(), at,
                                      [](auto moment, const Offset& one) { return moment < one.since; }))
        ->offset;
}

sys_time<milliseconds> wall_clock(std::string_view zone, Instant instant) {
    const auto at = floor<milliseconds>(sys_time<microseconds>{microseconds{instant.micros}});
    return at + offset_at(zone_of(zone), at);
}

}  // namespace

const Clock& system() {
    static const Machine machine;
    return machine;
}

Day day_in(std::string_view zone, Instant instant) {
    return Day{floor<days>(wall_clock(zone, instant))};
}

int minutes_in(std::string_view zone, Instant instant) {
    const auto at = wall_clock(zone, instant);
    return static_cast<int>(floor<minutes>(at - floor<days>(at)).count());
}

Instant instant_in(std::string_view zone, Day day, int minutes_of_day) {
    const Zone& there = zone_of(zone);
    const sys_time<milliseconds> wall = day.date + minutes{minutes_of_day};
    UErrorCode status = U_ZERO_ERROR;
    int32_t raw = 0, summer = 0;
    there.rules->getOffsetFromLocal(icu_time(wall), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, summer,
                                    status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    const milliseconds offset{raw + summer};
    sys_time<milliseconds> at = wall - offset;
    if (offset_at(there, at) != offset) {
        // The clock never shows this time: it is past the change already.
        icu::TimeZoneTransition change;
        there.rules->getPreviousTransition(icu_time(at), true, change);
        at = sys_time<milliseconds>{milliseconds{static_cast<std::int64_t>(change.getTime())}};
    }
    return {duration_cast<microseconds>(at.time_since_epoch()).count()};
}

Instant paris(int year, unsigned month, unsigned day, int hour, int minute) {
    return instant_in("Europe/Paris",
                      std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month},
                                                  std::chrono::day{day}},
                      hour * 60 + minute);
}

}  // namespace fabnum::clock
