#include "features/kiosk/kiosk_store.h"

#include "base/words.h"

namespace fabnum::kiosk::store {

namespace {

Device device_from(sql::Row& row) {
    return {.id = row.take<DeviceId>(),
            .site = row.take<SiteId>(),
            .name = row.take<std::string>(),
            .paired_at = row.take<Instant>()};
}

}  // namespace

DeviceId insert(const sql::Writer& db, SiteId site, std::string_view name, std::string_view token_hash,
                Instant now) {
    return db.insert<DeviceId>({site, name, token_hash, now}, R"sql(
        INSERT INTO kiosk_devices (site_id, name, token_hash, paired_at)
        VALUES ($1, $2, $3, $4)
     RETURNING id)sql");
}

bool end(const sql::Writer& db, DeviceId id, SiteId site, Instant now) {
    return db.run({id, site, now}, R"sql(
        UPDATE kiosk_devices SET ended_at = $3 WHERE id = $1 AND site_id = $2 AND ended_at IS NULL)sql") == 1;
}

std::vector<Device> of_site(const sql::Reader& db, SiteId site) {
    return db.all(device_from, {site}, R"sql(
        SELECT id, site_id, name, paired_at
          FROM kiosk_devices
         WHERE site_id = $1 AND ended_at IS NULL
         ORDER BY id)sql");
}

std::optional<Device> by_token(const sql::Reader& db, std::string_view token_hash) {
    return db.one(device_from, {token_hash}, R"sql(
        SELECT id, site_id, name, paired_at
          FROM kiosk_devices
         WHERE token_hash = $1 AND ended_at IS NULL)sql");
}

bool insert(const sql::Writer& db, DeviceId device, const Tap& tap, Instant now) {
    return db.run({tap.key, device, tap.person, word_in(kinds, tap.kind),
                   word_in(attendance::methods, tap.method), tap.at, now, tap.tablet_at},
                  R"sql(
        INSERT INTO kiosk_taps (tap_key, device_id, person_id, kind, method, happened_at, received_at, tablet_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (tap_key) DO NOTHING)sql") == 1;
}

std::vector<Unknown> unknown(const sql::Reader& db, SiteId site, Instant since) {
    return db.all(
        [](sql::Row& row) {
            return Unknown{row.take<Instant>(), value_in(kinds, row.take<std::string>()),
                           row.take<std::string>()};
        },
        {site, since}, R"sql(
        SELECT t.happened_at, t.kind, d.name
          FROM kiosk_taps t
          JOIN kiosk_devices d ON d.id = t.device_id
         WHERE d.site_id = $1 AND t.person_id IS NULL AND t.happened_at >= $2
         ORDER BY t.happened_at DESC
         LIMIT 50)sql");
}

}  // namespace fabnum::kiosk::store
