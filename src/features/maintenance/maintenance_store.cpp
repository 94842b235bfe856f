#include "features/maintenance/maintenance_store.h"

namespace fabnum::maintenance::store {

namespace {

constexpr std::string_view columns = R"sql(
        SELECT id, machine_id, title, checklist, every_days, every_minutes, blocks, last_day, last_minutes
          FROM maintenance_plans)sql";

Plan plan_from(sql::Row& row) {
    Plan one;
    one.id = row.take<PlanId>();
    one.machine = row.take<machines::MachineId>();
    one.title = row.take<std::string>();
    one.checklist = row.take<std::string>();
    one.every_days = row.take<std::optional<int>>();
    one.every_minutes = row.take<std::optional<std::int64_t>>();
    one.blocks = row.take<bool>();
    one.last_day = row.take<Day>();
    one.last_minutes = row.take<std::int64_t>();
    return one;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "\n") + line;
    return all;
}

}  // namespace

std::optional<Plan> find(const sql::Reader& db, PlanId id) {
    return db.one(plan_from, {id}, std::string(columns) + " WHERE id = $1 AND ended_on IS NULL");
}

std::vector<Plan> plans(const sql::Reader& db) {
    return db.all(plan_from, {}, std::string(columns) + " WHERE ended_on IS NULL ORDER BY id");
}

std::vector<Plan> plans_of(const sql::Reader& db, machines::MachineId machine) {
    return db.all(plan_from, {machine},
                  std::string(columns) + " WHERE machine_id = $1 AND ended_on IS NULL ORDER BY id");
}

std::vector<WorkRow> works_of(const sql::Reader& db, machines::MachineId machine, int most) {
    return db.all(
        [](sql::Row& row) {
            WorkRow one;
            one.title = row.take<std::string>();
            one.work.on = row.take<Day>();
            one.work.running_minutes = row.take<std::int64_t>();
            one.work.left_out = machines::lines_of(row.take<std::string>());
            one.work.parts = row.take<std::string>();
            one.work.cost = row.take<Money>();
            one.work.by = row.take<PersonId>();
            return one;
        },
        {machine, most}, R"sql(
        SELECT p.title, w.on_day, w.running_minutes, w.left_out, w.parts, w.cost, w.done_by
          FROM maintenance_works w
          JOIN maintenance_plans p ON p.id = w.plan_id
         WHERE p.machine_id = $1
      ORDER BY w.on_day DESC, w.id DESC
         LIMIT $2)sql");
}

std::vector<Incident> incidents(const sql::Reader& db, SiteId site, Day from) {
    return db.all(
        [](sql::Row& row) {
            Incident one;
            one.id = row.take<Id<IncidentTag>>();
            one.site = row.take<SiteId>();
            one.machine = row.take<machines::MachineId>();
            one.kind = value_in(incident_kinds, row.take<std::string>());
            one.on = row.take<Day>();
            one.what = row.take<std::string>();
            one.measures = row.take<std::string>();
            one.declared = row.take<bool>();
            return one;
        },
        {site, from}, R"sql(
        SELECT id, site_id, machine_id, kind, on_day, what, measures, declared
          FROM maintenance_incidents
         WHERE site_id = $1 AND on_day >= $2
      ORDER BY on_day DESC, id DESC)sql");
}

PlanId insert(const sql::Writer& db, const Plan& plan) {
    return db.insert<PlanId>({plan.machine, plan.title, plan.checklist, plan.every_days, plan.every_minutes,
                              plan.blocks, plan.last_day, plan.last_minutes},
                             R"sql(
        INSERT INTO maintenance_plans (machine_id, title, checklist, every_days, every_minutes, blocks, last_day,
                                       last_minutes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     RETURNING id)sql");
}

bool end(const sql::Writer& db, PlanId id, Day today) {
    return db.run({today, id},
                  "UPDATE maintenance_plans SET ended_on = $1 WHERE id = $2 AND ended_on IS NULL") > 0;
}

void insert_work(const sql::Writer& db, PlanId id, const Work& work, Instant now) {
    db.run({id, work.on, work.running_minutes, joined(work.left_out), work.parts, work.cost, work.by, now},
           R"sql(
        INSERT INTO maintenance_works (plan_id, on_day, running_minutes, left_out, parts, cost, done_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql");
}

void set_last(const sql::Writer& db, PlanId id, Day day, std::int64_t minutes) {
    db.run({day, minutes, id}, "UPDATE maintenance_plans SET last_day = $1, last_minutes = $2 WHERE id = $3");
}

Id<IncidentTag> insert_incident(const sql::Writer& db, const Incident& one, const Act& act) {
    return db.insert<Id<IncidentTag>>({one.site, one.machine, word_in(incident_kinds, one.kind), one.on,
                                       one.what, one.measures, one.declared, act.by.person, act.at},
                                      R"sql(
        INSERT INTO maintenance_incidents (site_id, machine_id, kind, on_day, what, measures, declared, noted_by,
                                           noted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     RETURNING id)sql");
}

}  // namespace fabnum::maintenance::store
