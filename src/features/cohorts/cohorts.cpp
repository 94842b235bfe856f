#include "features/cohorts/cohorts.h"

#include <algorithm>
#include <set>

#include "features/cohorts/cohort_store.h"
#include "features/cohorts/programme_store.h"
#include "features/sites/sites.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::cohorts {

namespace {

void note(const sql::Writer& db, const Act& act, std::string_view action, const Cohort& cohort,
          std::string before, std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "cohort",
                         .subject = cohort.id.value,
                         .site = cohort.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

std::string in_json(const Cohort& cohort) {
    return json::object({{"name", cohort.name},
                         {"starts", cohort.starts},
                         {"ends", cohort.ends},
                         {"seats", cohort.seats},
                         {"weekly_hours", cohort.weekly_hours}});
}

bool may_steer(const Actor& actor, SiteId site) {
    return reaches(actor, site) && (actor.role == Role::Coordinator || actor.role == Role::Admin);
}

std::optional<Refusal> dates_problem(const Cohort& cohort) {
    if (cohort.ends <= cohort.starts) return Refusal{"cohorts.problem.ends_before"};
    if (days_between(cohort.starts, cohort.ends) > 2 * 366) return Refusal{"cohorts.problem.too_long"};
    return std::nullopt;
}

// The cohort, for somebody who steers it.
Result<Cohort> steered(const sql::Reader& db, const Actor& actor, CohortId id) {
    const auto cohort = store::find(db, id);
    if (!cohort || !may_steer(actor, cohort->site)) return Refusal{"cohorts.not_there"};
    return *cohort;
}

}  // namespace

int week_of(const Cohort& cohort, Day today) {
    if (today < cohort.starts) return 0;
    const int week = days_between(monday_of(cohort.starts), monday_of(today)) / 7 + 1;
    return std::min(week, weeks_in(cohort));
}

int weeks_in(const Cohort& cohort) {
    return days_between(monday_of(cohort.starts), monday_of(cohort.ends)) / 7 + 1;
}

bool is_running(const Cohort& cohort, Day today) {
    return cohort.starts <= today && today <= cohort.ends;
}

Moment moment_of(const Cohort& cohort, Day today) {
    if (today < cohort.starts) return Moment::Coming;
    return cohort.ends < today ? Moment::Over : Moment::Running;
}

std::optional<Cohort> find(const sql::Reader& db, CohortId id) {
    return store::find(db, id);
}
std::vector<Cohort> of_site(const sql::Reader& db, SiteId site) {
    return store::of_site(db, site);
}
std::optional<Cohort> running(const sql::Reader& db, SiteId site, Day today) {
    return store::running(db, site, today);
}
std::optional<Cohort> of_person(const sql::Reader& db, PersonId person, Day today) {
    return store::of_person(db, person, today);
}

std::optional<Cohort> now_or_ahead(const sql::Reader& db, PersonId person, Day today) {
    return store::now_or_ahead(db, person, today);
}

std::vector<Member> members(const sql::Reader& db, CohortId id) {
    const auto rows = store::members(db, id);
    std::vector<PersonId> ids;
    for (const auto& row : rows) ids.push_back(row.person);
    const auto faces = people::faces(db, ids);
    std::vector<Member> members;
    for (const auto& row : rows)
        if (const auto face = faces.find(row.person); face != faces.end())
            members.push_back({face->second, row.joined, row.left});
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
        return std::pair(i18n::search_key(a.face.given_name), a.face.id) <
               std::pair(i18n::search_key(b.face.given_name), b.face.id);
    });
    return members;
}

std::vector<people::Face> present_members(const sql::Reader& db, CohortId id, Day today) {
    std::vector<people::Face> present;
    for (const Member& member : members(db, id))
        if (member.joined <= today && (!member.left || *member.left >= today)) present.push_back(member.face);
    return present;
}

bool is_member(const sql::Reader& db, CohortId id, PersonId person, Day today) {
    const auto cohort = store::of_person(db, person, today);
    return cohort && cohort->id == id;
}

std::vector<Membership> memberships(const sql::Reader& db, const std::vector<CohortId>& cohorts) {
    return store::memberships(db, cohorts);
}

