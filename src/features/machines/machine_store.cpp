#include "features/machines/machine_store.h"

#include <map>

namespace fabnum::machines::store {

namespace {

Machine machine_from(sql::Row& row) {
    Machine one;
    one.id = row.take<MachineId>();
    one.site = row.take<SiteId>();
    one.code = row.take<std::string>();
    one.name = row.take<std::string>();
    one.model = row.take<std::string>();
    one.family = family_from(row.take<std::string>()).value_or(Family::Other);
    one.place = row.take<std::string>();
    one.danger = value_in(dangers, row.take<std::string>());
    one.supervised = row.take<bool>();
    one.safety = row.take<std::string>();
    one.steps = row.take<std::string>();
    one.manual = row.take<std::string>();
    one.photo = row.take<files::FileId>();
    one.running_minutes = row.take<std::int64_t>();
    one.retired = row.take<std::optional<Day>>();
    return one;
}

constexpr std::string_view columns = R"sql(
        SELECT m.id, m.site_id, m.code, m.name, m.model, m.family, m.place, m.danger, m.supervised, m.safety, m.steps,
               m.manual, m.photo_file_id, m.running_minutes, m.retired_on
          FROM machines m)sql";

// The condition on the machines `m`, and its value.
struct Condition {
    std::string sql;
    sql::Values values;
};
Condition condition_of(const Of& of) {
    if (of.machine) return {" WHERE m.id = $1", {of.machine}};
    if (of.site) return {" WHERE m.site_id = $1 AND m.retired_on IS NULL", {of.site}};
    return {" WHERE m.retired_on IS NULL", {}};
}

struct FaultRow {
    MachineId machine;
    Fault fault;
};
Fault fault_from(sql::Row& row) {
    Fault one;
    one.id = row.take<FaultId>();
    one.machine = row.take<MachineId>();
    one.kind = value_in(fault_kinds, row.take<std::string>());
    one.stops = row.take<bool>();
    one.note = row.take<std::string>();
    one.photo = row.take<files::FileId>();
    one.reported_by = row.take<PersonId>();
    one.reported_at = row.take<Instant>();
    return one;
}

Lockout lockout_from(sql::Row& row) {
    Lockout one;
    one.id = row.take<Id<LockoutTag>>();
    one.machine = row.take<MachineId>();
    one.reason = value_in(lock_reasons, row.take<std::string>());
    one.note = row.take<std::string>();
    one.by = row.take<PersonId>();
    one.at = row.take<Instant>();
    return one;
}

void add_faults(const sql::Reader& db, const Condition& on, const std::map<MachineId, Sight*>& sights) {
    const auto faults = db.all(fault_from, on.values,
                               R"sql(
        SELECT f.id, f.machine_id, f.kind, f.stops, f.note, f.photo_file_id, f.reported_by, f.reported_at
          FROM machine_faults f
          JOIN machines m ON m.id = f.machine_id)sql" +
                                   on.sql + " AND f.closed_at IS NULL ORDER BY f.reported_at DESC");
    for (const Fault& fault : faults)
        if (const auto found = sights.find(fault.machine); found != sights.end())
            found->second->faults.push_back(fault);
}

void add_lockouts(const sql::Reader& db, const Condition& on, const std::map<MachineId, Sight*>& sights) {
    const auto lockouts = db.all(lockout_from, on.values,
                                 R"sql(
        SELECT l.id, l.machine_id, l.reason, l.note, l.locked_by, l.locked_at
          FROM machine_lockouts l
          JOIN machines m ON m.id = l.machine_id)sql" +
                                     on.sql + " AND l.released_at IS NULL");
    for (const Lockout& lockout : lockouts)
        if (const auto found = sights.find(lockout.machine); found != sights.end())
            found->second->lockout = lockout;
}

void add_needs(const sql::Reader& db, const Condition& on, const std::map<MachineId, Sight*>& sights) {
    db.each(
        [&](sql::Row& row) {
            const auto machine = row.take<MachineId>();
            Needed needed;
            needed.id = row.take<MachineId>();
            needed.code = row.take<std::string>();
            needed.name = row.take<std::string>();
            needed.down = row.take<std::int64_t>() > 0;
            if (const auto found = sights.find(machine); found != sights.end())
                found->second->needs.push_back(std::move(needed));
        },
        on.values,
        R"sql(
        SELECT n.machine_id, o.id, o.code, o.name,
               (CASE WHEN o.retired_on IS NULL THEN 0 ELSE 1 END)
               + (SELECT count(*) FROM machine_lockouts l WHERE l.machine_id = o.id AND l.released_at IS NULL)
               + (SELECT count(*) FROM machine_faults f
                   WHERE f.machine_id = o.id AND f.closed_at IS NULL AND f.stops = 1)
          FROM machine_needs n
          JOIN machines m ON m.id = n.machine_id
          JOIN machines o ON o.id = n.needs_id)sql" +
            on.sql + " ORDER BY o.name");
}

