// GET and POST /nouvelles/{token}: a former volunteer says how they are, in under a minute, without account.

#include "features/outcomes/pages/outcome_fragments.h"
#include "features/outcomes/pages/outcome_pages.h"
#include "platform/sessions/sessions.h"

namespace fabnum::outcomes {

using namespace html;

namespace {

// What one would say of oneself; the team knows the finer words.
constexpr std::string_view own_situations[] = {
    "permanent", "fixed_long",    "fixed_short",  "temporary", "apprenticeship", "pro_contract", "qualifying",
    "school",    "civic_service", "own_business", "scheme",    "job_search",     "no_solution"};

struct Asked {
    NewsLine line;
    i18n::Words words;
};
std::optional<Asked> asked_of(Room& room, const web::Visit& visit, const std::string& token) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<Asked> {
        const auto link = sessions::find_link(db, news_link, token, visit.now());
        const auto line = link ? find_news(db, NewsId{link->subject}) : std::nullopt;
        const auto person = line ? people::find(db, line->exit.person) : std::nullopt;
        if (!person) return std::nullopt;
        return Asked{*line, i18n::Words(person->voice)};
    });
}

http::Response no_link(Room& room, web::Visit& visit, const std::string& token) {
    const auto& t = visit.words();
    const bool ended =
        room.database.read([&](const sql::Reader& db) { return sessions::was_link(db, news_link, token); });
    const std::string title = t(ended ? "outcomes.own.ended" : "outcomes.own.unknown");
    auto body =
        design::message_page({.icon = ended ? "heart" : "link",
                              .title = title,
                              .sentence = t(ended ? "outcomes.own.ended_why" : "outcomes.own.unknown_why")});
    return design::page(visit, {.title = title, .body = body, .status = ended ? 410 : 404});
}

http::Response own_page(web::Visit& visit, const Asked& asked, const std::string& token,
                        const forms::Form& form, int status = 200) {
    const auto& t = asked.words;
    std::vector<design::Choice> choices;
    for (const auto word : own_situations)
        choices.push_back({std::string(word), t("outcomes.own." + std::string(word))});
    auto body = design::heading({.title = t("outcomes.own.title", {{"name", asked.line.face.given_name}}),
                                 .lead = p({t("outcomes.own.lead", {{"months", asked.line.news.months}})})});
    body += design::mistakes(form, t);
    auto fields = design::radio_cards(
                      form, {.name = "situation", .label = t("outcomes.own.now"), .choices = choices}, t) +
                  design::select_field(form,
                                       {.name = "field",
                                        .label = t("outcomes.own.field"),
                                        .choices = choices_of(fabnum::outcomes::fields, "field", t),
                                        .optional = true,
                                        .empty_word = t("outcomes.form.no_field")},
                                       t) +
                  design::button({.word = t("outcomes.own.send"),
                                  .icon = "send",
                                  .wide = true,
                                  .name = "what",
                                  .value = "answer"}) +
                  design::button({.word = t("outcomes.own.refuse"),
                                  .look = design::Look::Bare,
                                  .wide = true,
                                  .name = "what",
                                  .value = "refuse",
                                  .skips_checks = true});
    body += design::card({.title = t("outcomes.own.now"),
                          .body = design::sending(Url("/nouvelles") / token, fields),
                          .quiet = true});
    body += p({cls("soft"), t("outcomes.own.why")});
    return design::page(
        visit,
        {.title = design::form_title(form, t("outcomes.own.page"), t), .body = body, .status = status});
}

}  // namespace

http::Response own_news(Room& room, web::Visit& visit, std::string token) {
    const auto asked = asked_of(room, visit, token);
    if (!asked) return no_link(room, visit, token);
    return own_page(visit, *asked, token, forms::Form());
}

http::Response own_news_send(Room& room, web::Visit& visit, std::string token) {
    const auto asked = asked_of(room, visit, token);
    if (!asked) return no_link(room, visit, token);
    forms::Form form(visit);
    Answer given;
    if (form.has("what", "refuse")) {
        given.missing = Missing::Refused;
    } else {
        given.situation =
            form.choice<Situation>("situation", situations, forms::Need::Must, "outcomes.problem.own");
        given.field = form.choice<Field>("field", fabnum::outcomes::fields, forms::Need::Maybe);
    }
    if (!form.is_good()) return own_page(visit, *asked, token, form, 422);
    Act act = visit.act();
    act.by = {.person = asked->line.exit.person, .role = Role::Anyone, .site = asked->line.exit.site};
    const auto kept = answer_oneself(room.database, act, token, given, visit.today());
    if (!kept) return no_link(room, visit, token);
    return http::see_other(Url("/nouvelles") / token);
}

}  // namespace fabnum::outcomes