std::map<CohortId, Cohort> found(const sql::Reader& db, const std::vector<CohortId>& ids) {
    std::map<CohortId, Cohort> cohorts;
    for (Cohort& one : store::with_ids(db, ids)) cohorts.emplace(one.id, std::move(one));
    return cohorts;
}

std::vector<Row> list(const sql::Reader& db, const Filter& filter, Day today) {
    std::vector<Row> rows = store::list(db, filter, today);
    std::map<SiteId, std::string> names;
    for (const auto& site : sites::all(db)) names[site.id] = site.name;
    for (Row& row : rows) row.site = names[row.cohort.site];
    const std::string key = i18n::search_key(filter.words);
    std::erase_if(rows, [&](const Row& row) {
        return i18n::search_key(row.cohort.name + " " + row.site).find(key) == std::string::npos;
    });
    return rows;
}

Programme programme(const sql::Reader& db, CohortId id) {
    return {.week = store::week(db, id),
            .closings = store::closings(db, id),
            .phases = store::phases(db, id),
            .goals = store::goals(db, id)};
}

std::vector<Slot> week_slots(const sql::Reader& db, CohortId id) {
    return store::week(db, id);
}

bool is_closed(const sql::Reader& db, CohortId id, Day day) {
    return is_closed(Programme{.week = {}, .closings = store::closings(db, id), .phases = {}, .goals = {}},
                     day);
}

int due_minutes(const sql::Reader& db, CohortId id, Day from, Day to) {
    const auto cohort = store::find(db, id);
    if (!cohort) return 0;
    return due_minutes(programme(db, id), std::max(from, cohort->starts), std::min(to, cohort->ends));
}

std::vector<people::Face> free_to_join(const sql::Reader& db, const Cohort& cohort, Day today) {
    const auto busy = store::busy(db, cohort.site, cohort.starts, cohort.ends);
    const std::set<PersonId> taken(busy.begin(), busy.end());
    auto free = people::with_role(db, Role::Participant, cohort.site, today);
    std::erase_if(free, [&](const people::Face& face) { return taken.contains(face.id); });
    return free;
}

Result<CohortId> start(sql::Database& database, const Act& act, const Cohort& cohort) {
    return database.write(act, [&](const sql::Writer& db) -> Result<CohortId> {
        if (!may_steer(act.by, cohort.site)) return Refusal{"cohorts.not_there"};
        if (auto problem = dates_problem(cohort)) return *problem;
        Cohort kept = cohort;
        kept.id = store::insert(db, cohort);
        store::set_week(db, kept.id, usual_week());
        store::set_phases(db, kept.id, usual_phases(cohort.starts, cohort.ends));
        store::set_goals(db, kept.id, usual_goals());
        note(db, act, "cohort.started", kept, "", in_json(kept));
        return kept.id;
    });
}

Result<Done> change(sql::Database& database, const Act& act, const Cohort& changed) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = steered(db, act.by, changed.id);
        if (!cohort) return cohort.refusal();
        if (auto problem = dates_problem(changed)) return *problem;
        const auto members = store::members(db, changed.id);
        if (static_cast<int>(members.size()) > changed.seats)
            return Refusal{"cohorts.problem.fewer_seats", {{"count", std::to_string(members.size())}}};
        for (const auto& member : members)
            if (member.joined > changed.ends || member.joined < changed.starts)
                return Refusal{"cohorts.problem.member_outside", {{"day", to_iso(member.joined)}}};
        // Phases that no longer fit are cut, as the template is.
        std::vector<Phase> phases;
        for (Phase phase : store::phases(db, changed.id)) {
            phase.starts = std::max(phase.starts, changed.starts);
            phase.ends = std::min(phase.ends, changed.ends);
            if (phase.starts <= phase.ends) phases.push_back(phase);
        }
        store::change(db, changed);
        store::set_phases(db, changed.id, phases);
        note(db, act, "cohort.changed", *cohort, in_json(*cohort), in_json(changed));
        return Done{};
    });
}

