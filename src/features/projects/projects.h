#pragma once

// Missions: teams whose roles turn, steps on a board, work, tries, photos and checks. A mission knows nothing
// of who asked for it: orders point here, never the other way.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "features/cohorts/cohorts.h"
#include "features/people/people.h"
#include "features/projects/project.h"
#include "features/projects/turns.h"
#include "platform/files/files.h"
#include "platform/sql/sql.h"

namespace fabnum::projects {

struct Member {
    people::Face face;
    Turn turn = Turn::Member;
};
struct Work {
    StepId step;
    PersonId person;
    Day day;
    int minutes = 0;
};
struct Try {  // what did not work, and what was learnt: the right to make mistakes
    TryId id;
    StepId step;
    Day day;
    std::string what_happened, what_changed;
    files::FileId photo;
    PersonId noted_by;
};
struct Photo {
    PhotoId id;
    StepId step;  // none: of the whole
    files::FileId file;
    std::string description;
    bool shows_people = false, may_publish = false;
    PersonId taken_by;
    Instant taken_at;
};
struct Check {
    CheckId id;
    std::string what;
    std::optional<bool> passed;
    PersonId checked_by;
};

// Everything a mission's page shows, in a handful of indexed queries.
struct Sight {
    Project project;
    std::vector<Member> team;  // lead first, then referent, then by name
    std::vector<Step> steps;
    std::map<StepId, std::vector<PersonId>> planned;  // who is meant to take part in which step
    std::vector<Work> work;
    std::vector<Try> tries;
    std::vector<Photo> photos;
    std::vector<Check> checks;

    const Member* member(PersonId person) const;
    std::optional<Turn> turn_of(PersonId person) const;
    int minutes() const;      // of everybody
    bool is_checked() const;  // every check passed, and there is one
};

// Reading, through the actor: the staff of the site, and the young people of the cohort.
std::optional<Sight> visible_to(const sql::Reader& db, const Actor& actor, ProjectId id, Day today);
std::optional<Sight> find(const sql::Reader& db,
                          ProjectId id);  // whoever asks: for rooms that checked already
// A line of a list: the same for fifty missions in a few queries.
struct Glance {
    Project project;
    std::vector<Member> team;
    std::vector<Step> steps;
};
std::map<ProjectId, Glance> glances(const sql::Reader& db, const std::vector<ProjectId>& ids);
std::vector<ProjectId> under_way_of(const sql::Reader& db, PersonId person);
std::vector<ProjectId> all_of(const sql::Reader& db, PersonId person);  // ended ones too
std::optional<Turn> turn_of(const sql::Reader& db, ProjectId id, PersonId person);

// Whose turn it is in this cohort. `project` none: for a team to be formed.
std::vector<Proposal> next_in_turn(const sql::Reader& db, cohorts::CohortId cohort, Turn turn,
                                   ProjectId project, Day today);

// Minutes per person and kind of activity.
using Shares = std::map<PersonId, std::array<int, activity_count>>;
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
