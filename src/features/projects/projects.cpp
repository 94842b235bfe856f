#include "features/projects/projects.h"

#include <algorithm>

#include "features/projects/project_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::projects {

namespace {

void note(const sql::Writer& db, const Act& act, std::string_view action, const Project& project,
          std::string before, std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "project",
                         .subject = project.id.value,
                         .site = project.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

bool may_see(const sql::Reader& db, const Actor& actor, const Project& project, Day today) {
    if (!reaches(actor, project.site)) return false;
    if (is_staff(actor)) return true;
    return actor.role == Role::Participant && cohorts::is_member(db, project.cohort, actor.person, today);
}

// The mission, when this actor may do this kind of thing to it.
enum class Right { Lead, Work };
Result<Project> entitled(const sql::Reader& db, const Actor& actor, ProjectId id, Right right, Day today) {
    const auto project = store::find(db, id);
    if (!project || !may_see(db, actor, *project, today)) return Refusal{"projects.not_there"};
    const auto turn = store::turn_of(db, id, actor.person);
    const bool may =
        right == Right::Lead ? may_lead(actor, turn.value_or(Turn::Member)) : may_work(actor, turn);
    if (!may) return Refusal{right == Right::Lead ? "projects.lead_only" : "projects.team_only"};
    if (project->ended) return Refusal{"projects.ended"};
    return *project;
}

std::vector<Member> with_faces(const std::vector<store::MemberRow>& rows,
                               const std::map<PersonId, people::Face>& faces) {
    std::vector<Member> team;
    for (const auto& row : rows)
        if (const auto face = faces.find(row.person); face != faces.end())
            team.push_back({face->second, row.turn});
    const auto place = [](const Member& member) {
        const int rank = member.turn == Turn::Lead ? 0 : member.turn == Turn::Referent ? 1 : 2;
        return std::tuple(rank, i18n::search_key(member.face.given_name), member.face.id);
    };
    std::sort(team.begin(), team.end(),
              [&](const Member& a, const Member& b) { return place(a) < place(b); });
    return team;
}

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

const Member* Sight::member(PersonId person) const {
    for (const Member& one : team)
        if (one.face.id == person) return &one;
    return nullptr;
}

std::optional<Turn> Sight::turn_of(PersonId person) const {
    const Member* one = member(person);
    return one ? std::optional(one->turn) : std::nullopt;
}

int Sight::minutes() const {
    int sum = 0;
    for (const Work& one : work) sum += one.minutes;
    return sum;
}

bool Sight::is_checked() const {
    return !checks.empty() &&
           std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.passed == true; });
}

std::optional<Sight> find(const sql::Reader& db, ProjectId id) {
    auto project = store::find(db, id);
    if (!project) return std::nullopt;
    Sight sight;
    sight.project = std::move(*project);
    const auto rows = store::members(db, {id});
    std::vector<PersonId> ids;
    for (const auto& row : rows) ids.push_back(row.person);
    sight.team = with_faces(rows, people::faces(db, ids));
    sight.steps = store::steps(db, {id});
    for (const auto& [step, person] : store::planned(db, id)) sight.planned[step].push_back(person);
    sight.work = store::work(db, id);
    sight.tries = store::tries(db, id);
    sight.photos = store::photos(db, id);
    sight.checks = store::checks(db, id);
    return sight;
}

std::optional<Sight> visible_to(const sql::Reader& db, const Actor& actor, ProjectId id, Day today) {
    const auto project = store::find(db, id);
    if (!project || !may_see(db, actor, *project, today)) return std::nullopt;
    return find(db, id);
}

std::map<ProjectId, Glance> glances(const sql::Reader& db, const std::vector<ProjectId>& ids) {
    std::map<ProjectId, Glance> found;
    for (auto& project : store::with_ids(db, ids)) {
        const auto id = project.id;
        found[id].project = std::move(project);
    }
    const auto rows = store::members(db, ids);
    std::vector<PersonId> people;
    std::map<ProjectId, std::vector<store::MemberRow>> by_project;
    for (const auto& row : rows) {
        people.push_back(row.person);
        by_project[row.project].push_back(row);
    }
    const auto faces = people::faces(db, people);
    for (auto& [id, glance] : found) glance.team = with_faces(by_project[id], faces);
    for (auto& step : store::steps(db, ids))
        if (const auto glance = found.find(step.project); glance != found.end())
            glance->second.steps.push_back(step);
    return found;
}

