// The verbs of goals: proposed, answered by the young person, worked on, reached or left.

#include "base/words.h"
#include "features/notebook/notebook.h"
#include "features/notebook/notebook_entry.h"
#include "features/notebook/notebook_store.h"

namespace fabnum::notebook {

namespace {

constexpr std::size_t most_open_goals = 12;

// The goal, when this actor may work on it.
Result<Goal> entitled(const sql::Reader& db, const Actor& actor, GoalId id) {
    const auto found = store::goal(db, id);
    if (!found || !may_open(db, actor, found->person)) return Refusal{"notebook.not_there"};
    return *found;
}

}  // namespace

std::optional<Goal> goal(const sql::Reader& db, const Actor& actor, GoalId id) {
    const auto found = entitled(db, actor, id);
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<Goal> goal_of(const sql::Reader& db, const Actor& actor, ActionId id) {
    const auto action = store::action(db, id);
    return action ? goal(db, actor, action->goal) : std::nullopt;
}

Result<GoalId> propose(sql::Database& database, const Act& act, const NewGoal& goal, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<GoalId> {
        if (!may_open(db, act.by, goal.person)) return Refusal{"notebook.not_there"};
        std::size_t open = 0;
        for (const Goal& known : store::goals_of(db, goal.person)) open += known.state == GoalState::Open;
        if (open >= most_open_goals) return Refusal{"notebook.enough_goals"};
        const bool own = act.by.person == goal.person;
        Goal one;
        one.person = goal.person;
        one.site = act.by.site;
        one.theme = goal.theme;
        one.title = goal.title;
        one.consent = own ? Consent::Yes : Consent::NotYet;
        one.proposed_by = act.by.person;
        one.proposed = today;
        if (own) one.answered = today;
        const auto id = store::insert_goal(db, one);
        line(db, act, "path.goal_proposed", goal.person,
             json::object({{"goal", id}, {"consent", word_of(one.consent)}}));
        return id;
    });
}

Result<Done> answer_goal(sql::Database& database, const Act& act, GoalId id, Consent consent, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto found = entitled(db, act.by, id);
        if (!found) return found.refusal();
        if (found->person != act.by.person) return Refusal{"notebook.their_word"};
        if (!store::set_consent(db, id, consent, today)) return Refusal{"notebook.moved_meanwhile"};
        line(db, act, "path.goal_answered", found->person,
             json::object({{"goal", id}, {"consent", word_of(consent)}}));
        return Done{};
    });
}

Result<Done> end_goal(sql::Database& database, const Act& act, GoalId id, GoalState state, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto found = entitled(db, act.by, id);
        if (!found) return found.refusal();
        if (found->consent != Consent::Yes && state == GoalState::Reached)
            return Refusal{"notebook.not_agreed"};
        const bool open = state == GoalState::Open;
        if (found->state == state ||
            !store::set_state(db, id, found->state, state, open ? std::nullopt : std::optional(today)))
            return Refusal{"notebook.moved_meanwhile"};
        line(db, act, "path.goal_ended", found->person,
             json::object({{"goal", id}, {"state", word_of(state)}}));
        return Done{};
    });
}

Result<Done> add_action(sql::Database& database, const Act& act, GoalId id, const NewAction& action) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto found = entitled(db, act.by, id);
        if (!found) return found.refusal();
        if (!is_active(*found)) return Refusal{"notebook.not_agreed"};
        const auto made = store::insert_action(db, id, action);
        line(db, act, "path.action_added", found->person, json::object({{"goal", id}, {"action", made}}));
        return Done{};
    });
}

Result<Done> tick(sql::Database& database, const Act& act, ActionId id, bool done, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto action = store::action(db, id);
        if (!action) return Refusal{"notebook.not_there"};
        const auto found = entitled(db, act.by, action->goal);
        if (!found) return found.refusal();
        if (!is_active(*found)) return Refusal{"notebook.not_agreed"};
        store::set_done(db, id, done ? std::optional(today) : std::nullopt);
        line(db, act, done ? "path.action_done" : "path.action_undone", found->person,
             json::object({{"action", id}}));
        return Done{};
    });
}

}  // namespace fabnum::notebook
