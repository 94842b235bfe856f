#include "features/outcomes/pages/review_draft.h"

#include "features/volunteering/volunteering.h"

namespace fabnum::outcomes {

namespace {

Review first_draft(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    Review draft;
    draft.talked = visit.today();
    draft.objectives = t("outcomes.review.objectives_draft");
    for (const Carried& mission : facts.missions) {
        if (!draft.tasks.empty()) draft.tasks += "\n";
        draft.tasks += t("outcomes.review.mission_line",
                         {{"title", mission.title},
                          {"turn", t("projects.turn." + std::string(projects::word_of(mission.turn)))}});
    }
    for (std::size_t kind = 0; kind < projects::activity_count; ++kind) {
        if (facts.minutes[kind] == 0) continue;
        if (!draft.learned.empty()) draft.learned += "\n";
        draft.learned +=
            t("outcomes.review.hours_line",
              {{"activity", t("projects.activity." + std::string(projects::activities[kind].first))},
               {"hours", t.duration(facts.minutes[kind])}});
    }
    for (const auto& trace : facts.traces) {
        const auto& subject = trace.pair.subject;
        if (!draft.learned.empty()) draft.learned += "\n";
        draft.learned +=
            t(trace.showed ? "teaching.showed_to" : "teaching.learned_with",
              {{"name", trace.other.given_name},
               {"subject", subject.activity
                               ? t("projects.activity." + std::string(projects::word_of(*subject.activity)))
                               : subject.topic}});
    }
    return draft;
}

// Both tutors are known from the contract: nobody types them again.
void put_tutors(Review& draft, const sql::Reader& db, const web::Visit& visit, PersonId person) {
    const auto engagements = volunteering::of_person(db, person);
    if (engagements.empty()) return;
    const auto sight = volunteering::visible_to(db, visit.actor(), engagements.front(), visit.today());
    if (!sight) return;
    if (sight->host_tutor) draft.tutor_host = people::full_name(*sight->host_tutor);
    if (sight->employer_tutor) draft.tutor_sender = sight->employer_tutor->name;
}

}  // namespace

std::optional<Drafted> drafted(Room& room, const web::Visit& visit, ExitId id) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<Drafted> {
        const auto exit = find(db, visit.actor(), id);
        if (!exit) return std::nullopt;
        const auto faces = people::faces(db, {exit->person});
        const auto cohort = cohorts::find(db, exit->cohort);
        const auto site = sites::find(db, exit->site);
        if (faces.empty() || !cohort || !site) return std::nullopt;
        Drafted draft{.exit = *exit,
                      .face = faces.begin()->second,
                      .cohort = *cohort,
                      .site = *site,
                      .facts = facts_of(db, *exit),
                      .review = {}};
        const auto kept = review_of(db, id);
        draft.kept = kept.has_value();
        draft.review = kept ? *kept : first_draft(draft.facts, visit);
        if (!kept) put_tutors(draft.review, db, visit, exit->person);
        return draft;
    });
}

}  // namespace fabnum::outcomes
