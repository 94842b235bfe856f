// GET /venir, /venir/{token}/{question}: a young person says they want to come. No account, short questions,
// one per page, kept as it goes.

#include <algorithm>

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"
#include "features/sites/sites.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

Url page_url(const std::string& token, Question question) {
    return Url("/venir") / token / word_of(question);
}

struct View {
    const std::string& token;
    const Interest& interest;
    const forms::Form& form;
    std::vector<sites::Site> sites;
    std::vector<Glance> ahead;
};

Markup fields_of(Question question, const View& view, const i18n::Words& t) {
    const auto& form = view.form;
    using design::Input;
    const auto line = [&](std::string_view name, Input input, std::string_view autocomplete) {
        const std::string key = "recruitment.interest." + std::string(name);
        return design::field(form,
                             {.name = std::string(name),
                              .label = t(key),
                              .input = input,
                              .help = t.has(key + "_help") ? t(key + "_help") : std::string(),
                              .optional = input == Input::Mail || input == Input::Phone,
                              .autocomplete = std::string(autocomplete)},
                             t);
    };
    switch (question) {
        case Question::Where: {
            design::Choices places{.name = "site", .label = t("recruitment.interest.site"), .choices = {}};
            for (const auto& site : view.sites)
                places.choices.push_back({std::to_string(site.id.value), site.name, site.address, "map-pin"});
            return design::radio_cards(form, places, t);
        }
        case Question::Name:
            return line("given_name", Input::Text, "given-name") +
                   line("family_name", Input::Text, "family-name") +
                   design::radio_cards(form,
                                       {.name = "gender",
                                        .label = t("recruitment.interest.gender"),
                                        .choices = choices_of("said_as", genders, t),
                                        .help = t("recruitment.interest.gender_help"),
                                        .optional = true},
                                       t);
        case Question::Birth:
            return line("birth_day", Input::Day, "bday") + line("town", Input::Text, "address-level2");
        case Question::Reach: return line("phone", Input::Phone, "tel") + line("mail", Input::Mail, "email");
        case Question::Meeting: {
            design::Choices choices{.name = "meeting",
                                    .label = t("recruitment.interest.meeting"),
                                    .choices = meeting_choices(view.ahead, t)};
            choices.choices.push_back(
                {"0", t("recruitment.interest.no_meeting"), t("recruitment.interest.no_meeting_detail")});
            return design::radio_cards(form, choices, t);
        }
        case Question::Help:
            return design::checkboxes(form,
                                      {.name = "helps",
                                       .label = t("recruitment.interest.help"),
                                       .choices = choices_of("my_help", helps, t),
                                       .help = t("recruitment.interest.help_help"),
                                       .optional = true},
                                      t) +
                   design::radio_cards(form,
                                       {.name = "registered",
                                        .label = t("recruitment.interest.registered"),
                                        .choices = choices_of("my_registered", knowns, t),
                                        .optional = true},
                                       t);
        case Question::Check: return {};
    }
    return {};
}

std::string split_help(const std::string& words, const i18n::Words& t) {
    std::vector<std::string> said;
    for (const std::string_view one : helps)
        if ((" " + words + " ").find(" " + std::string(one) + " ") != std::string::npos)
            said.push_back(t("recruitment.my_help." + std::string(one)));
    return t.list(said);
}

Markup answers_table(const View& view, const i18n::Words& t) {
    const Interest& interest = view.interest;
    std::string site, meeting = t("recruitment.interest.no_meeting");
    for (const auto& one : view.sites)
        if (one.id == interest.site()) site = one.name;
    for (const auto& one : view.ahead)
        if (std::to_string(one.meeting.id.value) == interest.answer("meeting"))
            meeting = when_of(one.meeting, t);
    const auto birth = day_from_iso(interest.answer("birth_day"));
    const auto row = [&](std::string_view label, const std::string& said, Question question) {
        const std::string word = t("recruitment.interest.row_" + std::string(label));
        return std::pair(
            word, join({span({cls("answer"), said.empty() ? t("recruitment.interest.nothing") : said}), " ",
                        a({href(page_url(view.token, question).with("retour", "verifier")),
                           t("recruitment.interest.change"), span({cls("for-readers"), " " + word})})}));
    };
    return design::definitions(
        {row("where", site, Question::Where),
         row("name", interest.answer("given_name") + " " + interest.answer("family_name"), Question::Name),
         row("birth", birth ? t.day_with_year(*birth) : "", Question::Birth),
         row("town", interest.answer("town"), Question::Birth),
         row("phone", interest.answer("phone"), Question::Reach),
         row("mail", interest.answer("mail"), Question::Reach), row("meeting", meeting, Question::Meeting),
         row("help", split_help(interest.answer("helps"), t), Question::Help)});
}

