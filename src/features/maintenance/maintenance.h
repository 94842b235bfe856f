#pragma once

// Maintenance: what each machine is due for, what was done, what happened or nearly did. Staff of the site.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "features/maintenance/plan.h"
#include "features/people/people.h"
#include "platform/sql/sql.h"

namespace fabnum::maintenance {

struct PlanRow {
    Plan plan;
    machines::Machine machine;
    Left left;
    Due due = Due::Later;
};
// Of the machines in use of a site (none: of all), the most urgent first.
std::vector<PlanRow> due_list(const sql::Reader& db, SiteId site, Day today);
std::optional<PlanRow> find(const sql::Reader& db, PlanId id, Day today);
std::vector<PlanRow> plans_of(const sql::Reader& db, machines::MachineId machine, Day today);
// Machines that nobody may use until their maintenance is done.
std::set<machines::MachineId> blocked(const sql::Reader& db, SiteId site, Day today);
struct WorkRow {
    std::string title;
    Work work;
};
std::vector<WorkRow> works_of(const sql::Reader& db, machines::MachineId machine, int most);
std::vector<Incident> incidents(const sql::Reader& db, SiteId site, Day from);

// Verbs, each one transaction and its journal line.
Result<PlanId> plan(sql::Database& database, const Act& act, const Plan& plan);
Result<Done> end_plan(sql::Database& database, const Act& act, PlanId id, Day today);
Result<Done> note_work(sql::Database& database, const Act& act, PlanId id, const Work& work, Day today);
Result<Done> note_incident(sql::Database& database, const Act& act, const Incident& incident, Day today);

}  // namespace fabnum::maintenance
