// GET and POST /sorties/{}/bilan: the review, drafted from facts, finished while talking with the young
// person.

#include "features/outcomes/pages/outcome_fragments.h"
#include "features/outcomes/pages/outcome_pages.h"
#include "features/outcomes/pages/review_draft.h"
#include "platform/journal/readings.h"

namespace fabnum::outcomes {

using namespace html;

namespace {

http::Response review_page(web::Visit& visit, const Drafted& draft, const forms::Form& form,
                           int status = 200) {
    const auto& t = visit.words();
    const std::string name = people::full_name(draft.face);
    auto body = design::heading({.title = t("outcomes.review.title", {{"name", name}}),
                                 .lead = p({t("outcomes.review.lead")}),
                                 .above = design::back_link({name, url_of(draft.exit.id)})});
    body += design::mistakes(form, t);
    const auto area = [&](const std::string& key, int rows) {
        return design::field(form,
                             {.name = key,
                              .label = t("outcomes.review." + key),
                              .input = design::Input::Area,
                              .help = t("outcomes.review." + key + "_help"),
                              .rows = rows},
                             t);
    };
    auto fields =
        area("objectives", 3) + area("tasks", 6) + area("learned", 5) + area("own_words", 5) +
        design::field_row(
            {design::field(form, {.name = "tutor_host", .label = t("outcomes.review.tutor_host")}, t),
             design::field(form, {.name = "tutor_sender", .label = t("outcomes.review.tutor_sender")}, t)}) +
        design::field(
            form, {.name = "talked", .label = t("outcomes.review.talked"), .input = design::Input::Day}, t) +
        design::button({.word = t("outcomes.review.do"), .icon = "check"});
    Markup lines;
    for (const Carried& mission : draft.facts.missions)
        lines += li({mission.title + " (" +
                     t("projects.turn." + std::string(projects::word_of(mission.turn))) + ")"});
    Markup hours;
    for (std::size_t kind = 0; kind < projects::activity_count; ++kind)
        if (draft.facts.minutes[kind] > 0)
            hours += li({t("projects.activity." + std::string(projects::activities[kind].first)), " ",
                         strong({t.duration(draft.facts.minutes[kind])})});
    Markup known = lines.empty() ? p({t("outcomes.review.no_facts")}) : ul({lines});
    if (!hours.empty()) known += h3({t("outcomes.review.hours")}) + ul({hours});
    body += design::columns(
        design::stack({design::card({.title = t("outcomes.review.card"),
                                     .body = design::sending(url_of(draft.exit.id) / "bilan", fields),
                                     .quiet = true})}),
        design::stack({design::card({.title = t("outcomes.review.facts"), .body = known})}));
    return design::page(visit,
                        {.title = design::form_title(form, t("outcomes.review.title", {{"name", name}}), t),
                         .body = body,
                         .here = "results",
                         .status = status});
}

}  // namespace

http::Response review_form(Room& room, web::Visit& visit, ExitId id) {
    const auto draft = drafted(room, visit, id);
    if (!draft) return design::refused(visit, {"outcomes.not_there"}, Url("/sorties"), "results");
    journal::note_reading(room.database, visit.act(), draft->exit.person, "exit", draft->exit.site);
    forms::Form form;
    form.put("objectives", draft->review.objectives).put("tasks", draft->review.tasks);
    form.put("learned", draft->review.learned).put("own_words", draft->review.own_words);
    form.put("tutor_host", draft->review.tutor_host).put("tutor_sender", draft->review.tutor_sender);
    form.put("talked", visit.words().numeric_day(draft->review.talked));
    return review_page(visit, *draft, form);
}

http::Response review_keep(Room& room, web::Visit& visit, ExitId id) {
    const auto draft = drafted(room, visit, id);
    if (!draft) return design::refused(visit, {"outcomes.not_there"}, Url("/sorties"), "results");
    forms::Form form(visit);
    Review review;
    review.objectives = form.paragraph("objectives", {.most = 2000});
    review.tasks = form.paragraph("tasks", {.most = 4000});
    review.learned = form.paragraph("learned", {.most = 4000});
    review.own_words = form.paragraph("own_words", {.most = 4000, .missing = "outcomes.problem.own_words"});
    review.tutor_host = form.text("tutor_host", {.most = 120, .missing = "outcomes.problem.tutor"});
    review.tutor_sender = form.text("tutor_sender", {.most = 120, .missing = "outcomes.problem.tutor"});
    review.talked = form.day("talked").value_or(visit.today());
    if (review.talked > visit.today()) form.refuse("talked", {"outcomes.talked_to_come"});
    if (!form.is_good()) return review_page(visit, *draft, form, 422);
    const auto kept = keep_review(room.database, visit.act(), id, review, visit.today());
    if (!kept) return design::refused(visit, kept.refusal(), url_of(id), "results");
    visit.say("outcomes.said.reviewed");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::outcomes
