#include "features/maintenance/maintenance.h"

#include <algorithm>

#include "base/text.h"
#include "features/maintenance/maintenance_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::maintenance {

namespace {

// What is left, in a number that compares: days, or hours of running as days of eight hours.
std::int64_t urgency(const Left& left) {
    std::int64_t least = 100'000;
    if (left.days) least = std::min<std::int64_t>(least, *left.days);
    if (left.minutes) least = std::min<std::int64_t>(least, *left.minutes / 480);
    return least;
}

PlanRow row_of(Plan plan, const machines::Machine& machine, Day today) {
    PlanRow row{.plan = std::move(plan), .machine = machine, .left = {}};
    row.left = left_of(row.plan, machine.running_minutes, today);
    row.due = due_of(row.left);
    return row;
}

Result<machines::Machine> theirs(const sql::Reader& db, const Actor& actor, machines::MachineId id) {
    const auto found = machines::find(db, id);
    if (!found || !machines::may_keep(actor, found->machine.site)) return Refusal{"machines.not_there"};
    return found->machine;
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const machines::Machine& machine,
          std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "machine",
                         .subject = machine.id.value,
                         .site = machine.site,
                         .after = std::move(after)});
}

}  // namespace

std::vector<PlanRow> due_list(const sql::Reader& db, SiteId site, Day today) {
    std::map<machines::MachineId, machines::Machine> in_use;
    for (auto& one : machines::of_site(db, site)) in_use[one.machine.id] = std::move(one.machine);
    std::vector<PlanRow> rows;
    for (Plan& one : store::plans(db))
        if (const auto machine = in_use.find(one.machine); machine != in_use.end())
            rows.push_back(row_of(std::move(one), machine->second, today));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const PlanRow& a, const PlanRow& b) { return urgency(a.left) < urgency(b.left); });
    return rows;
}

std::optional<PlanRow> find(const sql::Reader& db, PlanId id, Day today) {
    auto known = store::find(db, id);
    if (!known) return std::nullopt;
    const auto sight = machines::find(db, known->machine);
    if (!sight) return std::nullopt;
    return row_of(std::move(*known), sight->machine, today);
}

std::vector<PlanRow> plans_of(const sql::Reader& db, machines::MachineId id, Day today) {
    const auto machine = machines::find(db, id);
    std::vector<PlanRow> rows;
    if (!machine) return rows;
    for (Plan& one : store::plans_of(db, id)) rows.push_back(row_of(std::move(one), machine->machine, today));
    return rows;
}

std::set<machines::MachineId> blocked(const sql::Reader& db, SiteId site, Day today) {
    std::set<machines::MachineId> found;
    for (const PlanRow& row : due_list(db, site, today))
        if (row.plan.blocks && row.due == Due::Overdue) found.insert(row.machine.id);
    return found;
}

std::vector<WorkRow> works_of(const sql::Reader& db, machines::MachineId machine, int most) {
    return store::works_of(db, machine, most);
}

std::vector<Incident> incidents(const sql::Reader& db, SiteId site, Day from) {
    return store::incidents(db, site, from);
}

Result<PlanId> plan(sql::Database& database, const Act& act, const Plan& wanted) {
    if (trimmed(wanted.title).empty()) return Refusal{"maintenance.problem.title"};
    if (!wanted.every_days && !wanted.every_minutes) return Refusal{"maintenance.problem.interval"};
    return database.write(act, [&](const sql::Writer& db) -> Result<PlanId> {
        const auto machine = theirs(db, act.by, wanted.machine);
        if (!machine) return machine.refusal();
        const auto id = store::insert(db, wanted);
        note(db, act, "machine.care_planned", *machine,
             json::object({{"title", wanted.title},
                           {"every_days", wanted.every_days ? *wanted.every_days : 0},
                           {"every_minutes", wanted.every_minutes ? *wanted.every_minutes : 0},
                           {"blocks", wanted.blocks}}));
        return id;
    });
}

Result<Done> end_plan(sql::Database& database, const Act& act, PlanId id, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, id);
        if (!known) return Refusal{"machines.moved_meanwhile"};
        const auto machine = theirs(db, act.by, known->machine);
        if (!machine) return machine.refusal();
        store::end(db, id, today);
        note(db, act, "machine.care_ended", *machine, json::object({{"title", known->title}}));
        return Done{};
    });
}

Result<Done> note_work(sql::Database& database, const Act& act, PlanId id, const Work& wanted, Day today) {
    if (wanted.on > today) return Refusal{"maintenance.problem.to_come"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, id);
        if (!known) return Refusal{"machines.moved_meanwhile"};
        const auto machine = theirs(db, act.by, known->machine);
        if (!machine) return machine.refusal();
        if (wanted.on < known->last_day) return Refusal{"maintenance.problem.before_last"};
        Work work = wanted;
        work.running_minutes = machine->running_minutes;
        work.by = act.by.person;
        store::insert_work(db, id, work, act.at);
        // What was left out is still to do: the next time is counted only from a whole one.
        if (work.left_out.empty()) store::set_last(db, id, work.on, work.running_minutes);
        note(db, act, "machine.care_done", *machine,
             json::object({{"title", known->title},
                           {"parts", work.parts},
                           {"cost", work.cost},
                           {"left_out", static_cast<int>(work.left_out.size())}}));
        return Done{};
    });
}

Result<Done> note_incident(sql::Database& database, const Act& act, const Incident& wanted, Day today) {
    if (wanted.on > today) return Refusal{"maintenance.problem.to_come"};
    if (trimmed(wanted.what).empty()) return Refusal{"maintenance.problem.what"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!machines::may_keep(act.by, wanted.site)) return Refusal{"machines.not_there"};
        if (wanted.machine && !theirs(db, act.by, wanted.machine)) return Refusal{"machines.not_there"};
        const auto id = store::insert_incident(db, wanted, act);
        journal::record(db, {.act = act,
                             .action = "machine.incident_noted",
                             .subject_kind = wanted.machine ? "machine" : "incident",
                             .subject = wanted.machine ? wanted.machine.value : id.value,
                             .site = wanted.site,
                             .after = json::object({{"kind", word_in(incident_kinds, wanted.kind)}})});
        return Done{};
    });
}

}  // namespace fabnum::maintenance
