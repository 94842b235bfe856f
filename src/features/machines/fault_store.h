#pragma once

// Rows of faults and locks.

#include "features/machines/machines.h"

namespace fabnum::machines::store {

std::optional<Fault> find_fault(const sql::Reader& db, FaultId id);
FaultId insert_fault(const sql::Writer& db, const Fault& fault);
// Whether it was open.
bool close_fault(const sql::Writer& db, FaultId id, std::string_view repair, const Act& act);
void close_faults(const sql::Writer& db, MachineId machine, std::string_view repair, const Act& act);

void insert_lockout(const sql::Writer& db, const Lockout& lockout);
bool release(const sql::Writer& db, MachineId machine, std::string_view done, const Act& act);

std::vector<Stop> stops(const sql::Reader& db, SiteId site, Instant from, Instant until);

}  // namespace fabnum::machines::store
