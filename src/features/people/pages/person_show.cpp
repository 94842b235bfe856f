// GET /personnes/{}: what the team needs to know of one person, and a way in for them. Each look is noted.

#include <algorithm>

#include "design/page.h"
#include "features/people/pages/people_pages.h"
#include "platform/clock/clock.h"
#include "platform/journal/readings.h"
#include "platform/qr/qr.h"

namespace fabnum::people {

using namespace html;

namespace {

// What only the coordinator and the administrator do.
Markup management(const Person& person, const web::Visit& visit) {
    const auto& t = visit.words();
    const Url file = Url("/personnes") / person.id;
    Markup leaving;
    if (person.id != visit.actor().person)
        leaving = person.active ? design::act_button(file / "depart", {.word = t("people.leaving.do"),
                                                                       .icon = "log-out",
                                                                       .look = design::Look::Outline})
                                : design::act_button(file / "retour", {.word = t("people.leaving.undo"),
                                                                       .icon = "undo-2",
                                                                       .look = design::Look::Outline});
    return design::card(
        {.title = t("people.manage.title"),
         .body = p({t(person.active ? "people.leaving.lead" : "people.leaving.left")}) +
                 design::button_row(
                     {design::link_button(
                          {.word = t("people.edit.title"), .icon = "pencil", .look = design::Look::Outline},
                          file / "coordonnees"),
                      design::link_button(
                          {.word = t("people.hats.title"), .icon = "users", .look = design::Look::Outline},
                          file / "roles"),
                      leaving})});
}

// Where this reader goes next about this person.
Markup ways_on(const Person& person, bool young, const web::Visit& visit) {
    const auto& t = visit.words();
    const Role reader = visit.actor().role;
    const bool teaches = reader == Role::Coordinator || reader == Role::Fabmanager;
    const bool decides = reader == Role::Coordinator || reader == Role::Admin;
    Markup ways;
    const auto add = [&](bool shown, std::string_view word, std::string_view icon, const Url& to) {
        if (shown)
            ways += design::link_button(
                {.word = t("people.file." + std::string(word)), .icon = icon, .look = design::Look::Outline},
                to);
    };
    add(young && teaches, "path", "route", Url("/jeunes") / person.id);
    add(young && teaches, "message", "message-circle", Url("/messages") / person.id);
    add(young && is_staff(visit.actor()), "machines", "badge-check",
        Url("/personnes") / person.id / "autorisations");
    add(young && decides, "volunteering", "file-text", Url("/personnes") / person.id / "volontariat");
    add(decides, "data", "folder-open", Url("/personnes") / person.id / "donnees");
    if (ways.empty()) return {};
    return design::card({.title = t("people.file.follow", {{"name", person.given_name}}),
                         .body = design::button_row({ways})});
}

Markup badge_card(Room& room, const Person& person, const std::optional<Badge>& badge, bool pin,
                  const web::Visit& visit) {
    const auto& t = visit.words();
    const Url file = Url("/personnes") / person.id;
    if (!badge)
        return design::card({.title = t("people.badges.one"),
                             .body = p({t("people.badges.not_yet")}) +
                                     design::act_button(file / "badge", {.word = t("people.badges.give"),
                                                                         .icon = "id-card",
                                                                         .look = design::Look::Outline})});
    Markup buttons;
    if (room.printer.is_available())
        buttons += design::link_button(
            {.word = t("people.badges.print"), .icon = "printer", .look = design::Look::Outline},
            Url("/personnes/badges.pdf").with("p", person.id.value));
    buttons +=
        design::act_button(file / "badge" / "fin",
                           {.word = t("people.badges.take"), .icon = "ban", .look = design::Look::Danger});
    const Day since = clock::day_in(visit.visitor().zone, badge->made);
    return design::card({.title = t("people.badges.one"),
                         .body = p({t("people.badges.since", {{"day", t.day_with_year(since)}}), " ",
                                    t(pin ? "people.badges.pin_there" : "people.badges.pin_missing")}) +
                                 p({t("people.badges.code"), " ", code({badge_spoken(badge->code)})}) +
                                 design::button_row({buttons})});
}

http::Response person_page(Room& room, web::Visit& visit, const Person& person,
                           const std::optional<std::string>& link) {
    const auto& t = visit.words();
    struct More {
        std::vector<Hat> hats;
        std::optional<Badge> badge;
        bool pin = false, managed = false;
    };
    const auto more = room.database.read([&](const sql::Reader& db) {
        More found;
        found.hats = hats_of(db, person.id, visit.today());
        found.pin = has_pin(db, person.id);
        found.managed = may_manage(db, visit.actor(), person.id, visit.today());
        if (const auto all = badges(db, {person.id}, room.key); !all.empty())
            found.badge = all.begin()->second;
        return found;
    });
    const auto& hats = more.hats;
    std::string roles;
    for (const Hat& hat : hats)
        roles += (roles.empty() ? "" : ", ") + t("people.role." + std::string(fabnum::word_of(hat.role))) +
                 (hat.site_name.empty() ? "" : " (" + hat.site_name + ")");
    auto body = design::heading(
        {.title = full_name(person),
         .lead = person.active
                     ? p({roles})
                     : p({design::tag({.tone = design::Tone::Plain, .word = t("people.file.left")})}),
         .above = design::back_link({t("people.list.title"), Url("/personnes")})});
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
    const bool young =
        std::any_of(hats.begin(), hats.end(), [](const Hat& hat) { return hat.role == Role::Participant; });
    body += ways_on(person, young, visit);
    if (link) {
        const std::string address = room.public_address + (Url("/entree") / *link).text();
        body += design::card({.title = t("people.file.link"),
                              .body = p({t("people.file.link_ready", {{"name", person.given_name}})}) +
                                      div({cls("qr-large"), qr::code(address, t("people.file.link_qr"))}) +
                                      p({code({address})}),
                              .id = "lien"});
    } else if (person.active) {
        body += design::card({.title = t("people.file.link"),
                              .body = p({t("people.file.link_lead")}) +
                                      design::act_button(Url("/personnes") / person.id / "lien",
                                                         {.word = t("people.file.link_do"),
                                                          .icon = "key-round",
                                                          .look = design::Look::Outline})});
    }
    if (young && person.active) body += badge_card(room, person, more.badge, more.pin, visit);
    if (more.managed) body += management(person, visit);
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
