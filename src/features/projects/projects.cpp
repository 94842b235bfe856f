#include "features/projects/projects.h"

#include <algorithm>

#include "features/projects/project_entry.h"
#include "features/projects/project_store.h"

namespace fabnum::projects {

namespace {

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

int Deeds::total() const {
    int all = 0;
    for (const int one : minutes) all += one;
    return all;
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
Deeds deeds_since(const sql::Reader& db, PersonId person, Day since) {
    return store::deeds_since(db, person, since);
}
std::optional<Turn> turn_of(const sql::Reader& db, ProjectId id, PersonId person) {
    return store::turn_of(db, id, person);
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

}  // namespace fabnum::projects
