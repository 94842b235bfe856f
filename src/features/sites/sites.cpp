#include "features/sites/sites.h"

#include "features/sites/site_store.h"
#include "platform/journal/journal.h"

namespace fabnum::sites {

namespace {

std::string amounts_of(const Site& site) {
    return R"({"material_cap_cents":)" + std::to_string(site.material_cap.cents) + R"(,"hour_value_cents":)" +
           std::to_string(site.hour_value.cents) + "}";
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

Result<Done> set_amounts(sql::Database& database, const Act& act, SiteId id, Money material_cap,
                         Money hour_value) {
    const bool entitled =
        (act.by.role == Role::Coordinator || act.by.role == Role::Admin) && reaches(act.by, id);
    if (!entitled) return Refusal{"sites.not_yours"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto before = store::find(db, id);
        if (!before || !store::set_amounts(db, id, material_cap, hour_value))
            return Refusal{"sites.not_there"};
        Site after = *before;
        after.material_cap = material_cap;
        after.hour_value = hour_value;
        journal::record(db, {.act = act,
                             .action = "site.amounts_set",
                             .subject_kind = "site",
                             .subject = id.value,
                             .site = id,
                             .before = amounts_of(*before),
                             .after = amounts_of(after)});
        return Done{};
    });
}

}  // namespace fabnum::sites