std::vector<ProjectId> under_way_of(const sql::Reader& db, PersonId person) {
    return store::under_way_of(db, person);
}
std::vector<ProjectId> all_of(const sql::Reader& db, PersonId person) {
    return store::all_of(db, person);
}
std::optional<Turn> turn_of(const sql::Reader& db, ProjectId id, PersonId person) {
    return store::turn_of(db, id, person);
}

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

Shares shares_in(const Sight& sight) {
    Shares shares;
    for (const Member& member : sight.team) shares[member.face.id] = {};
    for (const Work& work : sight.work)
        for (const Step& step : sight.steps)
            if (step.id == work.step)
                shares[work.person][static_cast<std::size_t>(step.kind)] += work.minutes;
    return shares;
}

Shares shares_in_programme(const sql::Reader& db, cohorts::CohortId cohort) {
    Shares shares;
    for (const auto& row : store::shares(db, cohort))
        shares[row.person][static_cast<std::size_t>(row.kind)] = row.minutes;
    return shares;
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

Result<Done> move_step(sql::Database& database, const Act& act, ProjectId id, StepId step, StepState from,
                       StepState to, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Lead, today);
        if (!project) return project.refusal();
        if (!store::advance_step(db, id, step, from, to)) return Refusal{"projects.moved_meanwhile"};
        note(db, act, "project.step_moved", *project,
             json::object({{"step", step}, {"state", word_of(from)}}),
             json::object({{"step", step}, {"state", word_of(to)}}));
        return Done{};
    });
}

Result<Done> add_step(sql::Database& database, const Act& act, ProjectId id, Activity kind,
                      std::string_view title, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Lead, today);
        if (!project) return project.refusal();
        const auto steps = store::steps(db, {id});
        if (steps.size() >= 30) return Refusal{"projects.enough_steps"};
        const int last = steps.empty() ? 0 : steps.back().position;
        const auto step = store::insert_step(db, id, last + 1, kind, title);
        note(db, act, "project.step_added", *project, {},
             json::object({{"step", step}, {"kind", word_of(kind)}, {"title", title}}));
        return Done{};
    });
}

Result<Done> rename_step(sql::Database& database, const Act& act, ProjectId id, StepId step,
                         std::string_view title, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Lead, today);
        if (!project) return project.refusal();
        if (!store::set_step_title(db, id, step, title)) return Refusal{"projects.not_there"};
        note(db, act, "project.step_renamed", *project, {}, json::object({{"step", step}, {"title", title}}));
        return Done{};
    });
}

Result<Done> remove_step(sql::Database& database, const Act& act, ProjectId id, StepId step, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Lead, today);
        if (!project) return project.refusal();
        if (store::is_step_used(db, step)) return Refusal{"projects.step_used"};
        if (!store::has_step(db, id, step) || !store::remove_step(db, id, step))
            return Refusal{"projects.not_there"};
        note(db, act, "project.step_removed", *project, json::object({{"step", step}}), {});
        return Done{};
    });
}

Result<Done> plan_step(sql::Database& database, const Act& act, ProjectId id, StepId step,
                       const std::vector<PersonId>& people, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Lead, today);
        if (!project) return project.refusal();
        if (!store::has_step(db, id, step)) return Refusal{"projects.not_there"};
        for (const PersonId person : people)
            if (!store::turn_of(db, id, person)) return Refusal{"projects.team_only"};
        store::set_planned(db, step, people);
        note(db, act, "project.step_planned", *project, {},
             json::object({{"step", step}, {"people", static_cast<int>(people.size())}}));
        return Done{};
    });
}

