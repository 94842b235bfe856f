#pragma once

// Rows of a site's settings.

#include "features/recruitment/settings.h"

namespace fabnum::recruitment::store {

std::optional<Settings> settings(const sql::Reader& db, SiteId site);  // without the towns
std::vector<std::string> towns(const sql::Reader& db, SiteId site);
void set_settings(const sql::Writer& db, SiteId site, const Settings& settings);
void set_towns(const sql::Writer& db, SiteId site, const std::vector<std::string>& towns);

}  // namespace fabnum::recruitment::store
