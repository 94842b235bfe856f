#include "features/notebook/notebook_store.h"

#include "base/words.h"

namespace fabnum::notebook::store {

namespace {

Goal goal_from(sql::Row& row) {
    Goal goal;
    goal.id = row.take<GoalId>();
    goal.person = row.take<PersonId>();
    goal.site = row.take<SiteId>();
    goal.theme = value_in(themes, row.take<std::string>());
    goal.title = row.take<std::string>();
    goal.consent = value_in(consents, row.take<std::string>());
    goal.state = value_in(goal_states, row.take<std::string>());
    goal.proposed_by = row.take<PersonId>();
    goal.proposed = row.take<Day>();
    goal.answered = row.take<std::optional<Day>>();
    goal.ended = row.take<std::optional<Day>>();
    return goal;
}

Action action_from(sql::Row& row) {
    Action action;
    action.id = row.take<ActionId>();
    action.goal = row.take<GoalId>();
    action.what = row.take<std::string>();
    action.doer = value_in(doers, row.take<std::string>());
    action.due = row.take<std::optional<Day>>();
    action.done = row.take<std::optional<Day>>();
    return action;
}

Note note_from(sql::Row& row) {
    Note note;
    note.id = row.take<NoteId>();
    note.person = row.take<PersonId>();
    note.site = row.take<SiteId>();
    note.reading = value_in(readings, row.take<std::string>());
    note.text = row.take<std::string>();
    note.by = row.take<PersonId>();
    note.written = row.take<Day>();
    note.ends = row.take<Day>();
    return note;
}

Checkin checkin_from(sql::Row& row) {
    Checkin one;
    one.id = row.take<CheckinId>();
    one.person = row.take<PersonId>();
    one.mood = value_in(moods, row.take<std::string>());
    one.footing = value_in(footings, row.take<std::string>());
    one.own_words = row.take<std::string>();
    one.talk = value_in(talks, row.take<std::string>());
    one.shared = row.take<bool>();
    one.at = row.take<Instant>();
    return one;
}

constexpr std::string_view checkin_columns =
    "SELECT id, person_id, mood, footing, own_words, talk, shared, written_at FROM notebook_checkins";

}  // namespace

std::vector<Goal> goals_of(const sql::Reader& db, PersonId person) {
    auto goals = db.all(goal_from, {person}, R"sql(
        SELECT id, person_id, site_id, theme, title, consent, state, proposed_by, proposed_on, answered_on, ended_on
          FROM notebook_goals
         WHERE person_id = $1
         ORDER BY CASE WHEN state = 'open' AND consent <> 'no' THEN 0 ELSE 1 END, proposed_on DESC, id DESC)sql");
    const auto actions = db.all(action_from, {person}, R"sql(
        SELECT a.id, a.goal_id, a.what, a.doer, a.due_on, a.done_on
          FROM notebook_actions a
          JOIN notebook_goals g ON g.id = a.goal_id
         WHERE g.person_id = $1
         ORDER BY a.id)sql");
    for (Goal& goal : goals)
        for (const Action& action : actions)
            if (action.goal == goal.id) goal.actions.push_back(action);
    return goals;
}

std::optional<Goal> goal(const sql::Reader& db, GoalId id) {
    return db.one(goal_from, {id}, R"sql(
        SELECT id, person_id, site_id, theme, title, consent, state, proposed_by, proposed_on, answered_on, ended_on
          FROM notebook_goals
         WHERE id = $1)sql");
}

std::optional<Action> action(const sql::Reader& db, ActionId id) {
    return db.one(action_from, {id},
                  "SELECT id, goal_id, what, doer, due_on, done_on FROM notebook_actions WHERE id = $1");
}

std::vector<Note> notes_of(const sql::Reader& db, PersonId person) {
    return db.all(note_from, {person}, R"sql(
        SELECT id, person_id, site_id, reading, note, written_by, written_on, ends_on
          FROM notebook_notes
         WHERE person_id = $1
         ORDER BY written_on DESC, id DESC)sql");
}

std::optional<Note> note(const sql::Reader& db, NoteId id) {
    return db.one(note_from, {id}, R"sql(
        SELECT id, person_id, site_id, reading, note, written_by, written_on, ends_on FROM notebook_notes WHERE id = $1)sql");
}

std::vector<Checkin> checkins_of(const sql::Reader& db, PersonId person, int most) {
    return db.all(
        checkin_from, {person, most},
        std::string(checkin_columns) + " WHERE person_id = $1 ORDER BY written_at DESC, id DESC LIMIT $2");
}

std::optional<Checkin> checkin(const sql::Reader& db, CheckinId id) {
    return db.one(checkin_from, {id}, std::string(checkin_columns) + " WHERE id = $1");
}

std::vector<Checkin> talks_wanted(const sql::Reader& db, SiteId site) {
    return db.all(
        checkin_from, {site},
        std::string(checkin_columns) + " WHERE site_id = $1 AND talk = 'wanted' ORDER BY written_at, id");
}

GoalId insert_goal(const sql::Writer& db, const Goal& goal) {
    return db.insert<GoalId>({goal.person, goal.site, word_of(goal.theme), goal.title, word_of(goal.consent),
                              word_of(goal.state), goal.proposed_by, goal.proposed, goal.answered},
                             R"sql(
        INSERT INTO notebook_goals (person_id, site_id, theme, title, consent, state, proposed_by, proposed_on, answered_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     RETURNING id)sql");
}

bool set_consent(const sql::Writer& db, GoalId id, Consent consent, Day on) {
    return db.run({id, word_of(consent), on}, R"sql(
        UPDATE notebook_goals SET consent = $2, answered_on = $3 WHERE id = $1 AND state = 'open')sql") == 1;
}

bool set_state(const sql::Writer& db, GoalId id, GoalState from, GoalState to, std::optional<Day> ended) {
    return db.run({id, word_of(from), word_of(to), ended}, R"sql(
        UPDATE notebook_goals SET state = $3, ended_on = $4 WHERE id = $1 AND state = $2)sql") == 1;
}

ActionId insert_action(const sql::Writer& db, GoalId id, const NewAction& action) {
    return db.insert<ActionId>({id, action.what, word_of(action.doer), action.due}, R"sql(
        INSERT INTO notebook_actions (goal_id, what, doer, due_on) VALUES ($1, $2, $3, $4) RETURNING id)sql");
}

bool set_done(const sql::Writer& db, ActionId id, std::optional<Day> done) {
    return db.run({id, done}, "UPDATE notebook_actions SET done_on = $2 WHERE id = $1") == 1;
}

NoteId insert_note(const sql::Writer& db, const Note& note) {
    return db.insert<NoteId>(
        {note.person, note.site, word_of(note.reading), note.text, note.by, note.written, note.ends}, R"sql(
        INSERT INTO notebook_notes (person_id, site_id, reading, note, written_by, written_on, ends_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
     RETURNING id)sql");
}

bool remove_note(const sql::Writer& db, NoteId id) {
    return db.run({id}, "DELETE FROM notebook_notes WHERE id = $1") == 1;
}

std::int64_t remove_notes_ended_before(const sql::Writer& db, Day day) {
    return db.run({day}, "DELETE FROM notebook_notes WHERE ends_on < $1");
}

CheckinId insert_checkin(const sql::Writer& db, const Checkin& one, SiteId site) {
    return db.insert<CheckinId>({one.person, site, word_of(one.mood), word_of(one.footing), one.own_words,
                                 word_in(talks, one.talk), one.shared, one.at},
                                R"sql(
        INSERT INTO notebook_checkins (person_id, site_id, mood, footing, own_words, talk, shared, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     RETURNING id)sql");
}

bool set_shared(const sql::Writer& db, CheckinId id, bool shared) {
    return db.run({id, shared}, "UPDATE notebook_checkins SET shared = $2 WHERE id = $1") == 1;
}

bool set_talked(const sql::Writer& db, CheckinId id) {
    return db.run({id}, "UPDATE notebook_checkins SET talk = 'done' WHERE id = $1 AND talk = 'wanted'") == 1;
}

}  // namespace fabnum::notebook::store
