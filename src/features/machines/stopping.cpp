// Faults and locks: from the first tap to the repair.

#include "base/text.h"
#include "features/machines/fault_store.h"
#include "features/machines/machine_entry.h"
#include "platform/json/json.h"

namespace fabnum::machines {

std::vector<Stop> stops(const sql::Reader& db, SiteId site, Instant from, Instant until) {
    return store::stops(db, site, from, until);
}

std::optional<Fault> fault(const sql::Reader& db, FaultId id) {
    return store::find_fault(db, id);
}

Result<FaultId> report(sql::Database& database, const Act& act, const Fault& wanted,
                       const files::Cabinet& cabinet, const std::optional<files::Cabinet::Checked>& photo) {
    return database.write(act, [&](const sql::Writer& db) -> Result<FaultId> {
        const auto known = theirs(db, act.by, wanted.machine, Who::Team);
        if (!known) return known.refusal();
        Fault fault = wanted;
        fault.reported_by = act.by.person;
        fault.reported_at = act.at;
        if (photo) fault.photo = cabinet.keep(db, *photo, act.at);
        const auto id = store::insert_fault(db, fault);
        note(db, act, "machine.fault_reported", known->machine, "",
             json::object({{"fault", word_in(fault_kinds, fault.kind)}, {"stops", fault.stops}}));
        return id;
    });
}

Result<Done> repair(sql::Database& database, const Act& act, FaultId id, std::string_view what) {
    if (trimmed(what).empty()) return Refusal{"machines.problem.repair"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto fault = store::find_fault(db, id);
        if (!fault) return Refusal{"machines.not_there"};
        const auto known = theirs(db, act.by, fault->machine);
        if (!known) return known.refusal();
        if (!store::close_fault(db, id, what, act)) return Refusal{"machines.moved_meanwhile"};
        note(db, act, "machine.repaired", known->machine,
             json::object({{"fault", word_in(fault_kinds, fault->kind)}}), json::object({{"repair", what}}));
        return Done{};
    });
}

Result<Done> lock_out(sql::Database& database, const Act& act, MachineId id, LockReason reason,
                      std::string_view words) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (known->lockout) return Refusal{"machines.moved_meanwhile"};
        Lockout lockout;
        lockout.machine = id;
        lockout.reason = reason;
        lockout.note = words;
        lockout.by = act.by.person;
        lockout.at = act.at;
        store::insert_lockout(db, lockout);
        note(db, act, "machine.locked_out", known->machine, "",
             json::object({{"reason", word_in(lock_reasons, reason)}, {"note", words}}));
        return Done{};
    });
}

Result<Done> release(sql::Database& database, const Act& act, MachineId id, std::string_view done,
                     bool repaired) {
    if (trimmed(done).empty()) return Refusal{"machines.problem.done"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (!known->lockout) return Refusal{"machines.moved_meanwhile"};
        if (!may_release(act.by, *known->lockout)) return Refusal{"machines.problem.who_locked"};
        store::release(db, id, done, act);
        if (repaired) store::close_faults(db, id, done, act);
        note(db, act, "machine.released", known->machine,
             json::object({{"reason", word_in(lock_reasons, known->lockout->reason)}}),
             json::object({{"done", done}, {"faults_repaired", repaired}}));
        return Done{};
    });
}

}  // namespace fabnum::machines
