// GET /promo/{}/phases: what the weeks are for, and what the cohort aims at.

#include "features/cohorts/pages/cohort_fragments.h"
#include "features/cohorts/pages/cohort_pages.h"

namespace fabnum::cohorts {

using namespace html;

namespace {

std::string name_of(std::string_view what, std::string_view word) {
    return std::string(what) + "_" + std::string(word);
}

forms::Form form_of(const Programme& programme, const i18n::Words& t) {
    forms::Form form;
    for (const Phase& one : programme.phases) {
        form.put(name_of("starts", word_in(phase_kinds, one.kind)), t.numeric_day(one.starts));
        form.put(name_of("ends", word_in(phase_kinds, one.kind)), t.numeric_day(one.ends));
    }
    for (const Goal& one : programme.goals)
        form.put(name_of("target", word_in(measures, one.measure)), std::to_string(one.target));
    return form;
}

Markup phases_card(const Cohort& cohort, const forms::Form& form, const i18n::Words& t) {
    Markup fields;
    for (const auto& [word, kind] : phase_kinds) {
        const auto day = [&, w = word](std::string_view what) {
            return design::field(form,
                                 {.name = name_of(what, w),
                                  .label = t("cohorts.phase_form." + std::string(what)),
                                  .input = design::Input::Day,
                                  .optional = true},
                                 t);
        };
        fields += design::field_group(t("cohorts.phase." + std::string(word)),
                                      {design::field_row({day("starts"), day("ends")})});
    }
    return design::card(
        {.title = t("cohorts.phase_form.title"),
         .body = p({cls("soft"), t("cohorts.phase_form.lead")}) +
                 design::sending(
                     url_of(cohort.id) / "phases",
                     fields + design::button({.word = t("cohorts.phase_form.keep"), .icon = "check"})),
         .id = "phases"});
}

Markup goals_card(const Cohort& cohort, const forms::Form& form, const i18n::Words& t) {
    Markup fields;
    for (const auto& [word, measure] : measures)
        fields += design::field(form,
                                {.name = name_of("target", word),
                                 .label = t("cohorts.goal_of." + std::string(word)),
                                 .input = design::Input::Number,
                                 .optional = true,
                                 .narrow = true,
                                 .unit = is_share(measure) ? "%" : ""},
                                t);
    return design::card({.title = t("cohorts.goal_form.title"),
                         .body = p({cls("soft"), t("cohorts.goal_form.lead")}) +
                                 design::sending(url_of(cohort.id) / "objectifs",
                                                 fields + design::button({.word = t("cohorts.goal_form.keep"),
                                                                          .icon = "check"})),
                         .id = "objectifs"});
}

http::Response phases_page(web::Visit& visit, const Cohort& cohort, const forms::Form& form,
                           int status = 200) {
    const auto& t = visit.words();
    return cohort_part(visit, cohort, "phases", form,
                       design::columns(phases_card(cohort, form, t), goals_card(cohort, form, t)), status);
}

}  // namespace

http::Response cohort_phases(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    const auto plan = room.database.read([&](const sql::Reader& db) { return programme(db, id); });
    return phases_page(visit, *cohort, form_of(plan, visit.words()));
}

http::Response cohort_phases_keep(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    forms::Form form(visit);
    std::vector<Phase> phases;
    for (const auto& [word, kind] : phase_kinds) {
        const auto starts = form.day(name_of("starts", word), forms::Need::Maybe);
        const auto ends = form.day(name_of("ends", word), forms::Need::Maybe);
        if (starts && ends) phases.push_back({kind, *starts, *ends});
        if (starts && !ends) form.refuse(name_of("ends", word), {"cohorts.problem.day_missing"});
        if (ends && !starts) form.refuse(name_of("starts", word), {"cohorts.problem.day_missing"});
    }
    if (form.is_good()) {
        const auto done = set_phases(room.database, visit.act(), id, phases);
        if (done) {
            visit.say("cohorts.said.phases");
            return http::see_other(url_of(id) / "calendrier");
        }
        form.refuse(name_of("starts", phases.empty() ? phase_kinds[0].first
                                                     : word_in(phase_kinds, phases.front().kind)),
                    done.refusal());
    }
    return phases_page(visit, *cohort, form, 422);
}

http::Response cohort_goals_keep(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    forms::Form form(visit);
    std::vector<Goal> goals;
    for (const auto& [word, measure] : measures)
        if (const auto target =
                form.number(name_of("target", word), 1, is_share(measure) ? 100 : 10000, forms::Need::Maybe))
            goals.push_back({measure, static_cast<int>(*target)});
    if (!form.is_good()) return phases_page(visit, *cohort, form, 422);
    const auto done = set_goals(room.database, visit.act(), id, goals);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "cohort");
    visit.say("cohorts.said.goals");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::cohorts
