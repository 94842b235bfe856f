// GET /autorisations/{family}/cours: what is learnt of a family, and the short quiz.

#include "features/authorisations/pages/authorisation_fragments.h"

namespace fabnum::authorisations {

using namespace html;

namespace {

constexpr int most_questions = 5;

std::string key_of(std::string_view what, int at) {
    return std::string(what) + "-" + std::to_string(at);
}

http::Response course_page(web::Visit& visit, Family family, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const std::string title = t("authorisations.course.title", {{"family", family_word(family, t)}});
    const Url back = Url("/autorisations") / machines::word_of(family);
    auto body =
        design::heading({.title = title,
                         .lead = p({t("authorisations.course.lead")}),
                         .above = design::back_link(
                             {t("authorisations.grant_title", {{"family", family_word(family, t)}}), back})});
    body += design::mistakes(form, t);
    Markup fields = design::field(form,
                                  {.name = "lesson",
                                   .label = t("authorisations.course.lesson"),
                                   .input = design::Input::Area,
                                   .help = t("machines.form.safety_help"),
                                   .rows = 8},
                                  t) +
                    design::field(form,
                                  {.name = "months",
                                   .label = t("authorisations.course.months"),
                                   .input = design::Input::Number,
                                   .narrow = true},
                                  t);
    for (int at = 1; at <= most_questions; ++at) {
        const auto one = [&](std::string_view what, bool area) {
            return design::field(form,
                                 {.name = key_of(what, at),
                                  .label = t("authorisations.course." + std::string(what)),
                                  .input = area ? design::Input::Area : design::Input::Text,
                                  .help = area ? t("authorisations.course.wrong_help") : "",
                                  .optional = true,
                                  .rows = 2},
                                 t);
        };
        fields += design::field_group(t("authorisations.course.number", {{"number", at}}),
                                      {one("question", false), one("correct", false), one("wrong", true)});
    }
    fields += design::button({.word = t("authorisations.course.keep"), .icon = "check"});
    body += design::sending(back / "cours", fields);
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "workshop", .status = status});
}

std::vector<Question> read_questions(forms::Form& form) {
    std::vector<Question> questions;
    for (int at = 1; at <= most_questions; ++at) {
        Question one;
        one.question = form.text(key_of("question", at), {.need = forms::Need::Maybe, .most = 200});
        if (one.question.empty()) continue;
        one.correct = form.text(key_of("correct", at), {.most = 120});
        one.wrong = machines::lines_of(
            form.paragraph(key_of("wrong", at), {.need = forms::Need::Maybe, .most = 300}));
        if (one.wrong.empty()) form.refuse(key_of("wrong", at), {"authorisations.problem.wrong"});
        questions.push_back(std::move(one));
    }
    return questions;
}

}  // namespace

http::Response course_form(Room& room, web::Visit& visit, std::string word) {
    const auto family = machines::family_from(word);
    if (!family) return not_there(visit);
    const auto known = room.database.read([&](const sql::Reader& db) { return course(db, *family); });
    forms::Form form;
    form.put("months", std::to_string(known ? known->valid_months : 12));
    if (known) {
        form.put("lesson", known->lesson);
        int at = 1;
        for (const Question& one : known->questions) {
            std::string wrong;
            for (const std::string& line : one.wrong) wrong += line + "\n";
            form.put(key_of("question", at), one.question)
                .put(key_of("correct", at), one.correct)
                .put(key_of("wrong", at), wrong);
            ++at;
        }
    }
    return course_page(visit, *family, form);
}

http::Response course_keep(Room& room, web::Visit& visit, std::string word) {
    const auto family = machines::family_from(word);
    if (!family) return not_there(visit);
    forms::Form form(visit);
    Course wanted{.family = *family, .lesson = form.paragraph("lesson", {.most = 4000})};
    const auto months = form.number("months", 1, 60);
    wanted.questions = read_questions(form);
    if (!form.is_good()) return course_page(visit, *family, form, 422);
    wanted.valid_months = static_cast<int>(*months);
    const auto done = keep_course(room.database, visit.act(), wanted);
    const Url back = Url("/autorisations") / word;
    if (!done) return design::refused(visit, done.refusal(), back, "workshop");
    visit.say("authorisations.said.course");
    return http::see_other(back);
}

}  // namespace fabnum::authorisations
