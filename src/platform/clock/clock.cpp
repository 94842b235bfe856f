#include "platform/clock/clock.h"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <string>

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

// Zones are read once; afterwards they are only asked, which ICU allows from every thread.
const icu::BasicTimeZone& zone_of(std::string_view name) {
    static std::shared_mutex mutex;
    static std::map<std::string, std::shared_ptr<const icu::BasicTimeZone>, std::less<>> zones;
    {
        const std::shared_lock lock(mutex);
        if (const auto found = zones.find(name); found != zones.end()) return *found->second;
    }
    const std::shared_ptr<icu::TimeZone> read(icu::TimeZone::createTimeZone(
        icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())})));
    const auto zone = std::dynamic_pointer_cast<const icu::BasicTimeZone>(read);
    if (!zone || *zone == icu::TimeZone::getUnknown())
        throw std::invalid_argument("no such time zone: " + std::string(name));
    const std::unique_lock lock(mutex);
    return *zones.try_emplace(std::string(name), zone).first->second;
}

milliseconds offset_at(const icu::BasicTimeZone& zone, sys_time<milliseconds> at) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t raw = 0, summer = 0;
    zone.getOffset(static_cast<UDate>(at.time_since_epoch().count()), false, raw, summer, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return milliseconds{raw + summer};
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
    const icu::BasicTimeZone& there = zone_of(zone);
    const sys_time<milliseconds> wall = day.date + minutes{minutes_of_day};
    UErrorCode status = U_ZERO_ERROR;
    int32_t raw = 0, summer = 0;
    there.getOffsetFromLocal(static_cast<UDate>(wall.time_since_epoch().count()), UCAL_TZ_LOCAL_FORMER,
                             UCAL_TZ_LOCAL_FORMER, raw, summer, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    const milliseconds offset{raw + summer};
    sys_time<milliseconds> at = wall - offset;
    if (offset_at(there, at) != offset) {
        // The clock never shows this time: it is past the change already.
        icu::TimeZoneTransition change;
        there.getPreviousTransition(static_cast<UDate>(at.time_since_epoch().count()), true, change);
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
