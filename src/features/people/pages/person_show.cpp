// GET /personnes/{}: what the team needs to know of one person, and a way in for them. Each look is noted.

#include "design/page.h"
#include "features/people/pages/people_pages.h"
#include "platform/journal/readings.h"
#include "platform/qr/qr.h"

namespace fabnum::people {

using namespace html;

namespace {

http::Response person_page(Room& room, web::Visit& visit, const Person& person,
                           const std::optional<std::string>& link) {
    const auto& t = visit.words();
    const auto hats =
        room.database.read([&](const sql::Reader& db) { return hats_of(db, person.id, visit.today()); });
    std::string roles;
    for (const Hat& hat : hats)
        roles += (roles.empty() ? "" : ", ") + t("people.role." + std::string(fabnum::word_of(hat.role))) +
                 (hat.site_name.empty() ? "" : " (" + hat.site_name + ")");
    auto body = design::heading({.title = full_name(person), .lead = p({roles})});
    std::vector<std::pair<std::string, Markup>> facts;
    if (person.mail) {
        const auto to = Url::mail(*person.mail);
        facts.emplace_back(t("people.file.mail"), to ? a({href(*to), *person.mail}) : text(*person.mail));
    }
    if (person.phone) {
        const auto to = Url::phone(*person.phone);
        facts.emplace_back(t("people.file.phone"), to ? a({href(*to), *person.phone}) : text(*person.phone));
    }
    if (person.birth_day) {
        const int age = age_on(*person.birth_day, visit.today());
        facts.emplace_back(t("people.file.age"),
                           text(t("people.file.years", {{"years", age}})) +
                               (age < 18 ? text(" ") + design::tag({.tone = design::Tone::Watch,
                                                                    .word = t("people.file.minor")})
                                         : Markup()));
    }
    facts.emplace_back(t("people.self.address"),
                       text(t("people.self." + std::string(word_of(person.voice.address)))));
    body += design::card({.title = t("people.file.title"), .body = design::definitions(facts)});
    if (visit.actor().role == Role::Coordinator || visit.actor().role == Role::Admin)
        body += design::button_row({design::link_button({.word = t("people.file.data"),
                                                         .icon = "file-text",
                                                         .look = design::Look::Outline},
                                                        Url("/personnes") / person.id / "donnees")});
    if (link) {
        const std::string address = room.public_address + (Url("/entree") / *link).text();
        body += design::card({.title = t("people.file.link"),
                              .body = p({t("people.file.link_ready", {{"name", person.given_name}})}) +
                                      div({cls("qr-large"), qr::code(address, t("people.file.link_qr"))}) +
                                      p({code({address})}),
                              .id = "lien"});
    } else {
        body += design::card({.title = t("people.file.link"),
                              .body = p({t("people.file.link_lead")}) +
                                      design::act_button(Url("/personnes") / person.id / "lien",
                                                         {.word = t("people.file.link_do"),
                                                          .icon = "key-round",
                                                          .look = design::Look::Outline})});
    }
    return design::page(visit, {.title = full_name(person), .body = body, .here = "cohort"});
}

}  // namespace

http::Response person_show(Room& room, web::Visit& visit, PersonId id) {
    const auto person =
        room.database.read([&](const sql::Reader& db) { return visible_to(db, visit.actor(), id); });
    if (!person) return design::refused(visit, {"people.not_there"}, home_of(visit.actor().role));
    journal::note_reading(room.database, visit.act(), id, "file", visit.actor().site);
    return person_page(room, visit, *person, std::nullopt);
}

http::Response person_link(Room& room, web::Visit& visit, PersonId id) {
    const auto token = make_sign_in_link(room.database, visit.act(), id);
    if (!token) return design::refused(visit, token.refusal(), Url("/personnes") / id);
    const auto person =
        room.database.read([&](const sql::Reader& db) { return visible_to(db, visit.actor(), id); });
    // The link is shown once, here: only its hash is kept, so no page can show it again.
    return person_page(room, visit, *person, *token);
}

}  // namespace fabnum::people
