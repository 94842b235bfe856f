// GET and POST /promo/{}/sorties/{}: why somebody leaves, towards what, and how one knows. Noted again, it is
// corrected.

#include <algorithm>

#include "features/outcomes/pages/outcome_fragments.h"
#include "features/outcomes/pages/outcome_pages.h"

namespace fabnum::outcomes {

using namespace html;

namespace {

struct Subject {
    cohorts::Cohort cohort;
    people::Face face;
    std::optional<Exit> known;
};

std::optional<Subject> subject_of(Room& room, const web::Visit& visit, cohorts::CohortId cohort,
                                  PersonId person) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<Subject> {
        const auto found = cohorts::find(db, cohort);
        if (!found || !reaches(visit.actor(), found->site)) return std::nullopt;
        const auto members = cohorts::memberships(db, {cohort});
        if (std::none_of(members.begin(), members.end(),
                         [&](const auto& one) { return one.person == person; }))
            return std::nullopt;
        const auto faces = people::faces(db, {person});
        if (faces.empty()) return std::nullopt;
        Subject subject{*found, faces.begin()->second, {}};
        for (const ExitLine& line : exits(db, found->site, visit.today()))
            if (line.exit.cohort == cohort && line.exit.person == person) subject.known = line.exit;
        return subject;
    });
}

http::Response form_page(web::Visit& visit, const Subject& subject, const forms::Form& form,
                         int status = 200) {
    const auto& t = visit.words();
    const Url here = Url("/promo") / subject.cohort.id / "sorties" / subject.face.id;
    auto body = design::heading(
        {.title = t("outcomes.form.title", {{"name", people::full_name(subject.face)}}),
         .lead = p({subject.cohort.name + ", " +
                    t("outcomes.form.until", {{"day", t.day_with_year(subject.cohort.ends)}})}),
         .above = design::back_link({t("outcomes.exits.title"), Url("/sorties")})});
    body += design::mistakes(form, t);
    auto why = design::field_row({design::field(form,
                                                {.name = "left",
                                                 .label = t("outcomes.form.left"),
                                                 .input = design::Input::Day,
                                                 .help = t("outcomes.form.left_help")},
                                                t),
                                  design::select_field(form,
                                                       {.name = "reason",
                                                        .label = t("outcomes.form.reason"),
                                                        .choices = choices_of(reasons, "reason", t),
                                                        .help = t("outcomes.form.reason_help")},
                                                       t)});
    auto proof = design::field(form,
                               {.name = "file",
                                .label = t("outcomes.form.file"),
                                .input = design::Input::File,
                                .help = t("outcomes.form.file_help"),
                                .optional = true,
                                .accept = "image/*,application/pdf"},
                               t);
    body += design::card(
        {.title = t("outcomes.form.card"),
         .body = design::sending(
             here,
             design::field_group(t("outcomes.form.why"), {why}) +
                 design::field_group(t("outcomes.form.next"), {situation_fields(form, t), proof}) +
                 design::button({.word = t("outcomes.form.do"), .icon = "check"}),
             {.files = true}),
         .quiet = true});
    body += design::notice({.sentence = t("outcomes.form.then")});
    return design::page(visit,
                        {.title = design::form_title(
                             form, t("outcomes.form.title", {{"name", people::full_name(subject.face)}}), t),
                         .body = body,
                         .here = "results",
                         .status = status});
}

}  // namespace

http::Response exit_form(Room& room, web::Visit& visit, cohorts::CohortId cohort, PersonId person) {
    const auto subject = subject_of(room, visit, cohort, person);
    if (!subject) return design::refused(visit, {"outcomes.not_there"}, Url("/sorties"), "results");
    forms::Form form;
    const auto& t = visit.words();
    if (subject->known) {
        const Exit& known = *subject->known;
        form.put("left", t.numeric_day(known.left))
            .put("reason", std::string(word_in(reasons, known.reason)));
        form.put("situation", std::string(word_in(situations, known.situation)));
        form.put("proof", std::string(word_in(proofs, known.proof)));
        if (known.field) form.put("field", std::string(word_in(fields, *known.field)));
    } else {
        form.put("left", t.numeric_day(std::min(subject->cohort.ends, visit.today())));
        form.put("reason", subject->cohort.ends <= visit.today() ? "term" : "job");
        form.put("proof", "statement");
    }
    return form_page(visit, *subject, form);
}

http::Response exit_note(Room& room, web::Visit& visit, cohorts::CohortId cohort, PersonId person) {
    const auto subject = subject_of(room, visit, cohort, person);
    if (!subject) return design::refused(visit, {"outcomes.not_there"}, Url("/sorties"), "results");
    forms::Form form(visit);
    NewExit exit{.cohort = cohort, .person = person, .left = {}};
    exit.left = form.day("left").value_or(Day{});
    exit.reason = form.choice<Reason>("reason", reasons).value_or(Reason::Term);
    exit.situation =
        form.choice<Situation>("situation", situations, forms::Need::Must, "outcomes.problem.situation")
            .value_or(Situation::NotKnown);
    exit.field = form.choice<Field>("field", fields, forms::Need::Maybe);
    exit.proof = form.choice<Proof>("proof", proofs).value_or(Proof::None);
    for (const auto& upload : visit.request().uploads) {
        if (upload.field != "file" || upload.size == 0 || !form.is_good()) continue;
        const auto kept = room.cabinet.check(upload, {.picture = true, .document = true});
        if (kept)
            exit.file = *kept;
        else
            form.refuse("file", kept.refusal());
    }
    if (!form.is_good()) return form_page(visit, *subject, form, 422);
    const auto noted = note_exit(room.database, room.cabinet, visit.act(), exit, visit.today());
    if (!noted) {
        Refusal why = noted.refusal();
        for (auto& [name, fact] : why.facts)
            if (const auto day = day_from_iso(fact); day && name == "day")
                fact = visit.words().day_with_year(*day);
        form.refuse(why.key == "outcomes.term_is_early" ? "reason" : "left", why);
        return form_page(visit, *subject, form, 422);
    }
    visit.say("outcomes.said.noted");
    return http::see_other(url_of(*noted));
}

}  // namespace fabnum::outcomes