std::map<std::string, std::string> answers_from(forms::Form& form, Question question, Day today) {
    std::map<std::string, std::string> answers;
    switch (question) {
        case Question::Where:
            if (!form.id<struct fabnum::SiteTag>("site")) form.refuse("site", {"recruitment.problem.site"});
            answers["site"] = form.typed("site");
            break;
        case Question::Name:
            answers["given_name"] =
                form.text("given_name", {.most = 80, .missing = "recruitment.problem.given_name"});
            answers["family_name"] =
                form.text("family_name", {.most = 80, .missing = "recruitment.problem.family_name"});
            if (const auto one = form.choice<Gender>("gender", genders, forms::Need::Maybe))
                answers["gender"] = word_in(genders, *one);
            break;
        case Question::Birth: {
            const auto day = form.day("birth_day");
            if (day && (*day >= today || people::age_on(*day, today) > 60))
                form.refuse("birth_day", {"recruitment.problem.birth_day"});
            else if (day && people::age_on(*day, today) < 14)
                form.refuse("birth_day", {"recruitment.problem.too_young"});
            answers["birth_day"] = day ? to_iso(*day) : "";
            answers["town"] = form.text("town", {.most = 80, .missing = "recruitment.problem.town"});
            break;
        }
        case Question::Reach:
            answers["phone"] = form.phone("phone", forms::Need::Maybe).value_or("");
            answers["mail"] = i18n::search_key(form.mail("mail", forms::Need::Maybe).value_or(""));
            if (form.typed("phone").empty() && form.typed("mail").empty())
                form.refuse("phone", {"recruitment.problem.reach"});
            break;
        case Question::Meeting:
            if (form.typed("meeting").empty()) form.refuse("meeting", {"recruitment.problem.meeting"});
            answers["meeting"] = form.typed("meeting") == "0" ? "" : form.typed("meeting");
            break;
        case Question::Help: {
            std::string words;
            for (const std::string_view one : helps)
                if (form.has("helps", one)) words += (words.empty() ? "" : " ") + std::string(one);
            answers["helps"] = words;
            if (const auto one = form.choice<Known>("registered", knowns, forms::Need::Maybe))
                answers["registered"] = word_in(knowns, *one);
            break;
        }
        case Question::Check: break;
    }
    return answers;
}

forms::Form filled_from(const Interest& interest, const i18n::Words& t) {
    forms::Form form;
    for (const auto& [name, value] : interest.answers) {
        const auto day = name == "birth_day" ? day_from_iso(value) : std::nullopt;
        if (name == "helps") {
            for (const std::string_view one : helps)
                if ((" " + value + " ").find(" " + std::string(one) + " ") != std::string::npos)
                    form.put(name, std::string(one));
        } else {
            form.put(name, day ? t.numeric_day(*day) : value);
        }
    }
    return form;
}

http::Response question_page(Room& room, web::Visit& visit, const std::string& token,
                             const Interest& interest, Question question, const forms::Form& form,
                             int status = 200) {
    const i18n::Words t = youth_words(visit);
    View view{token, interest, form, {}, {}};
    room.database.read([&](const sql::Reader& db) {
        view.sites = sites::all(db);
        if (interest.site()) view.ahead = room.meetings.ahead(db, interest.site(), visit.today());
    });
    const std::string key = "recruitment.question." + std::string(word_of(question));
    const auto previous = before(question);
    auto body = design::heading(
        {.title = t(key),
         .lead = t.has(key + "_lead") ? p({t(key + "_lead")}) : Markup(),
         .above = design::back_link({t("recruitment.interest.back"),
                                     previous ? page_url(token, *previous) : Url("/venir")}) +
                  p({cls("soft"), t("recruitment.interest.place", {{"place", static_cast<int>(question) + 1},
                                                                   {"all", std::size(questions)}})})});
    body += design::mistakes(form, t);
    if (question == Question::Check) {
        body += answers_table(view, t);
        const auto missing = first_unanswered(interest);
        if (missing != Question::Check) {
            body += design::notice({.tone = design::Tone::Watch,
                                    .sentence = t("recruitment.interest.incomplete"),
                                    .more = design::link_button({.word = t("recruitment.interest.complete"),
                                                                 .look = design::Look::Outline},
                                                                page_url(token, missing))});
        } else {
            body += p({t("recruitment.interest.privacy")});
            body += design::sending(
                Url("/venir") / token / "envoi",
                design::button(
                    {.word = t("recruitment.interest.send"), .icon = "send", .size = design::Size::Large}));
        }
    } else {
        const bool back = visit.request().query.get("retour") == "verifier" || form.has("retour", "verifier");
        body += design::sending(
            page_url(token, question),
            fields_of(question, view, t) + design::hidden("retour", back ? "verifier" : "") +
                design::button({.word = t("recruitment.interest.next"), .icon = "arrow-right"}));
    }
    return design::page(visit,
                        {.title = design::form_title(form, t(key), t), .body = body, .status = status});
}

