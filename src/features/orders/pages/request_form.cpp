// GET /commander, /commander/{token}/{question}: the public form. No account, one question per page, kept as
// it goes.

#include "features/orders/pages/order_pages.h"
#include "features/orders/pages/request_questions.h"

namespace fabnum::orders {

using namespace html;

namespace {

http::Response question_page(Room& room, web::Visit& visit, const std::string& token, const Draft& draft,
                             Question question, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const QuestionView view{token, draft, form,
                            room.database.read([](const sql::Reader& db) { return sites::all(db); })};
    const std::string key = "orders.question." + std::string(word_of(question));
    const int place = static_cast<int>(question) + 1;
    const auto previous = before(question);
    auto body = design::heading(
        {.title = t(key),
         .lead = t.has(key + "_lead") ? p({t(key + "_lead")}) : Markup(),
         .above =
             design::back_link({t(previous ? "orders.request.back" : "orders.request.start"),
                                previous ? question_url(token, *previous) : Url("/commander")}) +
             p({cls("soft"), t("orders.request.place", {{"place", place}, {"all", std::size(questions)}})})});
    body += design::mistakes(form, t);
    if (question == Question::Check) {
        body += answers_table(view, t);
        const auto missing = first_unanswered(draft);
        if (missing != Question::Check) {
            body += design::notice({.tone = design::Tone::Watch,
                                    .sentence = t("orders.request.incomplete"),
                                    .more = design::link_button(
                                        {.word = t("orders.request.complete"), .look = design::Look::Outline},
                                        question_url(token, missing))});
        } else {
            body += p({t("orders.request.privacy")});
            body += design::sending(
                Url("/commander") / token / "envoi",
                design::button(
                    {.word = t("orders.request.send"), .icon = "send", .size = design::Size::Large}));
        }
    } else {
        auto fields = fields_of(question, view, t) +
                      design::hidden("retour", visit.request().query.get("retour") == "verifier" ||
                                                       form.has("retour", "verifier")
                                                   ? "verifier"
                                                   : "");
        fields += design::button({.word = t("orders.request.next"), .icon = "arrow-right"});
        body +=
            design::sending(question_url(token, question), fields,
                            {.files = question == Question::Picture,
                             .autosave = question == Question::Picture
                                             ? std::nullopt
                                             : std::optional(question_url(token, question) / "brouillon")});
        if (question == Question::Picture)
            for (const Picture& picture : draft.pictures)
                body += design::act_button(
                    Url("/commander") / token / "images" / picture.file / "fin",
                    {.word = t("orders.request.drop", {{"description", picture.description}}),
                     .icon = "trash-2",
                     .look = design::Look::Bare,
                     .size = design::Size::Small});
    }
    return design::page(visit,
                        {.title = design::form_title(form, t(key), t), .body = body, .status = status});
}

}  // namespace

http::Response request(Room&, web::Visit& visit) {
    const auto& t = visit.words();
    Markup list;
    for (const std::string_view key :
         {"orders.request.step_free", "orders.request.step_made", "orders.request.step_delay"})
        list += li({t(key)});
    auto body =
        design::heading({.title = t("orders.request.heading"), .lead = p({t("orders.request.lead")})});
    body += ul({list});
    body += design::act_button(
        Url("/commander"),
        {.word = t("orders.request.begin"), .icon = "arrow-right", .size = design::Size::Large});
    body += p({cls("soft"), t("orders.request.time")});
    return design::page(visit, {.title = t("orders.request.heading"), .body = body});
}

http::Response request_begin(Room& room, web::Visit& visit) {
    return http::see_other(question_url(begin_draft(room.database, visit.act()), Question::What));
}

http::Response request_question(Room& room, web::Visit& visit, std::string token, std::string word) {
    const auto question = question_from(word);
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!question || !draft || draft->order) return draft_ended(visit);
    return question_page(room, visit, token, *draft, *question, filled_from(*draft, visit.words()));
}

http::Response request_answer(Room& room, web::Visit& visit, std::string token, std::string word) {
    const auto question = question_from(word);
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!question || !draft || draft->order) return draft_ended(visit);
    forms::Form form(visit);
    const auto answers = answers_from(form, *question, visit.today());
    const auto& uploads = visit.request().uploads;
    if (*question == Question::Picture && !uploads.empty() && uploads.front().size > 0) {
        const auto checked = room.cabinet.check(uploads.front(), {});
        if (!checked) {
            form.refuse("picture", checked.refusal());
        } else {
            std::string description = form.text("description", {.need = forms::Need::Maybe, .most = 200});
            if (description.empty()) description = visit.words()("orders.request.a_picture");
            const auto kept =
                keep_picture(room.database, room.cabinet, visit.act(), draft->id, *checked, description);
            if (!kept) form.refuse("picture", kept.refusal());
        }
    }
    if (!form.is_good()) return question_page(room, visit, token, *draft, *question, form, 422);
    if (!answers.empty()) {
        const auto kept = keep_answers(room.database, visit.act(), draft->id, answers);
        if (!kept) return design::refused(visit, kept.refusal(), question_url(token, *question));
    }
    return http::see_other(
        question_url(token, form.has("retour", "verifier") ? Question::Check : next_of(*question)));
}

// The draft as it is typed: nothing is refused, and only what reads well is kept.
http::Response request_save(Room& room, web::Visit& visit, std::string token, std::string word) {
    const auto question = question_from(word);
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!question || !draft || draft->order) return http::text("", 404);
    forms::Form form(visit);
    auto answers = answers_from(form, *question, visit.today());
    std::erase_if(answers, [&](const auto& one) { return one.second.empty() || form.problem_of(one.first); });
    const auto kept =
        keep_answers(room.database, {.by = visit.actor(), .at = visit.now()}, draft->id, answers);
    return http::text("", kept ? 204 : 422);
}

http::Response request_send(Room& room, web::Visit& visit, std::string token) {
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!draft) return draft_ended(visit);
    if (draft->order) return http::see_other(Url("/commander"));
    const auto order = order_of(*draft, visit.words().voice().language);
    if (!order) return http::see_other(question_url(token, first_unanswered(*draft)));
    const auto received = room.orders.receive(visit.act(), *order);
    if (!received) return design::refused(visit, received.refusal(), question_url(token, Question::Check));
    (void)note_sent(room.database, draft->id, received->id);
    visit.say("orders.said.sent");
    return http::see_other(Url("/suivi") / received->token);
}

}  // namespace fabnum::orders
