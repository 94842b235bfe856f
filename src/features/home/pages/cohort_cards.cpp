#include "features/home/pages/cohort_cards.h"

#include "design/page.h"

namespace fabnum::home {

using namespace html;

CohortFacts cohort_facts(const sql::Reader& db, const web::Visit& visit) {
    CohortFacts found;
    found.cohort = cohorts::running(db, visit.actor().site, visit.today());
    if (found.cohort) {
        found.present = cohorts::present_members(db, found.cohort->id, visit.today());
        found.shares = projects::shares_in_programme(db, found.cohort->id);
    }
    return found;
}

Markup holes_card(const CohortFacts& facts, const web::Visit& visit) {
    if (!facts.cohort) return {};
    const auto& t = visit.words();
    Markup rows;
    int shown = 0;
    for (const auto& face : facts.present) {
        std::string missing;
        const auto share = facts.shares.find(face.id);
        for (std::size_t kind = 0; kind < projects::activity_count; ++kind)
            if (share == facts.shares.end() || share->second[kind] == 0)
                missing += (missing.empty() ? "" : ", ") +
                           t("projects.activity." + std::string(projects::activities[kind].first));
        if (missing.empty() || shown == 6) continue;
        ++shown;
        rows += design::person_line({face.id.value, people::short_name(face)},
                                    t("home.holes.missing", {{"kinds", missing}}));
    }
    if (shown == 0) return {};
    return design::card({.title = t("home.holes.title"),
                         .action = design::Link{t("home.holes.all"), Url("/participation")},
                         .body = div({cls("pairs"), rows})});
}

Markup cohort_card(const CohortFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (!facts.cohort) return design::card({.title = t("cohorts.title"), .body = p({t("cohorts.none")})});
    const int week = cohorts::week_of(*facts.cohort, visit.today());
    const std::string when = t("cohorts.week", {{"week", week}, {"weeks", cohorts::weeks_in(*facts.cohort)}});
    std::vector<design::Head> heads;
    heads.reserve(facts.present.size());
    for (const auto& face : facts.present)
        heads.push_back({.person = {face.id.value, face.given_name}, .to = Url("/personnes") / face.id});
    return design::card(
        {.title = facts.cohort->name,
         .action = design::Link{t("home.cohort.all", {{"count", facts.present.size()}}), Url("/promo")},
         .body = p({when}) +
                 design::gauge({.share = week / static_cast<double>(cohorts::weeks_in(*facts.cohort)),
                                .mark = {},
                                .tone = design::Tone::Info,
                                .label = when}) +
                 design::heads(heads)});
}

}  // namespace fabnum::home
