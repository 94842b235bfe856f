// The review of a young person: what it is drafted from, and how it is kept.

#include "features/outcomes/outcome_entry.h"
#include "features/outcomes/outcome_store.h"
#include "platform/json/json.h"

namespace fabnum::outcomes {

Facts facts_of(const sql::Reader& db, const Exit& exit) {
    Facts facts;
    for (const auto& [id, glance] : projects::glances(db, projects::all_of(db, exit.person)))
        for (const auto& member : glance.team)
            if (member.face.id == exit.person) facts.missions.push_back({glance.project.title, member.turn});
    const auto shares = projects::shares_in_programme(db, exit.cohort);
    if (const auto own = shares.find(exit.person); own != shares.end()) facts.minutes = own->second;
    for (const int minutes : facts.minutes) facts.all_minutes += minutes;
    facts.traces = teaching::traces_of(db, exit.person);
    return facts;
}

std::optional<Review> review_of(const sql::Reader& db, ExitId id) {
    return store::review(db, id);
}

Result<Done> keep_review(sql::Database& database, const Act& act, ExitId id, const Review& review,
                         Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto exit = store::find(db, id);
        if (!exit || !may_steer(act.by, exit->site)) return Refusal{"outcomes.not_there"};
        if (review.talked > today) return Refusal{"outcomes.talked_to_come"};
        store::set_review(db, id, review, act.by.person);
        store::set_task(db, id, Task::Review, today, act.by.person);
        note(db, act, "exit.reviewed", *exit, {}, json::object({{"talked_on", review.talked}}));
        return Done{};
    });
}

}  // namespace fabnum::outcomes