http::Response ended_page(web::Visit& visit) {
    const i18n::Words t = youth_words(visit);
    auto body = design::message_page(
        {.icon = "link",
         .title = t("recruitment.interest.ended"),
         .sentence = t("recruitment.interest.ended_why"),
         .action = design::link_button({.word = t("recruitment.interest.begin")}, Url("/venir"))});
    return design::page(visit, {.title = t("recruitment.interest.ended"), .body = body, .status = 404});
}

std::optional<Interest> living(Room& room, const web::Visit& visit, const std::string& token) {
    auto found =
        room.database.read([&](const sql::Reader& db) { return find_interest(db, token, visit.now()); });
    if (found && found->candidate) return std::nullopt;
    return found;
}

}  // namespace

http::Response interest(Room&, web::Visit& visit) {
    const i18n::Words t = youth_words(visit);
    Markup list;
    for (const std::string_view key : {"recruitment.interest.make", "recruitment.interest.hours",
                                       "recruitment.interest.paid", "recruitment.interest.age"})
        list += li({t(key)});
    auto body = design::heading(
        {.title = t("recruitment.interest.heading"), .lead = p({t("recruitment.interest.lead")})});
    body += ul({list});
    body += design::act_button(
        Url("/venir"),
        {.word = t("recruitment.interest.begin"), .icon = "arrow-right", .size = design::Size::Large});
    body += p({cls("soft"), t("recruitment.interest.time")});
    return design::page(visit, {.title = t("recruitment.interest.heading"), .body = body});
}

http::Response interest_begin(Room& room, web::Visit& visit) {
    return http::see_other(page_url(begin_interest(room.database, visit.act()), Question::Where));
}

http::Response interest_question(Room& room, web::Visit& visit, std::string token, std::string word) {
    const auto question = question_from(word);
    const auto found = living(room, visit, token);
    if (!question || !found) return ended_page(visit);
    return question_page(room, visit, token, *found, *question, filled_from(*found, visit.words()));
}

http::Response interest_answer(Room& room, web::Visit& visit, std::string token, std::string word) {
    const auto question = question_from(word);
    const auto found = living(room, visit, token);
    if (!question || !found) return ended_page(visit);
    forms::Form form(visit);
    const auto answers = answers_from(form, *question, visit.today());
    if (!form.is_good()) return question_page(room, visit, token, *found, *question, form, 422);
    if (!answers.empty()) {
        const auto kept = keep_answers(room.database, visit.act(), found->id, answers);
        if (!kept) return ended_page(visit);
    }
    return http::see_other(
        page_url(token, form.has("retour", "verifier") ? Question::Check : next_of(*question)));
}

http::Response interest_send(Room& room, web::Visit& visit, std::string token) {
    const auto found = living(room, visit, token);
    if (!found) return ended_page(visit);
    const auto made = send_interest(room.candidates, visit.act(), *found, visit.today());
    if (!made) {
        const bool about_meeting = made.refusal().key.find("meeting") != std::string::npos &&
                                   !made.refusal().key.ends_with("moved_meanwhile");
        return design::refused(visit, made.refusal(),
                               page_url(token, about_meeting ? Question::Meeting : Question::Check));
    }
    visit.say("recruitment.said.sent");
    return http::see_other(Url("/rendez-vous") / *made);
}

}  // namespace fabnum::recruitment
