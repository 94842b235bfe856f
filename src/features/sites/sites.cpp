#include "features/sites/sites.h"

#include "features/sites/site_store.h"
#include "platform/i18n/i18n.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::sites {

namespace {

std::string facts_of(const Site& site) {
    return json::object({{"name", site.name},
                         {"town", site.town},
                         {"street", site.address},
                         {"phone", site.phone},
                         {"mail", site.mail},
                         {"material_cap_cents", site.material_cap},
                         {"hour_value_cents", site.hour_value}});
}

}  // namespace

std::vector<Site> all(const sql::Reader& db) {
    return store::all(db);
}
std::optional<Site> find(const sql::Reader& db, SiteId id) {
    return store::find(db, id);
}
SiteId open(const sql::Writer& db, const Site& site) {
    return store::insert(db, site);
}

bool may_change(const Actor& actor, SiteId id) {
    return (actor.role == Role::Coordinator || actor.role == Role::Admin) && reaches(actor, id);
}

Result<Done> change(sql::Database& database, const Act& act, const Site& after) {
    if (!may_change(act.by, after.id)) return Refusal{"sites.not_yours"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto before = store::find(db, after.id);
        if (!before) return Refusal{"sites.not_there"};
        for (const Site& other : store::all(db))
            if (other.id != after.id && i18n::search_key(other.name) == i18n::search_key(after.name))
                return Refusal{"sites.name_taken"};
        store::update(db, after);
        journal::record(db, {.act = act,
                             .action = "site.changed",
                             .subject_kind = "site",
                             .subject = after.id.value,
                             .site = after.id,
                             .before = facts_of(*before),
                             .after = facts_of(after)});
        return Done{};
    });
}

}  // namespace fabnum::sites
