#include "features/recruitment/settings_store.h"

namespace fabnum::recruitment::store {

std::optional<Settings> settings(const sql::Reader& db, SiteId site) {
    return db.one(
        [](sql::Row& row) {
            Settings found;
            found.keeping.months = row.take<int>();
            found.keeping.undecided_months = row.take<int>();
            return found;
        },
        {site}, R"sql(
        SELECT keep_months, undecided_months FROM recruitment_settings WHERE site_id = $1)sql");
}

std::vector<std::string> towns(const sql::Reader& db, SiteId site) {
    return db.all([](sql::Row& row) { return row.take<std::string>(); }, {site},
                  "SELECT town FROM recruitment_towns WHERE site_id = $1 ORDER BY search_key");
}

void set_settings(const sql::Writer& db, SiteId site, const Settings& settings) {
    db.run({site, settings.keeping.months, settings.keeping.undecided_months}, R"sql(
        INSERT INTO recruitment_settings (site_id, keep_months, undecided_months) VALUES ($1, $2, $3)
            ON CONFLICT (site_id) DO UPDATE SET keep_months = $2, undecided_months = $3)sql");
}

void set_towns(const sql::Writer& db, SiteId site, const std::vector<std::string>& towns) {
    db.run({site}, "DELETE FROM recruitment_towns WHERE site_id = $1");
    for (const std::string& town : towns)
        db.run({site, town, i18n::search_key(town)}, R"sql(
        INSERT INTO recruitment_towns (site_id, town, search_key) VALUES ($1, $2, $3)
            ON CONFLICT (site_id, search_key) DO NOTHING)sql");
}

}  // namespace fabnum::recruitment::store
