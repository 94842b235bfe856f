#pragma once

// Rows of the notebook.

#include "features/notebook/notebook.h"

namespace fabnum::notebook::store {

std::vector<Goal> goals_of(const sql::Reader& db, PersonId person);  // with their actions
std::optional<Goal> goal(const sql::Reader& db, GoalId id);
std::optional<Action> action(const sql::Reader& db, ActionId id);
std::vector<Note> notes_of(const sql::Reader& db, PersonId person);
std::optional<Note> note(const sql::Reader& db, NoteId id);
std::vector<Checkin> checkins_of(const sql::Reader& db, PersonId person, int most);
std::optional<Checkin> checkin(const sql::Reader& db, CheckinId id);
std::vector<Checkin> talks_wanted(const sql::Reader& db, SiteId site);

GoalId insert_goal(const sql::Writer& db, const Goal& goal);
bool set_consent(const sql::Writer& db, GoalId id, Consent consent, Day on);
bool set_state(const sql::Writer& db, GoalId id, GoalState from, GoalState to, std::optional<Day> ended);
ActionId insert_action(const sql::Writer& db, GoalId id, const NewAction& action);
bool set_done(const sql::Writer& db, ActionId id, std::optional<Day> done);
NoteId insert_note(const sql::Writer& db, const Note& note);
bool remove_note(const sql::Writer& db, NoteId id);
std::int64_t remove_notes_ended_before(const sql::Writer& db, Day day);
CheckinId insert_checkin(const sql::Writer& db, const Checkin& checkin, SiteId site);
bool set_shared(const sql::Writer& db, CheckinId id, bool shared);
bool set_talked(const sql::Writer& db, CheckinId id);

}  // namespace fabnum::notebook::store