Result<Done> note_work(sql::Database& database, const Act& act, ProjectId id, StepId step,
                       const std::vector<PersonId>& people, Day day, int minutes, Day today) {
    if (minutes < 5 || minutes > 720) return Refusal{"projects.minutes"};
    if (day > today) return Refusal{"projects.day_to_come"};
    if (people.empty()) return Refusal{"projects.who"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        if (!store::has_step(db, id, step)) return Refusal{"projects.not_there"};
        if (day < project->started) return Refusal{"projects.day_before"};
        const bool leads = may_lead(act.by, store::turn_of(db, id, act.by.person).value_or(Turn::Member));
        for (const PersonId person : people) {
            if (!leads && person != act.by.person) return Refusal{"projects.own_work_only"};
            if (!store::turn_of(db, id, person)) return Refusal{"projects.team_only"};
            store::insert_work(db, id, {.step = step, .person = person, .day = day, .minutes = minutes},
                               act.by.person);
        }
        note(db, act, "project.work_noted", *project, {},
             json::object({{"step", step},
                           {"people", static_cast<int>(people.size())},
                           {"minutes", minutes},
                           {"day", day}}));
        return Done{};
    });
}

Result<Done> note_try(sql::Database& database, const files::Cabinet& cabinet, const Act& act, ProjectId id,
                      const NewTry& one, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        if (!store::has_step(db, id, one.step)) return Refusal{"projects.not_there"};
        Try row{.id = {},
                .step = one.step,
                .day = today,
                .what_happened = one.what_happened,
                .what_changed = one.what_changed,
                .photo = {},
                .noted_by = act.by.person};
        if (one.photo) row.photo = cabinet.keep(db, *one.photo, act.at);
        store::insert_try(db, id, row);
        note(db, act, "project.try_noted", *project, {}, json::object({{"step", one.step}}));
        return Done{};
    });
}

Result<PhotoId> add_photo(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                          ProjectId id, const NewPhoto& photo, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<PhotoId> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        if (photo.step && !store::has_step(db, id, photo.step)) return Refusal{"projects.not_there"};
        Photo row;
        row.step = photo.step;
        row.file = cabinet.keep(db, photo.file, act.at);
        row.description = photo.description;
        row.shows_people = photo.shows_people;
        row.taken_by = act.by.person;
        row.taken_at = act.at;
        const auto made = store::insert_photo(db, id, row);
        note(db, act, "project.photo_added", *project, {}, json::object({{"photo", made}}));
        return made;
    });
}

Result<Done> let_publish(sql::Database& database, const Act& act, ProjectId id, PhotoId photo, bool may,
                         Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = store::find(db, id);
        if (!project || !may_see(db, act.by, *project, today) || !is_staff(act.by))
            return Refusal{"projects.staff_only"};
        if (!store::set_may_publish(db, id, photo, may)) return Refusal{"projects.not_there"};
        note(db, act, "project.photo_publishing", *project, {},
             json::object({{"photo", photo}, {"may_publish", may}}));
        return Done{};
    });
}

Result<Done> add_check(sql::Database& database, const Act& act, ProjectId id, std::string_view what,
                       Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        const auto checks = store::checks(db, id);
        if (checks.size() >= 30) return Refusal{"projects.enough_checks"};
        store::insert_check(db, id, static_cast<int>(checks.size()) + 1, what);
        note(db, act, "project.check_added", *project, {}, json::object({{"what", what}}));
        return Done{};
    });
}

Result<Done> set_check(sql::Database& database, const Act& act, ProjectId id, CheckId check,
                       std::optional<bool> passed, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        if (!store::set_check(db, id, check, passed, act.by.person, act.at))
            return Refusal{"projects.not_there"};
        note(db, act, "project.checked", *project, {}, json::object({{"check", check}, {"passed", passed}}));
        return Done{};
    });
}

Result<Done> write_sheet(sql::Database& database, const Act& act, ProjectId id, std::string_view summary,
                         std::string_view licence, bool ready, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = store::find(db, id);
        if (!project || !may_see(db, act.by, *project, today)) return Refusal{"projects.not_there"};
        if (!may_work(act.by, store::turn_of(db, id, act.by.person))) return Refusal{"projects.team_only"};
        if (ready && !is_staff(act.by)) return Refusal{"projects.staff_only"};
        if (ready && (summary.empty() || licence.empty())) return Refusal{"projects.sheet_unfinished"};
        store::set_sheet(db, id, summary, licence, ready);
        note(db, act, "project.sheet_written", *project, {},
             json::object({{"licence", licence}, {"ready", ready}}));
        return Done{};
    });
}

}  // namespace fabnum::projects
