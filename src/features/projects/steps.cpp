// What is to be made: the steps of a mission, as its lead moves them.

#include "features/projects/project_entry.h"
#include "features/projects/project_store.h"
#include "features/projects/projects.h"
#include "platform/json/json.h"

namespace fabnum::projects {

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

}  // namespace fabnum::projects
