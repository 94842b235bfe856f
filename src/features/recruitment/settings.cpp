#include "features/recruitment/settings.h"

#include "features/recruitment/settings_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::recruitment {

namespace {

std::string details_of(const Settings& settings) {
    return json::object({{"keep_months", settings.keeping.months},
                         {"undecided_months", settings.keeping.undecided_months},
                         {"towns", static_cast<std::int64_t>(settings.towns.size())}});
}

}  // namespace

bool recruits_on(const Actor& actor, SiteId site) {
    const bool leads =
        actor.role == Role::Coordinator || actor.role == Role::Admin || actor.role == Role::System;
    return leads && reaches(actor, site);
}

Settings settings_of(const sql::Reader& db, SiteId site) {
    auto settings = store::settings(db, site).value_or(Settings{});
    settings.towns = store::towns(db, site);
    return settings;
}

std::vector<std::string> town_keys(const Settings& settings) {
    std::vector<std::string> keys;
    for (const std::string& town : settings.towns) keys.push_back(i18n::search_key(town));
    return keys;
}

Result<Done> set_settings(sql::Database& database, const Act& act, SiteId site, const Settings& settings) {
    if (!recruits_on(act.by, site)) return Refusal{"recruitment.not_yours"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const Settings before = settings_of(db, site);
        store::set_settings(db, site, settings);
        store::set_towns(db, site, settings.towns);
        journal::record(db, {.act = act,
                             .action = "site.recruitment_set",
                             .subject_kind = "site",
                             .subject = site.value,
                             .site = site,
                             .before = details_of(before),
                             .after = details_of(settings)});
        return Done{};
    });
}

}  // namespace fabnum::recruitment
