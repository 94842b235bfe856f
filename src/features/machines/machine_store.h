#pragma once

// Rows of machines, of what they need, of their faults and locks.

#include "features/machines/machines.h"

namespace fabnum::machines::store {

// One machine, or those of a site, or all.
struct Of {
    MachineId machine = {};
    SiteId site = {};
};

std::optional<Machine> find(const sql::Reader& db, MachineId id);
std::optional<MachineId> by_code(const sql::Reader& db, std::string_view code);
// Those in use, by family and name; one machine is found even when it is retired.
std::vector<Sight> sights(const sql::Reader& db, const Of& of);
std::vector<Machine> retired(const sql::Reader& db, SiteId site);

MachineId insert(const sql::Writer& db, const Machine& machine, Instant now);
void set(const sql::Writer& db, const Machine& machine);
void set_needs(const sql::Writer& db, MachineId id, const std::vector<MachineId>& needs);
// Whether `on` needs `id`, itself or through others.
bool reaches(const sql::Reader& db, MachineId from, MachineId to);
void set_photo(const sql::Writer& db, MachineId id, files::FileId photo);
void set_running(const sql::Writer& db, MachineId id, std::int64_t minutes);
void set_retired(const sql::Writer& db, MachineId id, std::optional<Day> day);

}  // namespace fabnum::machines::store
