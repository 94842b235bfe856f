#pragma once

// The kiosk (borne): a tablet at the door, paired once, where young people say that they arrive or leave by
// badge or by code. It goes on without network; what it sends later is kept once, by the key it gave each
// tap.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/attendance/attendance.h"
#include "features/sites/sites.h"
#include "platform/sql/sql.h"

namespace fabnum::kiosk {

using DeviceId = Id<struct KioskTag>;

inline constexpr std::string_view cookie_name = "fabnum_borne";
inline constexpr std::string_view pairing_link = "kiosk";  // the kind of private link that pairs a tablet

struct Device {
    DeviceId id;
    SiteId site;
    std::string name;
    Instant paired_at;
};

// Pairing: a link within the hour, opened once on the tablet, gives it a token of its own.
Result<std::string> offer_pairing(sql::Database& database, const Act& act);
Result<std::string> pair(sql::Database& database, std::string_view link, std::string_view name, Instant now);
Result<Done> end(sql::Database& database, const Act& act, DeviceId id);
std::vector<Device> of_site(const sql::Reader& db, SiteId site);
std::optional<Device> behind(const sql::Reader& db, std::string_view token);

enum class Kind { Arrive, Leave };
inline constexpr std::pair<std::string_view, Kind> kinds[] = {{"arrive", Kind::Arrive},
                                                              {"leave", Kind::Leave}};

struct Known {
    PersonId person;
    std::string given_name;
    attendance::Method method = attendance::Method::Badge;
};
// Whose badge or code it is, among those who are on that site now. Codes slow down when tried too often.
Result<Known> recognise(sql::Database& database, const Device& device, std::string_view secret,
                        std::string_view key, Instant now, Day today);

struct Tap {
    std::string key;  // made by the tablet; the first copy is kept
    Kind kind = Kind::Arrive;
    attendance::Method method = attendance::Method::Badge;
    PersonId person;                   // none: nobody knew the badge or the code; the team looks
    Instant at;                        // by our clock
    std::optional<Instant> tablet_at;  // by the tablet's, when they differ by more than five minutes
};
// When a tap happened by our clock, from what the tablet's clock said then and says now.
struct Times {
    Instant at;
    std::optional<Instant> tablet_at;
};
Times times_of(Instant tablet_at, Instant tablet_now, Instant now);
// True the first time; false when this tap was kept before.
Result<bool> keep(sql::Database& database, const Device& device, const Tap& tap, Instant now);

// Taps of the last days that nobody could be recognised by.
struct Unknown {
    Instant at;
    Kind kind = Kind::Arrive;
    std::string device;
};
std::vector<Unknown> unknown_taps(const sql::Reader& db, SiteId site, Instant since);

}  // namespace fabnum::kiosk
