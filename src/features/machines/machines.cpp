#include "features/machines/machines.h"

#include <algorithm>

#include "features/machines/machine_entry.h"
#include "features/machines/machine_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::machines {

namespace {

std::string told(const Machine& machine) {
    return json::object({{"code", machine.code},
                         {"name", machine.name},
                         {"family", word_of(machine.family)},
                         {"danger", word_of(machine.danger)},
                         {"supervised", machine.supervised},
                         {"place", machine.place}});
}

// What it needs is of the same site, and never needs it in turn.
std::optional<Refusal> against_needs(const sql::Reader& db, const Machine& machine,
                                     const std::vector<MachineId>& needs) {
    for (const MachineId id : needs) {
        const auto other = store::find(db, id);
        if (!other || other->site != machine.site) return Refusal{"machines.not_there"};
        if (machine.id && (id == machine.id || store::reaches(db, id, machine.id)))
            return Refusal{"machines.problem.circle", {{"name", other->name}}};
    }
    return std::nullopt;
}

}  // namespace

bool may_keep(const Actor& actor, SiteId site) {
    return is_staff(actor) && reaches(actor, site);
}

Result<Sight> theirs(const sql::Reader& db, const Actor& actor, MachineId id, Who who) {
    auto found = find(db, id);
    const bool may = found && reaches(actor, found->machine.site) &&
                     (is_staff(actor) || (who == Who::Team && actor.role == Role::Participant));
    if (!may) return Refusal{"machines.not_there"};
    return std::move(*found);
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const Machine& machine,
          std::string before, std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "machine",
                         .subject = machine.id.value,
                         .site = machine.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

std::vector<Sight> of_site(const sql::Reader& db, SiteId site) {
    return store::sights(db, {.machine = {}, .site = site});
}

std::optional<Sight> find(const sql::Reader& db, MachineId id) {
    auto found = store::sights(db, {.machine = id, .site = {}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<MachineId> by_code(const sql::Reader& db, std::string_view typed) {
    const std::string code = code_in(typed);
    return code.empty() ? std::nullopt : store::by_code(db, code);
}

std::vector<Machine> retired(const sql::Reader& db, SiteId site) {
    return store::retired(db, site);
}

Result<MachineId> keep(sql::Database& database, const Act& act, const Machine& wanted,
                       const std::vector<MachineId>& needs) {
    if (const auto against = objections(wanted); !against.empty()) return against.front();
    return database.write(act, [&](const sql::Writer& db) -> Result<MachineId> {
        if (!may_keep(act.by, wanted.site)) return Refusal{"machines.not_there"};
        std::optional<Machine> known;
        if (wanted.id) {
            known = store::find(db, wanted.id);
            if (!known || known->site != wanted.site) return Refusal{"machines.not_there"};
        }
        const auto holder = store::by_code(db, wanted.code);
        if (holder && *holder != wanted.id)
            return Refusal{"machines.problem.code_taken", {{"code", wanted.code}}};
        if (const auto against = against_needs(db, wanted, needs)) return *against;
        Machine kept = wanted;
        if (known)
            store::set(db, kept);
        else
            kept.id = store::insert(db, kept, act.at);
        store::set_needs(db, kept.id, needs);
        note(db, act, known ? "machine.changed" : "machine.added", kept, known ? told(*known) : "",
             told(kept));
        return kept.id;
    });
}

Result<Done> set_photo(sql::Database& database, const Act& act, MachineId id, const files::Cabinet& cabinet,
                       const files::Cabinet::Checked& photo) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        store::set_photo(db, id, cabinet.keep(db, photo, act.at));
        note(db, act, "machine.photographed", known->machine);
        return Done{};
    });
}

Result<Done> retire(sql::Database& database, const Act& act, MachineId id, std::optional<Day> on) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (known->machine.retired.has_value() == on.has_value()) return Refusal{"machines.moved_meanwhile"};
        store::set_retired(db, id, on);
        note(db, act, on ? "machine.retired" : "machine.brought_back", known->machine);
        return Done{};
    });
}

Result<Done> note_running(sql::Database& database, const Act& act, MachineId id, std::int64_t minutes) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (minutes < known->machine.running_minutes) return Refusal{"machines.problem.hours_back"};
        store::set_running(db, id, minutes);
        note(db, act, "machine.hours_noted", known->machine,
             json::object({{"minutes", known->machine.running_minutes}}),
             json::object({{"minutes", minutes}}));
        return Done{};
    });
}

void add_running(const sql::Writer& db, MachineId id, std::int64_t minutes) {
    if (const auto known = store::find(db, id); known && minutes > 0)
        store::set_running(db, id, known->running_minutes + minutes);
}

}  // namespace fabnum::machines
