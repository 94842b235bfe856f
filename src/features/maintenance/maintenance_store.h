#pragma once

// Rows of plans, of what was done, of incidents.

#include "features/maintenance/maintenance.h"

namespace fabnum::maintenance::store {

std::optional<Plan> find(const sql::Reader& db, PlanId id);
std::vector<Plan> plans(const sql::Reader& db);  // not ended
std::vector<Plan> plans_of(const sql::Reader& db, machines::MachineId machine);
std::vector<WorkRow> works_of(const sql::Reader& db, machines::MachineId machine, int most);
std::vector<Incident> incidents(const sql::Reader& db, SiteId site, Day from);

PlanId insert(const sql::Writer& db, const Plan& plan);
bool end(const sql::Writer& db, PlanId id, Day today);
void insert_work(const sql::Writer& db, PlanId id, const Work& work, Instant now);
void set_last(const sql::Writer& db, PlanId id, Day day, std::int64_t minutes);
Id<IncidentTag> insert_incident(const sql::Writer& db, const Incident& incident, const Act& act);

}  // namespace fabnum::maintenance::store
