// Who makes a mission: the team, and the two roles that turn in it.

#include <algorithm>

#include "features/projects/project_entry.h"
#include "features/projects/project_store.h"
#include "features/projects/projects.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::projects {

namespace {

std::optional<Refusal> team_problem(const sql::Reader& db, cohorts::CohortId cohort, const Team& team,
                                    Day today) {
    if (team.members.size() < 2 || team.members.size() > 6) return Refusal{"projects.team_size"};
    const auto has = [&](PersonId person) {
        return std::find(team.members.begin(), team.members.end(), person) != team.members.end();
    };
    if (!has(team.lead) || !has(team.referent)) return Refusal{"projects.roles_in_team"};
    if (team.lead == team.referent) return Refusal{"projects.roles_apart"};
    const auto present = cohorts::present_members(db, cohort, today);
    for (const PersonId person : team.members) {
        const bool here = std::any_of(present.begin(), present.end(),
                                      [&](const people::Face& face) { return face.id == person; });
        if (!here) return Refusal{"projects.not_of_the_cohort"};
    }
    return std::nullopt;
}

std::string team_json(const Team& team) {
    std::string people;
    for (const PersonId person : team.members)
        people += (people.empty() ? "" : ",") + std::to_string(person.value);
    return json::object({{"members", people}, {"lead", team.lead}, {"referent", team.referent}});
}

}  // namespace

std::vector<Proposal> next_in_turn(const sql::Reader& db, cohorts::CohortId cohort, Turn turn,
                                   ProjectId project, Day today) {
    const auto rows = store::turn_rows(db, cohort, turn, project);
    const auto holders = store::holders_under_way(db, cohort, turn);
    const auto others = project ? store::members(db, {project}) : std::vector<store::MemberRow>{};
    std::vector<History> histories;
    for (const people::Face& face : cohorts::present_members(db, cohort, today)) {
        History one;
        one.person = face.id;
        for (const auto& row : rows) {
            if (row.person != face.id) continue;
            one.times = row.times;
            one.last = row.last;
            one.passed_here = row.passed_here > 0;
        }
        one.under_way = static_cast<int>(std::count(holders.begin(), holders.end(), face.id));
        for (const auto& other : others)
            if (other.person == face.id)
                one.has_other_role = other.turn != Turn::Member && other.turn != turn;
        histories.push_back(one);
    }
    return in_turn(histories);
}

Result<ProjectId> start(const sql::Writer& db, const Act& act, const NewProject& project, Day today) {
    if (const auto problem = team_problem(db, project.cohort, project.team, today)) return *problem;
    const auto id = store::insert(db, project, today);
    store::set_team(db, id, project.team);
    store::insert_turn(db, id, project.team.lead, Turn::Lead, true, today);
    store::insert_turn(db, id, project.team.referent, Turn::Referent, true, today);
    int position = 0;
    for (const Activity kind : template_of(project.kind_of_order))
        store::insert_step(db, id, ++position, kind, "");
    position = 0;
    for (const auto& what : project.checks) store::insert_check(db, id, ++position, what);
    journal::record(db, {.act = act,
                         .action = "project.started",
                         .subject_kind = "project",
                         .subject = id.value,
                         .site = project.site,
                         .before = {},
                         .after = team_json(project.team)});
    return id;
}

void finish(const sql::Writer& db, const Act& act, ProjectId id, Day today) {
    const auto project = store::find(db, id);
    if (!project || project->ended) return;
    store::set_ended(db, id, today);
    note(db, act, "project.ended", *project, {}, json::object({{"ended_on", today}}));
}

Result<Done> change_team(sql::Database& database, const Act& act, ProjectId id, const Team& team, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Lead, today);
        if (!project) return project.refusal();
        if (!is_staff(act.by)) return Refusal{"projects.staff_only"};
        if (const auto problem = team_problem(db, project->cohort, team, today)) return *problem;
        Team before;
        for (const auto& row : store::members(db, {id})) {
            before.members.push_back(row.person);
            if (row.turn == Turn::Lead) before.lead = row.person;
            if (row.turn == Turn::Referent) before.referent = row.person;
        }
        store::set_team(db, id, team);
        if (before.lead != team.lead) store::insert_turn(db, id, team.lead, Turn::Lead, true, today);
        if (before.referent != team.referent)
            store::insert_turn(db, id, team.referent, Turn::Referent, true, today);
        note(db, act, "project.team_changed", *project, team_json(before), team_json(team));
        return Done{};
    });
}

Result<Done> pass_turn(sql::Database& database, const Act& act, ProjectId id, PersonId person, Turn turn,
                       Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        if (!is_staff(act.by) && act.by.person != person) return Refusal{"projects.not_yours"};
        if (store::turn_of(db, id, person) != turn || turn == Turn::Member)
            return Refusal{"projects.moved_meanwhile"};
        store::pass_turn(db, id, person, turn, today);
        // The next one in turn who is in this team, holds no role here, and did not pass.
        for (const Proposal& next : next_in_turn(db, project->cohort, turn, id, today)) {
            if (next.person == person || store::turn_of(db, id, next.person) != Turn::Member) continue;
            store::set_turn(db, id, person, Turn::Member);
            store::set_turn(db, id, next.person, turn);
            store::insert_turn(db, id, next.person, turn, true, today);
            note(db, act, "project.turn_passed", *project,
                 json::object({{"role", word_of(turn)}, {"person", person}}),
                 json::object({{"role", word_of(turn)}, {"person", next.person}}));
            return Done{};
        }
        return Refusal{"projects.nobody_else"};
    });
}

}  // namespace fabnum::projects
