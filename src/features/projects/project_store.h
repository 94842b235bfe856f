#pragma once

// Rows of missions, teams, steps, work, tries, photos and checks.

#include "features/projects/projects.h"

namespace fabnum::projects::store {

std::optional<Project> find(const sql::Reader& db, ProjectId id);
std::vector<Project> with_ids(const sql::Reader& db, const std::vector<ProjectId>& ids);
struct MemberRow {
    ProjectId project;
    PersonId person;
    Turn turn;
};
std::vector<MemberRow> members(const sql::Reader& db, const std::vector<ProjectId>& ids);
std::optional<Turn> turn_of(const sql::Reader& db, ProjectId id, PersonId person);
std::vector<Step> steps(const sql::Reader& db, const std::vector<ProjectId>& ids);
std::vector<std::pair<StepId, PersonId>> planned(const sql::Reader& db, ProjectId id);
std::vector<Work> work(const sql::Reader& db, ProjectId id);
std::vector<Try> tries(const sql::Reader& db, ProjectId id);
std::vector<Photo> photos(const sql::Reader& db, ProjectId id);
std::vector<Check> checks(const sql::Reader& db, ProjectId id);
std::vector<ProjectId> under_way_of(const sql::Reader& db, PersonId person);
std::vector<ProjectId> all_of(const sql::Reader& db, PersonId person);
struct ShareRow {
    PersonId person;
    Activity kind;
    int minutes;
};
std::vector<ShareRow> shares(const sql::Reader& db, cohorts::CohortId cohort);
// Times taken, the last day, and whether passed in `project`, per member of the cohort who has any.
struct TurnRow {
    PersonId person;
    int times;
    std::optional<Day> last;
    int passed_here;
};
std::vector<TurnRow> turn_rows(const sql::Reader& db, cohorts::CohortId cohort, Turn turn, ProjectId project);
std::vector<PersonId> holders_under_way(const sql::Reader& db, cohorts::CohortId cohort, Turn turn);

ProjectId insert(const sql::Writer& db, const NewProject& project, Day today);
void set_ended(const sql::Writer& db, ProjectId id, Day day);
void set_sheet(const sql::Writer& db, ProjectId id, std::string_view summary, std::string_view licence,
               bool ready);
void set_team(const sql::Writer& db, ProjectId id, const Team& team);
void set_turn(const sql::Writer& db, ProjectId id, PersonId person, Turn turn);
void insert_turn(const sql::Writer& db, ProjectId id, PersonId person, Turn turn, bool took, Day day);
// What the person took is not counted as had, and they are not asked again for this mission.
void pass_turn(const sql::Writer& db, ProjectId id, PersonId person, Turn turn, Day day);
StepId insert_step(const sql::Writer& db, ProjectId id, int position, Activity kind, std::string_view title);
bool advance_step(const sql::Writer& db, ProjectId id, StepId step, StepState from, StepState to);
bool set_step_title(const sql::Writer& db, ProjectId id, StepId step, std::string_view title);
bool remove_step(const sql::Writer& db, ProjectId id, StepId step);
Deeds deeds_since(const sql::Reader& db, PersonId person, Day since);
bool has_step(const sql::Reader& db, ProjectId id, StepId step);
bool is_step_used(const sql::Reader& db, StepId step);
void set_planned(const sql::Writer& db, StepId step, const std::vector<PersonId>& people);
void insert_work(const sql::Writer& db, ProjectId id, const Work& work, PersonId noted_by);
void insert_try(const sql::Writer& db, ProjectId id, const Try& one);
PhotoId insert_photo(const sql::Writer& db, ProjectId id, const Photo& photo);
bool set_may_publish(const sql::Writer& db, ProjectId id, PhotoId photo, bool may);
void insert_check(const sql::Writer& db, ProjectId id, int position, std::string_view what);
bool set_check(const sql::Writer& db, ProjectId id, CheckId check, std::optional<bool> passed, PersonId by,
               Instant at);

}  // namespace fabnum::projects::store
