#pragma once

// The notebook (carnet) of a young person: goals and actions they agreed to, notes with their readers and
// their last day, check-ins. Everything is looked up through the actor.

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "features/cohorts/cohorts.h"
#include "features/notebook/checkin.h"
#include "features/notebook/goal.h"
#include "features/notebook/note.h"
#include "features/people/people.h"
#include "platform/sql/sql.h"

namespace fabnum::notebook {

// Whether this actor opens notebooks of that person at all: the young person, and the coordinators and
// fabmanagers of their site.
bool may_open(const sql::Reader& db, const Actor& actor, PersonId person);

struct Notebook {
    std::vector<Goal> goals = {};        // open first, then by date
    std::vector<Note> notes = {};        // the latest first; only those this actor may read
    std::vector<Checkin> checkins = {};  // the latest first; the team's coordinator sees the shared ones
};
Notebook open_for(const sql::Reader& db, const Actor& actor, PersonId person, int most_checkins = 6);
// The young people of a site who asked to talk, since when.
std::vector<Checkin> who_wants_to_talk(const sql::Reader& db, const Actor& actor);

struct NewGoal {
    PersonId person = {};
    Theme theme = Theme::Work;
    std::string title = {};
};
// One's own goal is agreed at once; one that the team proposes waits for a yes.
Result<GoalId> propose(sql::Database& database, const Act& act, const NewGoal& goal, Day today);
Result<Done> answer_goal(sql::Database& database, const Act& act, GoalId id, Consent consent, Day today);
Result<Done> end_goal(sql::Database& database, const Act& act, GoalId id, GoalState state, Day today);
struct NewAction {
    std::string what = {};
    Doer doer = Doer::Person;
    std::optional<Day> due = {};
};
Result<Done> add_action(sql::Database& database, const Act& act, GoalId id, const NewAction& action);
Result<Done> tick(sql::Database& database, const Act& act, ActionId id, bool done, Day today);
// Whose goal it is, for who may see it: to go back to their page.
std::optional<Goal> goal(const sql::Reader& db, const Actor& actor, GoalId id);
std::optional<Goal> goal_of(const sql::Reader& db, const Actor& actor, ActionId id);

struct NewNote {
    PersonId person = {};
    Reading reading = Reading::Team;
    Keep keep = Keep::WholePath;
    std::string text = {};
};
Result<Done> write_note(sql::Database& database, const Act& act, const NewNote& note, Day today);
Result<Done> erase_note(sql::Database& database, const Act& act, NoteId id);
// The notes whose last day is past; answers how many. Joins the caller's transaction.
std::int64_t forget_notes(const sql::Writer& db, const Act& act, Day today);

Result<Done> check_in(sql::Database& database, const Act& act, const Checkin& checkin);
Result<Done> share_checkin(sql::Database& database, const Act& act, CheckinId id, bool shared);
Result<Done> talked(sql::Database& database, const Act& act, CheckinId id);

}  // namespace fabnum::notebook
