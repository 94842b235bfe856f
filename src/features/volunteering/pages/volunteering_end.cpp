// GET /volontariats/{}/fin: an early end is thought through (who, why, when), then noted. Nothing is written
// before the second step.

#include "base/text.h"
#include "features/volunteering/pages/volunteering_fragments.h"

namespace fabnum::volunteering {

using namespace html;

namespace {

Markup question_card(const Sight& sight, const forms::Form& form, const i18n::Words& t) {
    std::vector<design::Choice> sides, reasons;
    for (const auto& [word, by] : enders)
        sides.push_back({std::string(word), t("volunteering.endby." + std::string(word))});
    for (const ReasonRule& rule : reason_rules)
        reasons.push_back({std::string(rule.word), reason_word(rule.reason, t)});
    return design::card(
        {.title = t("volunteering.end.question"),
         .body = design::form(
             {.to = url_of(sight.engagement.id) / "fin",
              .body = design::radio_cards(
                          form, {.name = "par", .label = t("volunteering.end.who"), .choices = sides}, t) +
                      design::select_field(form,
                                           {.name = "motif",
                                            .label = t("volunteering.end.why"),
                                            .choices = reasons,
                                            .empty_word = t("volunteering.end.choose")},
                                           t) +
                      design::field(form,
                                    {.name = "le",
                                     .label = t("volunteering.end.notified"),
                                     .input = design::Input::Day,
                                     .help = t("volunteering.end.notified_help")},
                                    t) +
                      design::button({.word = t("volunteering.end.compute"), .icon = "calendar-clock"}),
              .get = true})});
}

Markup plan_card(const Sight& sight, const EndPlan& plan, const forms::Form& form, EndReason reason,
                 EndedBy by, const web::Visit& visit) {
    const auto& t = visit.words();
    const std::string why =
        plan.notice           ? t("volunteering.end.notice", {{"months", sight.limits.notice_months}})
        : by == EndedBy::Both ? t("volunteering.end.both_agree")
                              : t("volunteering.end.no_notice", {{"reason", reason_word(reason, t)}});
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("volunteering.end.last_day"), strong({t.day_with_year(plan.on)})},
        {t("volunteering.end.notice_word"), text(why)},
        {t("volunteering.end.leave"),
         text(plan.leave_from ? t("volunteering.end.leave_from",
                                  {{"days", plan.leave_left}, {"day", t.short_day(*plan.leave_from)}})
                              : t("volunteering.end.no_leave"))},
        {t("volunteering.end.attestation"),
         text(t(plan.attestation ? "volunteering.end.attestation_yes" : "volunteering.end.attestation_no",
                {{"months", sight.limits.attestation_months}}))}};
    Markup tasks;
    for (const Task& task : plan.tasks)
        tasks += li({t("volunteering.task." + std::string(word_in(task_kinds, task.kind))) + ", " +
                     t("volunteering.task.until", {{"day", t.short_day(task.due)}})});
    return design::card(
        {.title = t("volunteering.end.plan"),
         .body = design::definitions(facts) + h3({t("volunteering.end.todo")}) + ul({tasks}) +
                 design::sending(url_of(sight.engagement.id) / "fin",
                                 design::hidden("par", form.typed("par")) +
                                     design::hidden("motif", form.typed("motif")) +
                                     design::hidden("le", form.typed("le")) +
                                     design::button({.word = t("volunteering.end.do"), .icon = "check"})) +
                 p({cls("soft"), t("volunteering.end.reversible")}),
         .id = "resultat"});
}

struct Asked {
    std::optional<EndedBy> by;
    std::optional<EndReason> reason;
    std::optional<Day> notified;
};

Asked read(forms::Form& form) {
    Asked asked;
    asked.by = form.choice<EndedBy>("par", enders);
    std::vector<std::pair<std::string_view, EndReason>> reasons;
    for (const ReasonRule& rule : reason_rules) reasons.emplace_back(rule.word, rule.reason);
    asked.reason = form.choice<EndReason>("motif", reasons);
    asked.notified = form.day("le");
    return asked;
}

http::Response ending_page(Room& room, web::Visit& visit, EngagementId id, forms::Form form, int status) {
    const auto sight = seen(room, visit, id);
    if (!sight) return not_there(visit);
    if (sight->engagement.ending) return http::see_other(url_of(id).at("fin"));
    const auto& t = visit.words();
    const bool asked_something = !form.typed("par").empty() || !form.typed("motif").empty();
    Markup plan;
    if (asked_something && form.is_good()) {
        const Asked asked = read(form);
        if (form.is_good()) {
            const auto found = plan_end(sight->engagement, *asked.reason, *asked.by, *asked.notified,
                                        sight->absences, sight->person.birth_day, sight->limits);
            if (found)
                plan = plan_card(*sight, *found, form, *asked.reason, *asked.by, visit);
            else
                form.refuse(found.refusal().key.ends_with("reason") ? "motif" : "le", found.refusal());
        }
        if (!form.is_good()) status = 422;
    }
    const std::string name = people::full_name(sight->person);
    auto body = design::heading(
        {.title = t("volunteering.end.title", {{"name", sight->person.given_name}}),
         .lead = p({t("volunteering.end.lead", {{"day", t.day_with_year(sight->engagement.ends)}})}),
         .above = design::back_link({name, url_of(id)})});
    body += design::mistakes(form, t);
    body += design::stack({plan, question_card(*sight, form, t)});
    return design::page(visit, {.title = design::form_title(form, t("volunteering.end.open"), t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

}  // namespace

http::Response ending(Room& room, web::Visit& visit, EngagementId id) {
    forms::Form form(visit);
    for (const auto name : {"par", "motif", "le"})
        if (const auto given = visit.request().query.get(name); !given.empty())
            form.put(name, std::string(given));
    if (form.typed("le").empty() && form.typed("par").empty())
        form.put("le", visit.words().numeric_day(visit.today()));
    return ending_page(room, visit, id, form, 200);
}

http::Response end_now(Room& room, web::Visit& visit, EngagementId id) {
    forms::Form form(visit);
    const Asked asked = read(form);
    if (!form.is_good()) return ending_page(room, visit, id, form, 422);
    const auto done = end_early(room.database, visit.act(), id, *asked.reason, *asked.by, *asked.notified);
    if (!done) {
        if (done.refusal().key.ends_with("not_there")) return not_there(visit);
        if (done.refusal().key.ends_with("moved_meanwhile"))
            return design::refused(visit, done.refusal(), url_of(id), "cohort");
        return ending_page(room, visit, id, form, 422);
    }
    visit.say("volunteering.said.ended");
    return http::see_other(url_of(id).at("fin"));
}

http::Response resume_now(Room& room, web::Visit& visit, EngagementId id) {
    const auto done = resume(room.database, visit.act(), id, visit.today());
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "cohort");
    visit.say("volunteering.said.resumed");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::volunteering
