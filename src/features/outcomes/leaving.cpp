// The verbs: an exit and its tasks.

#include "features/outcomes/outcome_entry.h"
#include "features/outcomes/outcome_store.h"
#include "features/outcomes/outcomes.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::outcomes {

bool may_steer(const Actor& actor, SiteId site) {
    return (actor.role == Role::Coordinator || actor.role == Role::Admin) && reaches(actor, site);
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const Exit& exit,
          std::string before, std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "exit",
                         .subject = exit.id.value,
                         .site = exit.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

namespace {

std::string details(const Exit& exit) {
    return json::object({{"left_on", exit.left},
                         {"reason", word_in(reasons, exit.reason)},
                         {"situation", word_in(situations, exit.situation)},
                         {"proof", word_in(proofs, exit.proof)}});
}

std::optional<Refusal> objection(const NewExit& wish, const cohorts::Cohort& cohort,
                                 const std::optional<cohorts::Membership>& member, Day today) {
    if (!member) return Refusal{"outcomes.not_member"};
    if (wish.left < member->joined) return Refusal{"outcomes.left_before", {{"day", to_iso(member->joined)}}};
    if (wish.left > cohort.ends) return Refusal{"outcomes.left_after", {{"day", to_iso(cohort.ends)}}};
    if (wish.left > today + 28) return Refusal{"outcomes.left_far"};
    if (wish.left < cohort.ends && wish.reason == Reason::Term) return Refusal{"outcomes.term_is_early"};
    return std::nullopt;
}

void plan_news(const sql::Writer& db, const Exit& exit, bool first, Day today) {
    for (const int months : follow_up_months) {
        const Day due = months_after(exit.left, months);
        if (first)
            store::insert_news(db, exit.id, months, due);
        else
            store::set_due(db, exit.id, months, due);
    }
    if (exit.situation != Situation::Died) return;
    // Nobody is to be asked.
    for (News news : store::news_of(db, exit.id)) {
        if (news.answered) continue;
        news.answered = today;
        news.missing = Missing::Died;
        store::set_answer(db, news);
    }
}

}  // namespace

Result<ExitId> note_exit(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                         const NewExit& wish, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<ExitId> {
        const auto cohort = cohorts::find(db, wish.cohort);
        if (!cohort || !may_steer(act.by, cohort->site)) return Refusal{"outcomes.not_there"};
        std::optional<cohorts::Membership> member;
        for (const auto& one : cohorts::memberships(db, {wish.cohort}))
            if (one.person == wish.person) member = one;
        if (auto against = objection(wish, *cohort, member, today)) return *against;
        const auto known = store::find(db, wish.cohort, wish.person);
        Exit exit = known.value_or(Exit{});
        exit.cohort = wish.cohort;
        exit.person = wish.person;
        exit.site = cohort->site;
        exit.left = wish.left;
        exit.early = wish.left < cohort->ends;
        exit.reason = wish.reason;
        exit.situation = wish.situation;
        exit.field = wish.field;
        exit.proof = wish.proof;
        if (wish.file) exit.file = cabinet.keep(db, *wish.file, act.at);
        if (known)
            store::change(db, exit, act.by.person, act.at);
        else
            exit.id = store::insert(db, exit, act.by.person, act.at);
        cohorts::note_leaving(db, wish.cohort, wish.person,
                              exit.early ? std::optional(exit.left) : std::nullopt);
        plan_news(db, exit, !known, today);
        note(db, act, known ? "exit.changed" : "exit.noted", exit, known ? details(*known) : "",
             details(exit));
        return exit.id;
    });
}

Result<Done> set_task(sql::Database& database, const Act& act, ExitId id, Task task, bool done, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto exit = store::find(db, id);
        if (!exit || !may_steer(act.by, exit->site)) return Refusal{"outcomes.not_there"};
        store::set_task(db, id, task, done ? std::optional(today) : std::nullopt, act.by.person);
        note(db, act, done ? "exit.task_done" : "exit.task_undone", *exit, {},
             json::object({{"task", word_in(tasks, task)}}));
        return Done{};
    });
}

}  // namespace fabnum::outcomes