sql::Values values_of(const Machine& m) {
    return {m.code,       m.name,   m.model, word_of(m.family), m.place, word_of(m.danger),
            m.supervised, m.safety, m.steps, m.manual};
}

}  // namespace

std::optional<Machine> find(const sql::Reader& db, MachineId id) {
    return db.one(machine_from, {id}, std::string(columns) + " WHERE m.id = $1");
}

std::optional<MachineId> by_code(const sql::Reader& db, std::string_view code) {
    return db.one([](sql::Row& row) { return row.take<MachineId>(); }, {code},
                  "SELECT id FROM machines WHERE code = $1");
}

std::vector<Sight> sights(const sql::Reader& db, const Of& of) {
    const Condition on = condition_of(of);
    std::vector<Sight> found =
        db.all([](sql::Row& row) { return Sight{.machine = machine_from(row)}; }, on.values,
               std::string(columns) + on.sql + " ORDER BY m.family, m.name, m.id");
    if (found.empty()) return found;
    std::map<MachineId, Sight*> by_id;
    for (Sight& one : found) by_id[one.machine.id] = &one;
    add_faults(db, on, by_id);
    add_lockouts(db, on, by_id);
    add_needs(db, on, by_id);
    return found;
}

std::vector<Machine> retired(const sql::Reader& db, SiteId site) {
    if (!site)
        return db.all(machine_from, {},
                      std::string(columns) + " WHERE m.retired_on IS NOT NULL ORDER BY m.name, m.id");
    return db.all(
        machine_from, {site},
        std::string(columns) + " WHERE m.site_id = $1 AND m.retired_on IS NOT NULL ORDER BY m.name, m.id");
}

MachineId insert(const sql::Writer& db, const Machine& machine, Instant now) {
    sql::Values values = values_of(machine);
    values.emplace_back(machine.site);
    values.emplace_back(now);
    return db.insert<MachineId>(values, R"sql(
        INSERT INTO machines (code, name, model, family, place, danger, supervised, safety, steps, manual, site_id,
                              made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     RETURNING id)sql");
}

void set(const sql::Writer& db, const Machine& machine) {
    sql::Values values = values_of(machine);
    values.emplace_back(machine.id);
    db.run(values, R"sql(
        UPDATE machines
           SET code = $1, name = $2, model = $3, family = $4, place = $5, danger = $6, supervised = $7, safety = $8,
               steps = $9, manual = $10
         WHERE id = $11)sql");
}

void set_needs(const sql::Writer& db, MachineId id, const std::vector<MachineId>& needs) {
    db.run({id}, "DELETE FROM machine_needs WHERE machine_id = $1");
    for (const MachineId one : needs)
        db.run({id, one}, "INSERT INTO machine_needs (machine_id, needs_id) VALUES ($1, $2)");
}

bool reaches(const sql::Reader& db, MachineId from, MachineId to) {
    return db.value<std::int64_t>({from, to}, R"sql(
        WITH RECURSIVE below (id) AS (
            SELECT needs_id FROM machine_needs WHERE machine_id = $1
             UNION
            SELECT n.needs_id FROM machine_needs n JOIN below b ON n.machine_id = b.id)
        SELECT count(*) FROM below WHERE id = $2)sql") > 0;
}

void set_photo(const sql::Writer& db, MachineId id, files::FileId photo) {
    db.run({photo, id}, "UPDATE machines SET photo_file_id = $1 WHERE id = $2");
}

void set_running(const sql::Writer& db, MachineId id, std::int64_t minutes) {
    db.run({minutes, id}, "UPDATE machines SET running_minutes = $1 WHERE id = $2");
}

void set_retired(const sql::Writer& db, MachineId id, std::optional<Day> day) {
    db.run({day, id}, "UPDATE machines SET retired_on = $1 WHERE id = $2");
}

}  // namespace fabnum::machines::store
