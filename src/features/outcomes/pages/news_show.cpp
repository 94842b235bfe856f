// GET /suivis/{}: ask one person for news: a text to copy, a letter, a call; each try is noted, and the
// answer.

#include "features/outcomes/pages/outcome_fragments.h"
#include "features/outcomes/pages/outcome_pages.h"
#include "platform/clock/clock.h"
#include "platform/journal/readings.h"

namespace fabnum::outcomes {

using namespace html;

namespace {

struct Sight {
    NewsLine line;
    std::vector<Try> tries;
    std::optional<people::Person> person;
};

std::optional<Sight> sight_of(Room& room, const web::Visit& visit, NewsId id) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<Sight> {
        const auto line = find_news(db, id);
        if (!line || !reaches(visit.actor(), line->exit.site)) return std::nullopt;
        return Sight{*line, tries_of(db, id), people::find(db, line->exit.person)};
    });
}

// Written to the young person: in their manner.
i18n::Words words_of(const Sight& sight, const web::Visit& visit) {
    return i18n::Words(sight.person ? sight.person->voice : visit.words().voice());
}
std::string message_of(const Sight& sight, const std::string& address, const web::Visit& visit) {
    return words_of(sight, visit)("outcomes.message", {{"name", sight.line.face.given_name},
                                                       {"who", visit.visitor().given_name},
                                                       {"months", sight.line.news.months},
                                                       {"link", address}});
}

Markup reach_card(const Sight& sight, const std::string& address, const web::Visit& visit) {
    const auto& t = visit.words();
    const Url here = url_of(sight.line.news.id);
    Markup body;
    if (!address.empty()) {
        body += p({t("outcomes.ask.copy")});
        body += design::field({.name = "text",
                               .label = t("outcomes.ask.text"),
                               .input = design::Input::Area,
                               .value = message_of(sight, address, visit),
                               .rows = 5},
                              t);
        body += design::act_button(here / "essais", {.word = t("outcomes.ask.sent"), .icon = "check"},
                                   design::hidden("channel", "sms") + design::hidden("reply", "sent"));
        return design::card({.title = t("outcomes.ask.title"), .body = body, .id = "texte"});
    }
    std::vector<std::pair<std::string, Markup>> facts;
    const auto& person = sight.person;
    if (person && person->phone) {
        const auto to = Url::phone(*person->phone);
        facts.emplace_back(t("outcomes.ask.phone"),
                           to ? a({href(*to), *person->phone}) : text(*person->phone));
    }
    if (person && person->mail) facts.emplace_back(t("outcomes.ask.mail"), text(*person->mail));
    if (facts.empty())
        body += design::notice({.tone = design::Tone::Watch, .sentence = t("outcomes.ask.no_way")});
    body += design::definitions(facts);
    Markup ways =
        design::act_button(here / "texte", {.word = t("outcomes.ask.prepare"), .icon = "message-square"});
    if (person && person->mail)
        ways += design::act_button(
            here / "mail",
            {.word = t("outcomes.ask.send_mail"), .icon = "mail", .look = design::Look::Outline});
    body += design::button_row({ways});
    return design::card({.title = t("outcomes.ask.title"), .body = body});
}

Markup tries_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Moment> moments;
    for (const Try& one : sight.tries)
        moments.push_back({.time = t.short_day(clock::day_in(visit.visitor().zone, one.at)),
                           .title = t("outcomes.channel." + std::string(word_in(channels, one.channel))),
                           .detail = t("outcomes.reply." + std::string(word_in(replies, one.reply)))});
    Markup body = moments.empty() ? p({t("outcomes.tries.none")}) : design::timeline(moments);
    const int count = static_cast<int>(sight.tries.size());
    body += p({cls("soft"), t("outcomes.tries.count", {{"count", count}, {"usual", usual_tries}})});
    if (!sight.line.news.answered) {
        forms::Form form;
        form.put("channel", "call").put("reply", "no_reply");
        body += design::sending(
            url_of(sight.line.news.id) / "essais",
            design::field_row({design::select_field(form,
                                                    {.name = "channel",
                                                     .label = t("outcomes.tries.channel"),
                                                     .choices = choices_of(channels, "channel", t)},
                                                    t),
                               design::select_field(form,
                                                    {.name = "reply",
                                                     .label = t("outcomes.tries.reply"),
                                                     .choices = choices_of(replies, "reply", t)},
                                                    t)}) +
                design::button({.word = t("outcomes.tries.note"), .look = design::Look::Outline}));
    }
    return design::card({.title = t("outcomes.tries.title"), .body = body, .id = "essais"});
}

