// GET /recrutement/candidatures/{}/decision: a seat, the waiting list, or another way; with why, and for
// those who go another way, what to try instead.

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

struct View {
    File file;
    std::vector<cohorts::Cohort> cohorts;
    std::map<cohorts::CohortId, int> left;
};

std::optional<View> view_of(Room& room, const web::Visit& visit, CandidateId id) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<View> {
        auto file = room.candidates.visible_to(db, visit.actor(), id, visit.today());
        if (!file) return std::nullopt;
        View view{.file = std::move(*file), .cohorts = {}, .left = {}};
        for (const auto& one : cohorts::of_site(db, view.file.candidate.site)) {
            if (one.ends < visit.today()) continue;
            view.cohorts.push_back(one);
            view.left[one.id] = seats_left(db, one);
        }
        return view;
    });
}

Markup reason_field(const forms::Form& form, Verdict verdict, const i18n::Words& t) {
    design::Choices choices{.name = "reason-" + std::string(word_in(verdicts, verdict)),
                            .label = t("recruitment.decision.reason"),
                            .choices = {},
                            .empty_word = t("recruitment.decision.choose")};
    for (const Reason& one : reasons)
        if (one.verdict == verdict)
            choices.choices.push_back(
                {std::string(one.word), t("recruitment.reason." + std::string(one.word))});
    return design::select_field(form, choices, t);
}

Markup verdict_card(const View& view, const forms::Form& form, Verdict verdict, const web::Visit& visit) {
    const auto& t = visit.words();
    const std::string word(word_in(verdicts, verdict));
    const std::string key = "recruitment.decision." + word;
    Markup fields;
    if (verdict != Verdict::OtherWay) {
        design::Choices choices{
            .name = "cohort-" + word, .label = t("recruitment.field.cohort"), .choices = {}};
        for (const auto& one : view.cohorts)
            choices.choices.push_back(
                {std::to_string(one.id.value),
                 t("recruitment.decision.cohort", {{"cohort", one.name}, {"left", view.left.at(one.id)}})});
        fields += design::select_field(form, choices, t);
    }
    fields += reason_field(form, verdict, t);
    if (verdict == Verdict::OtherWay)
        fields += design::field(form,
                                {.name = "instead",
                                 .label = t("recruitment.decision.instead"),
                                 .input = design::Input::Area,
                                 .help = t("recruitment.decision.instead_help"),
                                 .rows = 3},
                                t);
    fields +=
        design::hidden("verdict", word) +
        design::button({.word = t(key + "_do"),
                        .icon = verdict == Verdict::Admitted  ? "badge-check"
                                : verdict == Verdict::Waiting ? "hourglass"
                                                              : "signpost",
                        .look = verdict == Verdict::Admitted ? design::Look::Strong : design::Look::Outline});
    return design::card(
        {.title = t(key),
         .body = p({t(key + "_why")}) + design::sending(url_of(view.file.candidate.id) / "decision", fields),
         .id = word});
}

http::Response decision_page(web::Visit& visit, const View& view, forms::Form form, int status = 200) {
    const auto& t = visit.words();
    const Candidate& one = view.file.candidate;
    if (is_over(view.file.stage))
        return design::refused(visit, {"recruitment.moved_meanwhile"}, url_of(one.id), "recruitment");
    auto body = design::heading({.title = t("recruitment.decision.title", {{"name", full_name(one)}}),
                                 .lead = p({t("recruitment.decision.lead")}),
                                 .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")},
                                                              {full_name(one), url_of(one.id)}},
                                                             t("recruitment.decision.one"), t)});
    body += design::mistakes(form, t);
    if (!view.file.story.was_interviewed)
        body +=
            design::notice({.tone = design::Tone::Watch, .sentence = t("recruitment.decision.no_interview")});
    const Markup reasons = design::card(
        {.title = t("recruitment.finding.title_none"),
         .body = findings_list(view.file.findings, t) + p({cls("card-foot"), t("recruitment.finding.why")}),
         .flush = true});
    Markup ways = verdict_card(view, form, Verdict::Admitted, visit);
    if (view.file.stage != Stage::Waiting) ways += verdict_card(view, form, Verdict::Waiting, visit);
    ways += verdict_card(view, form, Verdict::OtherWay, visit);
    body += design::columns(design::stack({ways}), design::stack({reasons}));
    return design::page(visit, {.title = design::form_title(form, t("recruitment.decision.one"), t),
                                .body = body,
                                .here = "recruitment",
                                .status = status});
}

}  // namespace

http::Response decision(Room& room, web::Visit& visit, CandidateId id) {
    const auto view = view_of(room, visit, id);
    if (!view) return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement"), "recruitment");
    forms::Form form;
    if (view->file.candidate.cohort)
        for (const char* name : {"cohort-admitted", "cohort-waiting"})
            form.put(name, std::to_string(view->file.candidate.cohort.value));
    return decision_page(visit, *view, form);
}

http::Response decision_take(Room& room, web::Visit& visit, CandidateId id) {
    const auto view = view_of(room, visit, id);
    if (!view) return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement"), "recruitment");
    forms::Form form(visit);
    Decision wish;
    const auto verdict = form.choice<Verdict>("verdict", verdicts);
    if (!verdict) return decision_page(visit, *view, form, 422);
    const std::string word(word_in(verdicts, *verdict));
    wish.verdict = *verdict;
    wish.reason = form.typed("reason-" + word);
    if (!is_reason_for(wish.verdict, wish.reason))
        form.refuse("reason-" + word, {"recruitment.problem.reason"});
    if (wish.verdict == Verdict::OtherWay)
        wish.instead =
            form.paragraph("instead", {.least = 5, .most = 600, .missing = "recruitment.problem.instead"});
    else
        wish.cohort = form.id<struct cohorts::CohortTag>("cohort-" + word);
    if (!form.is_good()) return decision_page(visit, *view, form, 422);
    const auto done = room.candidates.decide(visit.act(), id, wish, visit.today());
    if (!done &&
        (done.refusal().key == "recruitment.full" || done.refusal().key == "recruitment.no_cohort")) {
        form.refuse("cohort-" + word, done.refusal());
        return decision_page(visit, *view, form, 422);
    }
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said." + word + (view->file.candidate.mail ? "" : "_call"),
              {{"name", view->file.candidate.given_name}});
    return http::see_other(url_of(id));
}

http::Response decision_undo(Room& room, web::Visit& visit, CandidateId id) {
    const auto done = room.candidates.reopen(visit.act(), id, visit.today());
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.reopened");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::recruitment
