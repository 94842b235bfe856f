// GET /personnes/badges: which young people have a badge; those chosen get one, and the cards are printed,
// ten on an A4 page. GET /personnes/badges.pdf?p=…: the cards of those who have one.

#include <charconv>

#include "design/page.h"
#include "features/people/pages/people_pages.h"
#include "platform/assets/assets.h"
#include "platform/clock/clock.h"
#include "platform/qr/qr.h"

namespace fabnum::people {

using namespace html;

namespace {

constexpr std::size_t cards_on_a_page = 10;  // 86 × 54 mm each, as bank cards

std::vector<PersonId> chosen_in(const web::Visit& visit) {
    std::vector<PersonId> ids;
    for (const auto& [name, value] : visit.request().query.items()) {
        PersonId id;
        if (name == "p") std::from_chars(value.data(), value.data() + value.size(), id.value);
        if (id) ids.push_back(id);
    }
    return ids;
}

Url with_people(Url to, const std::vector<PersonId>& ids) {
    for (const PersonId id : ids) to = to.with("p", id.value);
    return to;
}

struct Facts {
    std::vector<Face> young;
    std::map<PersonId, Badge> badges;
};
Facts facts_of(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        Facts facts;
        facts.young = with_role(db, Role::Participant, visit.actor().site, visit.today());
        std::vector<PersonId> ids;
        for (const Face& face : facts.young) ids.push_back(face.id);
        facts.badges = badges(db, ids, room.key);
        return facts;
    });
}

Markup card_of(Room& room, const web::Visit& visit, const Face& face, const Badge& badge) {
    const auto& t = visit.words();
    const std::string address = room.public_address + (Url("/badge") / badge.code).text();
    return section({cls("card-badge"),
                    div({cls("card-badge-words"), p({cls("card-badge-brand"), "Fab’Num"}),
                         p({cls("card-badge-name"), face.given_name}), p({visit.visitor().site_name}),
                         p({cls("card-badge-code"), badge_spoken(badge.code)})}),
                    div({cls("card-badge-qr"), qr::code(address, t("people.badges.qr"))})});
}

http::Response list_page(Room& room, web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const auto facts = facts_of(room, visit);
    const auto chosen = chosen_in(visit);
    auto body = design::heading({.title = t("people.badges.title"),
                                 .lead = p({t("people.badges.lead")}),
                                 .above = design::back_link({t("people.list.title"), Url("/personnes")})});
    body += design::mistakes(form, t);
    if (!chosen.empty() && room.printer.is_available())
        body +=
            design::notice({.tone = design::Tone::Good,
                            .sentence = t("people.badges.ready", {{"count", chosen.size()}}),
                            .more = design::link_button({.word = t("people.badges.pdf"), .icon = "file-down"},
                                                        with_people(Url("/personnes/badges.pdf"), chosen))});
    if (!room.printer.is_available())
        body += design::notice({.tone = design::Tone::Watch, .sentence = t("people.badges.no_pdf")});
    if (facts.young.empty()) {
        body += design::empty_state(
            {.icon = "id-card",
             .title = t("people.badges.none"),
             .action = design::link_button({.word = t("people.new.title")}, Url("/personnes/nouvelle"))});
        return design::page(visit, {.title = t("people.badges.title"), .body = body, .here = "cohort"});
    }
    std::vector<design::Choice> choices;
    std::vector<std::string> ticked;
    for (const Face& face : facts.young) {
        const auto badge = facts.badges.find(face.id);
        const bool has = badge != facts.badges.end();
        choices.push_back(
            {std::to_string(face.id.value), full_name(face),
             has ? t("people.badges.since",
                     {{"day", t.day_with_year(clock::day_in(visit.visitor().zone, badge->second.made))}})
                 : t("people.badges.not_yet")});
        if (!has) ticked.push_back(std::to_string(face.id.value));
    }
    auto fields = design::checkboxes(
        {.name = "p", .label = t("people.badges.whom"), .choices = choices, .chosen = ticked}, t);
    fields += design::button({.word = t("people.badges.do"), .icon = "id-card"});
    body += design::sending(Url("/personnes/badges"), fields);
    return design::page(visit, {.title = design::form_title(form, t("people.badges.title"), t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

}  // namespace

http::Response badge_list(Room& room, web::Visit& visit) {
    return list_page(room, visit, {});
}

http::Response badge_give(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto chosen = form.ids<PersonTag>("p");
    const auto done = give_badges(room.database, visit.act(), chosen, room.key, visit.today());
    if (!done) {
        form.refuse("p", done.refusal());
        return list_page(room, visit, form, 422);
    }
    visit.say("people.said.badges");
    return http::see_other(with_people(Url("/personnes/badges"), chosen));
}

http::Response badge_pdf(Room& room, web::Visit& visit) {
    const auto facts = facts_of(room, visit);
    const auto chosen = chosen_in(visit);
    std::vector<Markup> cards;
    for (const Face& face : facts.young) {
        const auto badge = facts.badges.find(face.id);
        const bool wanted =
            chosen.empty() || std::find(chosen.begin(), chosen.end(), face.id) != chosen.end();
        if (wanted && badge != facts.badges.end()) cards.push_back(card_of(room, visit, face, badge->second));
    }
    if (cards.empty()) return http::see_other(Url("/personnes/badges"));
    Markup sheets;
    for (std::size_t first = 0; first < cards.size(); first += cards_on_a_page) {
        Markup page;
        for (std::size_t i = first; i < std::min(first + cards_on_a_page, cards.size()); ++i)
            page += cards[i];
        sheets += div({cls("card-badges"), page});
    }
    const Document document{.language = std::string(i18n::tag_of(visit.words().voice().language)),
                            .title = visit.words()("people.badges.title"),
                            .body_class = "print-page",
                            .styles = {assets::url_of("assets/app.css")},
                            .body = sheets};
    const auto bytes = room.printer.print(html::print(document));
    if (!bytes) return design::refused(visit, {"people.no_pdf"}, Url("/personnes/badges"), "cohort");
    return http::download(*bytes, "application/pdf", "badges.pdf");
}

http::Response person_badge(Room& room, web::Visit& visit, PersonId id) {
    const auto done = give_badges(room.database, visit.act(), {id}, room.key, visit.today());
    if (!done) return design::refused(visit, done.refusal(), Url("/personnes") / id, "cohort");
    visit.say("people.said.badges");
    return http::see_other(Url("/personnes") / id);
}

http::Response person_badge_end(Room& room, web::Visit& visit, PersonId id) {
    const auto done = take_badge(room.database, visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), Url("/personnes") / id, "cohort");
    visit.say("people.said.badge_taken");
    return http::see_other(Url("/personnes") / id);
}

}  // namespace fabnum::people
