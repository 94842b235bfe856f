#pragma once

// Missions: teams whose roles turn, steps on a board, work, tries, photos and checks. A mission knows nothing
// of who asked for it: orders point here, never the other way.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "features/cohorts/cohorts.h"
#include "features/projects/sight.h"
#include "features/projects/turns.h"
#include "platform/files/files.h"
#include "platform/sql/sql.h"

namespace fabnum::projects {

// Reading, through the actor: the staff of the site, and the young people of the cohort.
std::optional<Sight> visible_to(const sql::Reader& db, const Actor& actor, ProjectId id, Day today);
std::optional<Sight> find(const sql::Reader& db,
                          ProjectId id);  // whoever asks: for rooms that checked already
std::map<ProjectId, Glance> glances(const sql::Reader& db, const std::vector<ProjectId>& ids);
std::vector<ProjectId> under_way_of(const sql::Reader& db, PersonId person);
std::vector<ProjectId> all_of(const sql::Reader& db, PersonId person);  // ended ones too
Deeds deeds_since(const sql::Reader& db, PersonId person, Day since);
std::optional<Turn> turn_of(const sql::Reader& db, ProjectId id, PersonId person);

// Whose turn it is in this cohort. `project` none: for a team to be formed.
std::vector<Proposal> next_in_turn(const sql::Reader& db, cohorts::CohortId cohort, Turn turn,
                                   ProjectId project, Day today);

Shares shares_in(const Sight& sight);
Shares shares_in_programme(const sql::Reader& db, cohorts::CohortId cohort);

// Verbs. Each is one transaction and one journal line; `start` joins the caller's.
struct Team {
    std::vector<PersonId> members;  // lead and referent included
    PersonId lead, referent;
};
struct NewProject {
    SiteId site;
    cohorts::CohortId cohort;
    std::string title, kind_of_order;
    std::optional<Day> due;
    std::vector<std::string> checks;  // the quality list to begin with, in the reader's words
    Team team;
};
// projects.team_size, projects.not_of_the_cohort, projects.roles_apart, projects.roles_in_team
Result<ProjectId> start(const sql::Writer& db, const Act& act, const NewProject& project, Day today);
void finish(const sql::Writer& db, const Act& act, ProjectId id, Day today);
Result<Done> change_team(sql::Database& database, const Act& act, ProjectId id, const Team& team, Day today);
// "Not this time": the next one in turn takes the role. One may pass for oneself; the staff for anybody.
Result<Done> pass_turn(sql::Database& database, const Act& act, ProjectId id, PersonId person, Turn turn,
                       Day today);

// `from`: the state the page showed; somebody else may have moved the step meanwhile
// (projects.moved_meanwhile).
Result<Done> move_step(sql::Database& database, const Act& act, ProjectId id, StepId step, StepState from,
                       StepState to, Day today);
Result<Done> add_step(sql::Database& database, const Act& act, ProjectId id, Activity kind,
                      std::string_view title, Day today);
Result<Done> rename_step(sql::Database& database, const Act& act, ProjectId id, StepId step,
                         std::string_view title, Day today);
Result<Done> remove_step(sql::Database& database, const Act& act, ProjectId id, StepId step, Day today);
Result<Done> plan_step(sql::Database& database, const Act& act, ProjectId id, StepId step,
                       const std::vector<PersonId>& people, Day today);
Result<Done> note_work(sql::Database& database, const Act& act, ProjectId id, StepId step,
                       const std::vector<PersonId>& people, Day day, int minutes, Day today);
struct NewTry {
    StepId step;
    std::string what_happened, what_changed;
    std::optional<files::Cabinet::Checked> photo;
};
Result<Done> note_try(sql::Database& database, const files::Cabinet& cabinet, const Act& act, ProjectId id,
                      const NewTry& one, Day today);
struct NewPhoto {
    StepId step;
    files::Cabinet::Checked file;
    std::string description;
    bool shows_people = false;
};
Result<PhotoId> add_photo(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                          ProjectId id, const NewPhoto& photo, Day today);
Result<Done> let_publish(sql::Database& database, const Act& act, ProjectId id, PhotoId photo, bool may,
                         Day today);
Result<Done> add_check(sql::Database& database, const Act& act, ProjectId id, std::string_view what,
                       Day today);
Result<Done> set_check(sql::Database& database, const Act& act, ProjectId id, CheckId check,
                       std::optional<bool> passed, Day today);
Result<Done> write_sheet(sql::Database& database, const Act& act, ProjectId id, std::string_view summary,
                         std::string_view licence, bool ready, Day today);

}  // namespace fabnum::projects