Result<Done> set_week(sql::Database& database, const Act& act, CohortId id, const std::vector<Slot>& week) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = steered(db, act.by, id);
        if (!cohort) return cohort.refusal();
        if (auto problem = week_problem(week)) return *problem;
        const int before = weekly_minutes(store::week(db, id));
        store::set_week(db, id, week);
        note(db, act, "cohort.week_set", *cohort, json::object({{"minutes", before}}),
             json::object({{"minutes", weekly_minutes(week)}}));
        return Done{};
    });
}

Result<Done> close_days(sql::Database& database, const Act& act, CohortId id, const Closing& closing) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = steered(db, act.by, id);
        if (!cohort) return cohort.refusal();
        if (closing.to < closing.from) return Refusal{"cohorts.problem.closing_backwards"};
        if (closing.to < cohort->starts || closing.from > cohort->ends)
            return Refusal{"cohorts.problem.closing_outside"};
        store::insert_closing(db, id, closing);
        note(db, act, "cohort.closed_days", *cohort, "",
             json::object({{"from", closing.from}, {"to", closing.to}, {"reason", closing.reason}}));
        return Done{};
    });
}

Result<Done> reopen_days(sql::Database& database, const Act& act, CohortId id, ClosingId closing) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = steered(db, act.by, id);
        if (!cohort) return cohort.refusal();
        if (!store::remove_closing(db, id, closing)) return Refusal{"cohorts.moved_meanwhile"};
        note(db, act, "cohort.reopened_days", *cohort, json::object({{"closing", closing}}), "");
        return Done{};
    });
}

Result<Done> set_phases(sql::Database& database, const Act& act, CohortId id,
                        const std::vector<Phase>& phases) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = steered(db, act.by, id);
        if (!cohort) return cohort.refusal();
        if (auto problem = phases_problem(phases, cohort->starts, cohort->ends)) return *problem;
        store::set_phases(db, id, phases);
        note(db, act, "cohort.phases_set", *cohort, "",
             json::object({{"phases", static_cast<int>(phases.size())}}));
        return Done{};
    });
}

Result<Done> set_goals(sql::Database& database, const Act& act, CohortId id, const std::vector<Goal>& goals) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = steered(db, act.by, id);
        if (!cohort) return cohort.refusal();
        store::set_goals(db, id, goals);
        note(db, act, "cohort.goals_set", *cohort, "",
             json::object({{"goals", static_cast<int>(goals.size())}}));
        return Done{};
    });
}

Result<Done> enrol_all(sql::Database& database, const Act& act, CohortId id,
                       const std::vector<PersonId>& people, Day joined) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = steered(db, act.by, id);
        if (!cohort) return cohort.refusal();
        const std::set<PersonId> newcomers(people.begin(), people.end());
        if (newcomers.empty()) return Refusal{"cohorts.problem.nobody"};
        if (joined < cohort->starts || joined > cohort->ends)
            return Refusal{"cohorts.problem.joined_outside"};
        const std::size_t seated = store::members(db, id).size();
        if (seated + newcomers.size() > static_cast<std::size_t>(cohort->seats))
            return Refusal{"cohorts.problem.no_seats",
                           {{"free", std::to_string(static_cast<std::size_t>(cohort->seats) - seated)}}};
        const auto faces = people::faces(db, people);
        for (const PersonId person : newcomers) {
            const auto face = faces.find(person);
            const auto of_site = people::visible_to(db, {{}, Role::Coordinator, cohort->site}, person);
            if (face == faces.end() || !of_site || face->second.role != Role::Participant)
                return Refusal{"cohorts.problem.not_of_site"};
            if (const auto other = store::sharing_a_day(db, person, joined, cohort->ends))
                return Refusal{"cohorts.problem.in_another",
                               {{"name", people::full_name(face->second)}, {"cohort", other->name}}};
            store::insert_member(db, id, person, joined);
            note(db, act, "cohort.joined", *cohort, "",
                 json::object({{"person", person}, {"joined", joined}}));
        }
        return Done{};
    });
}

CohortId open(const sql::Writer& db, const Cohort& cohort) {
    return store::insert(db, cohort);
}
void enrol(const sql::Writer& db, CohortId id, PersonId person, Day joined) {
    store::insert_member(db, id, person, joined);
}
void note_leaving(const sql::Writer& db, CohortId id, PersonId person, std::optional<Day> left) {
    store::set_left(db, id, person, left);
}

}  // namespace fabnum::cohorts
