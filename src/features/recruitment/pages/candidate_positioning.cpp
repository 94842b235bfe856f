// GET /recrutement/candidatures/{}/positionnement: the page of the interview. Closed questions, filled
// together; there is no field for what somebody thinks of somebody.

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

constexpr std::string_view asked[] = {"like", "show", "limit", "help", "wish"};

std::vector<design::Choice> choices_for(std::string_view question, const i18n::Words& t) {
    if (question == "like") return choices_of(question, likes, t);
    if (question == "show") return choices_of(question, shows, t);
    if (question == "limit") return choices_of(question, limits, t);
    if (question == "help") return choices_of(question, helps, t);
    return choices_of(question, wishes, t);
}

}  // namespace

http::Response positioning(Room& room, web::Visit& visit, CandidateId id) {
    const auto& t = visit.words();
    const auto file = room.database.read([&](const sql::Reader& db) {
        return room.candidates.visible_to(db, visit.actor(), id, visit.today());
    });
    if (!file) return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement"), "recruitment");
    note_reading(room.database, visit.act(), id);
    const Candidate& one = file->candidate;
    auto body = design::heading({.title = t("recruitment.position.heading", {{"name", one.given_name}}),
                                 .lead = p({t("recruitment.position.lead")}),
                                 .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")},
                                                              {full_name(one), url_of(id)}},
                                                             t("recruitment.position.title"), t)});
    forms::Form form;
    for (const auto& [question, words] : file->answers)
        for (const auto& word : words) form.put(question, word);
    Markup fields;
    for (const std::string_view question : asked)
        fields += design::checkboxes(form,
                                     {.name = std::string(question),
                                      .label = t("recruitment.position." + std::string(question)),
                                      .choices = choices_for(question, t),
                                      .optional = true},
                                     t);
    fields += design::button({.word = t("recruitment.position.keep"), .icon = "check"});
    body += design::columns(
        design::card({.title = t("recruitment.position.title"),
                      .body = design::sending(url_of(id) / "positionnement", fields),
                      .quiet = true}),
        design::stack({design::card({.title = t("recruitment.finding.title_none"),
                                     .body = findings_list(file->findings, t),
                                     .flush = true}),
                       design::card({.title = t("recruitment.position.say"),
                                     .body = ul({li({t("recruitment.position.say_status")}),
                                                 li({t("recruitment.position.say_hours")}),
                                                 li({t("recruitment.position.say_mistakes")}),
                                                 li({t("recruitment.position.say_next")})})})}));
    return design::page(visit,
                        {.title = t("recruitment.position.title"), .body = body, .here = "recruitment"});
}

http::Response positioning_keep(Room& room, web::Visit& visit, CandidateId id) {
    const forms::Form form(visit);
    Answers answers;
    for (const std::string_view question : asked) {
        auto& words = answers[std::string(question)];
        for (const auto& choice : choices_for(question, visit.words()))
            if (form.has(question, choice.value)) words.push_back(choice.value);
    }
    const auto done = room.candidates.answer(visit.act(), id, answers);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.positioned");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::recruitment
