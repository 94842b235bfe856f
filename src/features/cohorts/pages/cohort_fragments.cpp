#include "features/cohorts/pages/cohort_fragments.h"

namespace fabnum::cohorts {

using namespace html;

Url url_of(CohortId id) {
    return Url("/promo") / id;
}

bool may_steer(const web::Visit& visit) {
    return visit.actor().role == Role::Coordinator || visit.actor().role == Role::Admin;
}

std::optional<Cohort> seen(Room& room, const web::Visit& visit, CohortId id) {
    auto found = room.database.read([&](const sql::Reader& db) { return find(db, id); });
    if (!found || !reaches(visit.actor(), found->site)) return std::nullopt;
    return found;
}

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"cohorts.not_there"}, Url("/promo"), "cohort");
}

Markup tabs(const Cohort& cohort, const web::Visit& visit, std::string_view here) {
    const auto& t = visit.words();
    std::vector<std::pair<std::string_view, Url>> all = {{"people", url_of(cohort.id)},
                                                         {"calendar", url_of(cohort.id) / "calendrier"}};
    if (may_steer(visit)) {
        all.emplace_back("week", url_of(cohort.id) / "semaine");
        all.emplace_back("phases", url_of(cohort.id) / "phases");
        all.emplace_back("settings", url_of(cohort.id) / "reglages");
    }
    Markup links;
    for (const auto& [key, to] : all)
        links += li({a({href(to), key == here ? aria("current", "page") : Attribute{},
                        t("cohorts.tab." + std::string(key))})});
    return nav({cls("parts"), aria("label", cohort.name), ul({links})});
}

design::Tag moment_tag(const Cohort& cohort, const web::Visit& visit) {
    const Moment moment = moment_of(cohort, visit.today());
    const design::Tone tone = moment == Moment::Running  ? design::Tone::Good
                              : moment == Moment::Coming ? design::Tone::Info
                                                         : design::Tone::Plain;
    return {tone, visit.words()("cohorts.moment." + std::string(word_in(moments, moment)))};
}

std::string nature_word(Nature nature, const i18n::Words& t) {
    return t("cohorts.nature." + std::string(word_in(natures, nature)));
}

std::string holiday_word(calendar::Holiday holiday, const i18n::Words& t) {
    return t("cohorts.holiday." + std::string(word_in(calendar::holidays, holiday)));
}

std::string goal_sentence(const Goal& goal, const i18n::Words& t) {
    return t("cohorts.goal." + std::string(word_in(measures, goal.measure)), {{"target", goal.target}});
}

std::string hours_of(const Slot& slot, const i18n::Words& t) {
    return t("cohorts.from_hour_to_hour", {{"from", t.time(slot.starts)}, {"to", t.time(slot.ends)}});
}

http::Response cohort_part(web::Visit& visit, const Cohort& cohort, std::string_view tab,
                           const forms::Form& form, Markup body, int status) {
    const auto& t = visit.words();
    const std::string title = t("cohorts.tab." + std::string(tab)) + ", " + cohort.name;
    auto whole = design::heading({.title = cohort.name,
                                  .lead = p({t("cohorts.from_to", {{"from", t.day_with_year(cohort.starts)},
                                                                   {"to", t.day_with_year(cohort.ends)}})}),
                                  .aside = design::tag(moment_tag(cohort, visit)),
                                  .above = design::back_link({t("cohorts.list.title"), Url("/promos")})});
    whole += tabs(cohort, visit, tab) + design::mistakes(form, t) + body;
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = whole, .here = "cohort", .status = status});
}

}  // namespace fabnum::cohorts
