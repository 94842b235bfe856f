// GET /apprendre/{family}: the lesson, the short quiz and one's word, on a phone.

#include <algorithm>

#include "design/machine.h"
#include "design/participant.h"
#include "features/authorisations/pages/authorisation_fragments.h"

namespace fabnum::authorisations {

using namespace html;

namespace {

std::string name_of(const Question& one) {
    return "q" + std::to_string(one.id.value);
}

// In an order that tells nothing: by their words.
std::vector<design::Choice> choices_of(const Question& one) {
    std::vector<std::string> all = one.wrong;
    all.push_back(one.correct);
    std::sort(all.begin(), all.end());
    std::vector<design::Choice> choices;
    choices.reserve(all.size());
    for (const std::string& words : all) choices.push_back({words, words});
    return choices;
}

// What is done and what is next.
Markup steps_of(const Permit& permit, const i18n::Words& t) {
    Markup all;
    for (const auto& [word, part] : parts) {
        const bool done = permit.done.contains(part);
        all += li({cls("line"), span({t("authorisations.step." + std::string(word))}),
                   design::tag({done ? design::Tone::Good : design::Tone::Plain,
                                t(done ? "authorisations.step_done" : "authorisations.step_to_do"),
                                done ? "circle-check" : "circle-dashed"})});
    }
    return ul({cls("plain"), all});
}

Markup quiz_of(const Course& course, const forms::Form& form, const i18n::Words& t) {
    Markup fields;
    for (const Question& one : course.questions)
        fields += design::radio_cards(
            form, {.name = name_of(one), .label = one.question, .choices = choices_of(one)}, t);
    fields += design::button({.word = t("authorisations.quiz_do"), .icon = "check"});
    return design::sending(Url("/apprendre") / machines::word_of(course.family) / "quiz", fields);
}

http::Response learn_page(Room& room, web::Visit& visit, Family family, const forms::Form& form,
                          int status = 200) {
    const auto& t = visit.words();
    struct Facts {
        std::optional<Course> course;
        Permit permit;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        return Facts{.course = course(db, family),
                     .permit = of_person(db, visit.actor().person, visit.today())[family]};
    });
    const std::string title = t("authorisations.learn", {{"family", family_word(family, t)}});
    auto body = design::heading(
        {.title = title, .above = design::back_link({t("machines.list.title"), Url("/machines")})});
    body += design::mistakes(form, t);
    body += design::card({.title = t("authorisations.steps"), .body = steps_of(facts.permit, t)});
    if (!facts.course) {
        body += design::empty_state({.icon = "book-open",
                                     .title = t("authorisations.no_course"),
                                     .sentence = t("authorisations.no_course_why")});
        return design::page(visit, {.title = title, .body = body, .here = "workshop", .status = status});
    }
    body += design::card({.title = t("authorisations.lesson"),
                          .body = design::safety_lines(machines::lines_of(facts.course->lesson))});
    if (!facts.permit.done.contains(Part::Quiz) && !facts.course->questions.empty())
        body += design::card({.title = t("authorisations.quiz"), .body = quiz_of(*facts.course, form, t)});
    else if (!facts.permit.done.contains(Part::Signature) && facts.permit.done.contains(Part::Training))
        body += design::card(
            {.title = t("authorisations.sign"),
             .body =
                 p({t("authorisations.sign_why")}) +
                 design::sending(
                     Url("/apprendre") / machines::word_of(family) / "signature",
                     design::checkbox({.name = "yes",
                                       .word = t("authorisations.sign_yes"),
                                       .checked = false,
                                       .error = form.problem_of("yes") ? t(*form.problem_of("yes")) : ""}) +
                         design::button({.word = t("authorisations.sign_do"), .icon = "signature"}))});
    else
        body += design::notice({.sentence = t("authorisations.learn_next")});
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "workshop", .status = status});
}

}  // namespace

http::Response learn(Room& room, web::Visit& visit, std::string word) {
    const auto family = machines::family_from(word);
    return family ? learn_page(room, visit, *family, {}) : not_there(visit);
}

http::Response quiz_answer(Room& room, web::Visit& visit, std::string word) {
    const auto family = machines::family_from(word);
    const auto known = family ? room.database.read([&](const sql::Reader& db) { return course(db, *family); })
                              : std::nullopt;
    if (!known) return not_there(visit);
    forms::Form form(visit);
    std::map<std::int64_t, std::string> given;
    for (const Question& one : known->questions) {
        given[one.id.value] = form.typed(name_of(one));
        if (given[one.id.value].empty()) form.refuse(name_of(one), {"forms.choose"});
    }
    if (form.is_good()) {
        const auto done = answer_quiz(room.database, visit.act(), *family, given, visit.today());
        if (done) {
            visit.say("authorisations.said.quiz");
            return http::see_other(Url("/apprendre") / word);
        }
        form.refuse(known->questions.empty() ? "" : name_of(known->questions.front()), done.refusal());
    }
    return learn_page(room, visit, *family, form, 422);
}

http::Response sign_now(Room& room, web::Visit& visit, std::string word) {
    const auto family = machines::family_from(word);
    if (!family) return not_there(visit);
    forms::Form form(visit);
    if (!form.checked("yes")) {
        form.refuse("yes", {"authorisations.problem.yes"});
        return learn_page(room, visit, *family, form, 422);
    }
    const auto done = sign(room.database, visit.act(), *family, visit.today());
    if (!done) return design::refused(visit, done.refusal(), Url("/apprendre") / word, "workshop");
    visit.say("authorisations.said.signed");
    return http::see_other(Url("/apprendre") / word);
}

}  // namespace fabnum::authorisations
