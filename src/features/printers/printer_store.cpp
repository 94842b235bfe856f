#include "features/printers/printer_store.h"

#include <cmath>

#include "base/text.h"

namespace fabnum::printers::store {

namespace {

const std::string columns = R"sql(
        SELECT id, machine_id, site_id, kind, address, user_name, program, storage, condition, file, run_ref, permille,
               seconds_left, seconds_done, nozzle_c, bed_c, words, looked_at, answered_at
          FROM printers)sql";

std::optional<double> share_from(std::optional<std::int64_t> permille) {
    if (!permille) return std::nullopt;
    return static_cast<double>(*permille) / 1000;
}
std::optional<double> degrees_from(std::optional<std::int64_t> degrees) {
    if (!degrees) return std::nullopt;
    return static_cast<double>(*degrees);
}
std::optional<std::int64_t> rounded(std::optional<double> number, double scale) {
    if (!number || std::abs(*number) > 1e6) return std::nullopt;
    return std::llround(*number * scale);
}

Printer printer_from(sql::Row& row) {
    Printer one;
    one.id = row.take<PrinterId>();
    one.machine = row.take<machines::MachineId>();
    one.site = row.take<SiteId>();
    one.kind = kind_from(row.take<std::string>());
    one.address = row.take<std::string>();
    one.user = row.take<std::string>();
    one.program = row.take<std::string>();
    one.storage = row.take<std::string>();
    one.seen.condition = condition_from(row.take<std::string>());
    one.seen.file = row.take<std::string>();
    one.seen.run_id = row.take<std::string>();
    one.seen.share = share_from(row.take<std::optional<std::int64_t>>());
    one.seen.seconds_left = row.take<std::optional<std::int64_t>>();
    one.seen.seconds_done = row.take<std::optional<std::int64_t>>();
    one.seen.nozzle_c = degrees_from(row.take<std::optional<std::int64_t>>());
    one.seen.bed_c = degrees_from(row.take<std::optional<std::int64_t>>());
    one.seen.words = row.take<std::string>();
    one.looked_at = row.take<std::optional<Instant>>();
    one.answered_at = row.take<std::optional<Instant>>();
    return one;
}

}  // namespace

std::optional<Printer> find(const sql::Reader& db, machines::MachineId machine) {
    return db.one(printer_from, {machine}, columns + " WHERE machine_id = $1");
}

std::vector<Printer> of_site(const sql::Reader& db, SiteId site) {
    if (!site) return db.all(printer_from, {}, columns + " ORDER BY id");
    return db.all(printer_from, {site}, columns + " WHERE site_id = $1 ORDER BY id");
}

std::vector<Printer> due(const sql::Reader& db, Instant now) {
    return db.all(printer_from, {now}, columns + " WHERE look_again_at <= $1 ORDER BY id");
}

void put(const sql::Writer& db, const Registration& one, const Act& act) {
    db.run({one.machine, one.site, word_of(one.kind), one.address, one.user, sql::Bytes{one.secret_sealed},
            act.by.person, act.at},
           R"sql(
        INSERT INTO printers (machine_id, site_id, kind, address, user_name, secret_sealed, registered_by, registered_at, look_again_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
            ON CONFLICT (machine_id) DO UPDATE
           SET kind = $3, address = $4, user_name = $5, secret_sealed = $6, registered_by = $7, registered_at = $8,
               look_again_at = $8, condition = 'unknown', program = '', storage = '', words = '', file = '', run_ref = '',
               permille = NULL, seconds_left = NULL, seconds_done = NULL, looked_at = NULL, answered_at = NULL)sql");
}

bool remove(const sql::Writer& db, machines::MachineId machine) {
    return db.run({machine}, "DELETE FROM printers WHERE machine_id = $1") == 1;
}

std::optional<std::string> sealed_secret(const sql::Reader& db, machines::MachineId machine) {
    return db.one([](sql::Row& row) { return row.take<sql::Bytes>().bytes; }, {machine},
                  "SELECT secret_sealed FROM printers WHERE machine_id = $1");
}

void set_identity(const sql::Writer& db, PrinterId id, std::string_view program, std::string_view storage) {
    db.run({id, program, storage}, "UPDATE printers SET program = $2, storage = $3 WHERE id = $1");
}

void set_seen(const sql::Writer& db, PrinterId id, const Seen& seen, bool answered, Instant now,
              Instant again) {
    db.run({id, word_of(seen.condition), shortened(seen.file, 200), seen.run_id, rounded(seen.share, 1000),
            seen.seconds_left, seen.seconds_done, rounded(seen.nozzle_c, 1), rounded(seen.bed_c, 1),
            shortened(seen.words, 300), now, again, answered},
           R"sql(
        UPDATE printers
           SET condition = $2, file = $3, run_ref = $4, permille = $5, seconds_left = $6, seconds_done = $7,
               nozzle_c = $8, bed_c = $9, words = $10, looked_at = $11, look_again_at = $12,
               answered_at = CASE WHEN $13 = 1 THEN $11 ELSE answered_at END
         WHERE id = $1)sql");
}

void look_again(const sql::Writer& db, machines::MachineId machine, Instant at) {
    db.run({machine, at}, "UPDATE printers SET look_again_at = $2 WHERE machine_id = $1");
}

std::map<machines::MachineId, Room3> rooms(const sql::Reader& db, SiteId site) {
    std::map<machines::MachineId, Room3> all;
    db.each(
        [&](sql::Row& row) {
            const auto machine = row.take<machines::MachineId>();
            const auto x = row.take<std::int64_t>(), y = row.take<std::int64_t>(),
                       z = row.take<std::int64_t>();
            all.emplace(machine,
                        Room3{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
        },
        {site},
        "SELECT machine_id, x_mm, y_mm, z_mm FROM printer_rooms WHERE site_id = $1 ORDER BY machine_id");
    return all;
}

void set_room(const sql::Writer& db, machines::MachineId machine, SiteId site, const Room3& mm) {
    db.run({machine, site, std::int64_t{std::llround(mm[0])}, std::int64_t{std::llround(mm[1])},
            std::int64_t{std::llround(mm[2])}},
           R"sql(
        INSERT INTO printer_rooms (machine_id, site_id, x_mm, y_mm, z_mm) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (machine_id) DO UPDATE SET x_mm = $3, y_mm = $4, z_mm = $5)sql");
}

}  // namespace fabnum::printers::store
