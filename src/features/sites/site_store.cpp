#include "features/sites/site_store.h"

namespace fabnum::sites::store {

namespace {

Site site_from(sql::Row& row) {
    return Site{.id = row.take<SiteId>(),
                .name = row.take<std::string>(),
                .town = row.take<std::string>(),
                .address = row.take<std::string>(),
                .phone = row.take<std::string>(),
                .mail = row.take<std::string>(),
                .zone = row.take<std::string>(),
                .material_cap = row.take<Money>(),
                .hour_value = row.take<Money>()};
}

}  // namespace

std::vector<Site> all(const sql::Reader& db) {
    return db.all(site_from, {}, R"sql(
        SELECT id, name, town, address, phone, mail, zone, material_cap_cents, hour_value_cents
          FROM sites
         ORDER BY name)sql");
}

std::optional<Site> find(const sql::Reader& db, SiteId id) {
    return db.one(site_from, {id}, R"sql(
        SELECT id, name, town, address, phone, mail, zone, material_cap_cents, hour_value_cents
          FROM sites
         WHERE id = $1)sql");
}

SiteId insert(const sql::Writer& db, const Site& site) {
    return db.insert<SiteId>({site.name, site.town, site.address, site.phone, site.mail, site.zone,
                              site.material_cap, site.hour_value},
                             R"sql(
        INSERT INTO sites (name, town, address, phone, mail, zone, material_cap_cents, hour_value_cents)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     RETURNING id)sql");
}

void update(const sql::Writer& db, const Site& site) {
    db.run({site.id, site.name, site.town, site.address, site.phone, site.mail, site.material_cap,
            site.hour_value},
           R"sql(
        UPDATE sites
           SET name = $2, town = $3, address = $4, phone = $5, mail = $6, material_cap_cents = $7,
               hour_value_cents = $8
         WHERE id = $1)sql");
}

}  // namespace fabnum::sites::store
