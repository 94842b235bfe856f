#pragma once

// What a site decided about its recruitment: the towns it takes young people from, and how long files are
// kept. (What a cohort aims at is the cohort's: its goals.)

#include <string>
#include <vector>

#include "features/recruitment/candidate.h"

namespace fabnum::recruitment {

struct Settings {
    Keeping keeping;
    std::vector<std::string> towns;  // none: any town
};
Settings settings_of(const sql::Reader& db, SiteId site);
std::vector<std::string> town_keys(const Settings& settings);
// Coordinator of the site, or administrator.
Result<Done> set_settings(sql::Database& database, const Act& act, SiteId site, const Settings& settings);

// Those who recruit on that site: the coordinator, an administrator, the house by itself.
bool recruits_on(const Actor& actor, SiteId site);

}  // namespace fabnum::recruitment
