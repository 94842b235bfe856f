#pragma once

// Rows of sites, in and out.

#include <optional>
#include <vector>

#include "features/sites/sites.h"

namespace fabnum::sites::store {

std::vector<Site> all(const sql::Reader& db);
std::optional<Site> find(const sql::Reader& db, SiteId id);
SiteId insert(const sql::Writer& db, const Site& site);
void update(const sql::Writer& db, const Site& site);

}  // namespace fabnum::sites::store
