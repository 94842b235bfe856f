#pragma once

// Rows of paired tablets and of their taps.

#include "features/kiosk/kiosk.h"

namespace fabnum::kiosk::store {

DeviceId insert(const sql::Writer& db, SiteId site, std::string_view name, std::string_view token_hash,
                Instant now);
bool end(const sql::Writer& db, DeviceId id, SiteId site, Instant now);
std::vector<Device> of_site(const sql::Reader& db, SiteId site);
std::optional<Device> by_token(const sql::Reader& db, std::string_view token_hash);
// False when a tap of that key is there already.
bool insert(const sql::Writer& db, DeviceId device, const Tap& tap, Instant now);
std::vector<Unknown> unknown(const sql::Reader& db, SiteId site, Instant since);

}  // namespace fabnum::kiosk::store
