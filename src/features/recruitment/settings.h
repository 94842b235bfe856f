#pragma once

// What a site decided about its recruitment: the towns it takes young people from, the share of women it aims
// at, and how long files are kept.

#include <string>
#include <vector>

#include "features/recruitment/candidate.h"

namespace fabnum::recruitment {

struct Settings {
    Keeping keeping;
    // The mother house aims at 40 % of women at least (population-numerique, Gonesse); each site decides.
    int women_percent = 40;
    std::vector<std::string> towns;  // none: any town
};
Settings settings_of(const sql::Reader& db, SiteId site);
std::vector<std::string> town_keys(const Settings& settings);
// Coordinator of the site, or administrator.
Result<Done> set_settings(sql::Database& database, const Act& act, SiteId site, const Settings& settings);

// Those who recruit on that site: the coordinator, an administrator, the house by itself.
bool recruits_on(const Actor& actor, SiteId site);

}  // namespace fabnum::recruitment
