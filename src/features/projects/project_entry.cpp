#include "features/projects/project_entry.h"

#include "features/projects/project_store.h"
#include "platform/journal/journal.h"

namespace fabnum::projects {

bool may_see(const sql::Reader& db, const Actor& actor, const Project& project, Day today) {
    if (!reaches(actor, project.site)) return false;
    if (is_staff(actor)) return true;
    return actor.role == Role::Participant && cohorts::is_member(db, project.cohort, actor.person, today);
}

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

}  // namespace fabnum::projects