Markup answer_card(const Sight& sight, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    const News& one = sight.line.news;
    Markup body;
    if (one.answered) {
        std::vector<std::pair<std::string, Markup>> facts = {
            {t("outcomes.column.answered"), text(t.day_with_year(*one.answered))}};
        if (one.situation)
            facts.emplace_back(t("outcomes.column.situation"), strong({situation_word(*one.situation, t)}));
        if (one.field) facts.emplace_back(t("outcomes.column.field"), text(field_word(one.field, t)));
        if (one.proof)
            facts.emplace_back(t("outcomes.column.proof"),
                               text(t("outcomes.proof." + std::string(word_in(proofs, *one.proof)))));
        if (one.missing)
            facts.emplace_back(t("outcomes.column.missing"),
                               text(t("outcomes.missing." + std::string(word_in(missings, *one.missing)))));
        body += design::definitions(facts);
        if (one.by_self) body += p({cls("soft"), t("outcomes.answer.by_self")});
    }
    auto fields =
        situation_fields(form, t) +
        design::button({.word = t("outcomes.answer.do"), .icon = "check", .name = "what", .value = "answer"});
    Markup forms_of = design::sending(url_of(one.id) / "reponse", fields);
    auto none = design::select_field(form,
                                     {.name = "missing",
                                      .label = t("outcomes.answer.missing"),
                                      .choices = choices_of(missings, "missing", t),
                                      .empty_word = t("outcomes.form.choose")},
                                     t) +
                design::button({.word = t("outcomes.answer.missing_do"),
                                .look = design::Look::Outline,
                                .name = "what",
                                .value = "missing"});
    forms_of +=
        details({summary({t("outcomes.answer.none")}), design::sending(url_of(one.id) / "reponse", none)});
    body += one.answered ? details({summary({t("outcomes.answer.correct")}), forms_of}) : forms_of;
    return design::card({.title = t("outcomes.answer.title"), .body = body, .id = "reponse"});
}

http::Response news_page(web::Visit& visit, const Sight& sight, const forms::Form& form,
                         const std::string& address = {}, int status = 200) {
    const auto& t = visit.words();
    const News& one = sight.line.news;
    const std::string name = people::full_name(sight.line.face);
    auto body = design::heading(
        {.title = name,
         .lead = div({cls("line"), design::tag(standing_tag(standing_of(one, visit.today()), t)),
                      span({news_title(one, t), ", ", t.day_with_year(one.due)})}),
         .aside = design::link_button({.word = t("outcomes.exit.see"), .look = design::Look::Outline},
                                      url_of(one.exit)),
         .above = design::back_link({t("outcomes.news.title"), Url("/suivis")})});
    body += design::mistakes(form, t);
    Markup left = one.answered ? Markup() : reach_card(sight, address, visit);
    body += design::columns(design::stack({left, answer_card(sight, form, visit)}),
                            design::stack({tries_card(sight, visit)}));
    return design::page(
        visit,
        {.title = design::form_title(form, name, t), .body = body, .here = "results", .status = status});
}

http::Response nobody(web::Visit& visit) {
    return design::refused(visit, {"outcomes.not_there"}, Url("/suivis"), "results");
}

forms::Form empty_answer() {
    forms::Form form;
    form.put("proof", "statement");
    return form;
}

}  // namespace

http::Response news_show(Room& room, web::Visit& visit, NewsId id) {
    const auto sight = sight_of(room, visit, id);
    if (!sight) return nobody(visit);
    journal::note_reading(room.database, visit.act(), sight->line.exit.person, "exit", sight->line.exit.site);
    return news_page(visit, *sight, empty_answer());
}

// The text is shown once, with a new link: only the link’s hash is kept.
http::Response news_text(Room& room, web::Visit& visit, NewsId id) {
    const auto token = make_news_link(room.database, visit.act(), id);
    if (!token) return design::refused(visit, token.refusal(), url_of(id), "results");
    const auto sight = sight_of(room, visit, id);
    if (!sight) return nobody(visit);
    return news_page(visit, *sight, empty_answer(),
                     room.public_address + (Url("/nouvelles") / *token).text());
}

http::Response news_mail(Room& room, web::Visit& visit, NewsId id) {
    const auto sight = sight_of(room, visit, id);
    if (!sight || !sight->person || !sight->person->mail) return nobody(visit);
    const auto sent =
        send_news_letter(room.database, visit.act(), id, visit.visitor().given_name, room.public_address);
    if (!sent) return design::refused(visit, sent.refusal(), url_of(id), "results");
    visit.say("outcomes.said.mailed");
    return http::see_other(url_of(id));
}

http::Response news_try(Room& room, web::Visit& visit, NewsId id) {
    forms::Form form(visit);
    const auto channel = form.choice<Channel>("channel", channels);
    const auto reply = form.choice<Reply>("reply", replies);
    if (!channel || !reply) return nobody(visit);
    const auto noted = note_try(room.database, visit.act(), id, *channel, *reply);
    if (!noted) return design::refused(visit, noted.refusal(), url_of(id), "results");
    visit.say("outcomes.said.tried");
    return http::see_other(url_of(id).at("essais"));
}

http::Response news_answer(Room& room, web::Visit& visit, NewsId id) {
    const auto sight = sight_of(room, visit, id);
    if (!sight) return nobody(visit);
    forms::Form form(visit);
    Answer given;
    if (form.has("what", "missing")) {
        given.missing =
            form.choice<Missing>("missing", missings, forms::Need::Must, "outcomes.problem.missing");
    } else {
        given.situation =
            form.choice<Situation>("situation", situations, forms::Need::Must, "outcomes.problem.situation");
        given.field = form.choice<Field>("field", fields, forms::Need::Maybe);
        given.proof = form.choice<Proof>("proof", proofs).value_or(Proof::Statement);
    }
    if (!form.is_good()) return news_page(visit, *sight, form, {}, 422);
    const auto kept = answer(room.database, visit.act(), id, given, visit.today());
    if (!kept) return design::refused(visit, kept.refusal(), url_of(id), "results");
    visit.say("outcomes.said.answered");
    return http::see_other(Url("/suivis"));
}

}  // namespace fabnum::outcomes
