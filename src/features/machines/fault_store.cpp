#include "features/machines/fault_store.h"

namespace fabnum::machines::store {

std::optional<Fault> find_fault(const sql::Reader& db, FaultId id) {
    return db.one(
        [](sql::Row& row) {
            Fault one;
            one.id = row.take<FaultId>();
            one.machine = row.take<MachineId>();
            one.kind = value_in(fault_kinds, row.take<std::string>());
            one.stops = row.take<bool>();
            one.note = row.take<std::string>();
            one.photo = row.take<files::FileId>();
            one.reported_by = row.take<PersonId>();
            one.reported_at = row.take<Instant>();
            one.repair = row.take<std::string>();
            one.closed_by = row.take<PersonId>();
            one.closed_at = row.take<std::optional<Instant>>();
            return one;
        },
        {id}, R"sql(
        SELECT id, machine_id, kind, stops, note, photo_file_id, reported_by, reported_at, repair, closed_by, closed_at
          FROM machine_faults
         WHERE id = $1)sql");
}

FaultId insert_fault(const sql::Writer& db, const Fault& fault) {
    return db.insert<FaultId>({fault.machine, word_in(fault_kinds, fault.kind), fault.stops, fault.note,
                               fault.photo, fault.reported_by, fault.reported_at},
                              R"sql(
        INSERT INTO machine_faults (machine_id, kind, stops, note, photo_file_id, reported_by, reported_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
     RETURNING id)sql");
}

bool close_fault(const sql::Writer& db, FaultId id, std::string_view repair, const Act& act) {
    return db.run({repair, act.by.person, act.at, id}, R"sql(
        UPDATE machine_faults
           SET repair = $1, closed_by = $2, closed_at = $3
         WHERE id = $4 AND closed_at IS NULL)sql") > 0;
}

void close_faults(const sql::Writer& db, MachineId machine, std::string_view repair, const Act& act) {
    db.run({repair, act.by.person, act.at, machine}, R"sql(
        UPDATE machine_faults
           SET repair = $1, closed_by = $2, closed_at = $3
         WHERE machine_id = $4 AND closed_at IS NULL)sql");
}

void insert_lockout(const sql::Writer& db, const Lockout& lockout) {
    db.run({lockout.machine, word_in(lock_reasons, lockout.reason), lockout.note, lockout.by, lockout.at},
           R"sql(
        INSERT INTO machine_lockouts (machine_id, reason, note, locked_by, locked_at)
        VALUES ($1, $2, $3, $4, $5))sql");
}

bool release(const sql::Writer& db, MachineId machine, std::string_view done, const Act& act) {
    return db.run({done, act.by.person, act.at, machine}, R"sql(
        UPDATE machine_lockouts
           SET done = $1, released_by = $2, released_at = $3
         WHERE machine_id = $4 AND released_at IS NULL)sql") > 0;
}

std::vector<Stop> stops(const sql::Reader& db, SiteId site, Instant from, Instant until) {
    return db.all(
        [](sql::Row& row) {
            Stop one;
            one.machine = row.take<MachineId>();
            one.from = row.take<Instant>();
            one.until = row.take<std::optional<Instant>>();
            return one;
        },
        {site, from, until}, R"sql(
        SELECT l.machine_id, l.locked_at, l.released_at
          FROM machine_lockouts l
          JOIN machines m ON m.id = l.machine_id
         WHERE m.site_id = $1 AND l.locked_at < $3 AND (l.released_at IS NULL OR l.released_at > $2)
     UNION ALL
        SELECT f.machine_id, f.reported_at, f.closed_at
          FROM machine_faults f
          JOIN machines m ON m.id = f.machine_id
         WHERE m.site_id = $1 AND f.stops = 1 AND f.reported_at < $3
           AND (f.closed_at IS NULL OR f.closed_at > $2)
      ORDER BY 1, 2)sql");
}

}  // namespace fabnum::machines::store
