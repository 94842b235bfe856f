#pragma once

// Machines: what stands in the workshop, what broke, and what nobody may use. Anybody of the team reports a
// fault; staff lock out, repair and keep the sheets. A sheet holds nothing about a person, so reading it asks
// for no right.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.h"
#include "base/result.h"
#include "features/machines/machine.h"
#include "platform/files/files.h"
#include "platform/sql/sql.h"

namespace fabnum::machines {

// Reading.
std::vector<Sight> of_site(const sql::Reader& db, SiteId site);  // in use; none: every site
std::optional<Sight> find(const sql::Reader& db, MachineId id);
std::optional<MachineId> by_code(const sql::Reader& db, std::string_view typed);
std::optional<Fault> fault(const sql::Reader& db, FaultId id);
std::vector<Machine> retired(const sql::Reader& db, SiteId site);

// When a machine could not be used: locked out, or stopped by a fault.
struct Stop {
    MachineId machine = {};
    Instant from = {};
    std::optional<Instant> until = {};  // none: still
};
std::vector<Stop> stops(const sql::Reader& db, SiteId site, Instant from, Instant until);

// Verbs, each one transaction and its journal line. Staff of the site.
bool may_keep(const Actor& actor, SiteId site);
Result<MachineId> keep(sql::Database& database, const Act& act, const Machine& machine,
                       const std::vector<MachineId>& needs);
Result<Done> set_photo(sql::Database& database, const Act& act, MachineId id, const files::Cabinet& cabinet,
                       const files::Cabinet::Checked& photo);
Result<Done> retire(sql::Database& database, const Act& act, MachineId id, std::optional<Day> on);
Result<Done> note_running(sql::Database& database, const Act& act, MachineId id, std::int64_t minutes);

// Joins the caller's transaction: a job ran so long.
void add_running(const sql::Writer& db, MachineId id, std::int64_t minutes);

// Faults and locks.
Result<FaultId> report(sql::Database& database, const Act& act, const Fault& fault,
                       const files::Cabinet& cabinet, const std::optional<files::Cabinet::Checked>& photo);
Result<Done> repair(sql::Database& database, const Act& act, FaultId fault, std::string_view what);
Result<Done> lock_out(sql::Database& database, const Act& act, MachineId id, LockReason reason,
                      std::string_view note);
// `repaired` closes the open faults with the same words.
Result<Done> release(sql::Database& database, const Act& act, MachineId id, std::string_view done,
                     bool repaired);

}  // namespace fabnum::machines
