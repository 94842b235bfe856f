// GET /personnes/{}/autorisations: what one person may use; taking it back; the legal ground of a minor. Each
// look is noted.

#include "features/authorisations/pages/authorisation_fragments.h"
#include "platform/journal/readings.h"

namespace fabnum::authorisations {

using namespace html;

namespace {

std::string ground_word(const GroundRow& ground, const i18n::Words& t) {
    return t("authorisations.ground." + std::string(ground.word));
}

Url url_of(PersonId person) {
    return Url("/personnes") / person / "autorisations";
}

Markup revoke_form(PersonId person, Family family, const i18n::Words& t) {
    std::vector<design::Choice> reasons;
    for (const auto& [word, reason] : revoke_reasons)
        reasons.push_back({std::string(word), t("authorisations.revoke_reason." + std::string(word))});
    const std::string id = "reason-" + std::string(machines::word_of(family));
    return details({summary({t("authorisations.revoke")}),
                    design::sending(url_of(person) / machines::word_of(family) / "retrait",
                                    design::select_field({.name = "reason",
                                                          .label = t("authorisations.revoke_why"),
                                                          .choices = reasons,
                                                          .empty_word = t("authorisations.choose"),
                                                          .id = id},
                                                         t) +
                                        design::button({.word = t("authorisations.revoke_do"),
                                                        .icon = "ban",
                                                        .look = design::Look::Danger}))});
}

Markup permit_part(PersonId person, Family family, const Permit& permit, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup one = div({cls("line"), h3({family_word(family, t)}), design::tag(permit_tag(permit, t))});
    if (const std::string missing = missing_words(permit, t); !missing.empty()) one += p({missing});
    if (permit.expires && permit.paper == Paper::Valid)
        one += p({cls("soft"), t("authorisations.until", {{"day", t.day_with_year(*permit.expires)}})});
    if (permit.ground) {
        for (const GroundRow& row : grounds)
            if (row.ground == *permit.ground)
                one += p({strong({ground_word(row, t)}), text(" "),
                          text(t("authorisations.until", {{"day", t.day_with_year(*permit.ground_until)}}))});
        if (visit.actor().role != Role::Fabmanager)
            one += design::act_button(
                Url("/personnes") / person / "base-legale" / machines::word_of(family) / "fin",
                {.word = t("authorisations.ground_end"), .look = design::Look::Bare});
    }
    if (permit.paper == Paper::Valid) one += revoke_form(person, family, t);
    return div({cls("card-part"), one});
}

Markup ground_form(PersonId person, const std::vector<Family>& families, const forms::Form& form,
                   const i18n::Words& t) {
    std::vector<design::Choice> kinds, laws;
    for (const Family family : families)
        kinds.push_back({std::string(machines::word_of(family)), family_word(family, t)});
    for (const GroundRow& row : grounds)
        laws.push_back({std::string(row.word), ground_word(row, t),
                        t("authorisations.ground." + std::string(row.word) + "_why")});
    const auto day = [&](std::string_view name) {
        return design::field(form,
                             {.name = std::string(name),
                              .label = t("authorisations.ground_" + std::string(name)),
                              .input = design::Input::Day},
                             t);
    };
    return design::notice({.tone = design::Tone::Watch,
                           .title = t("authorisations.ground_title"),
                           .sentence = t("authorisations.ground_law")}) +
           design::sending(
               Url("/personnes") / person / "base-legale",
               design::select_field(form,
                                    {.name = "family",
                                     .label = t("machines.form.family"),
                                     .choices = kinds,
                                     .empty_word = t("authorisations.choose")},
                                    t) +
                   design::radio_cards(
                       form, {.name = "ground", .label = t("authorisations.ground_which"), .choices = laws},
                       t) +
                   design::field_row({day("from"), day("to")}) +
                   design::button({.word = t("authorisations.ground_do"), .icon = "landmark"}));
}

http::Response shown(Room& room, web::Visit& visit, PersonId id, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    struct Facts {
        people::Person person;
        std::map<Family, Permit> permits;
        std::vector<Family> regulated;
    };
    auto facts = room.database.read([&](const sql::Reader& db) -> std::optional<Facts> {
        auto person = people::visible_to(db, visit.actor(), id);
        if (!person) return std::nullopt;
        Facts found{
            .person = std::move(*person), .permits = of_person(db, id, visit.today()), .regulated = {}};
        for (const auto& one : machines::of_site(db, visit.actor().site)) {
            if (one.machine.danger == machines::Danger::Free) continue;
            found.permits[one.machine.family];  // shown even when nothing is held
            if (one.machine.danger == machines::Danger::Regulated &&
                (found.regulated.empty() || found.regulated.back() != one.machine.family))
                found.regulated.push_back(one.machine.family);
        }
        return found;
    });
    if (!facts) return not_there(visit);
    journal::note_reading(room.database, visit.act(), id, "authorisations", visit.actor().site);
    const std::string title = t("authorisations.of", {{"name", facts->person.given_name}});
    auto body = design::heading(
        {.title = title, .above = design::back_link({t("authorisations.title"), Url("/autorisations")})});
    body += design::mistakes(form, t);
    Markup all;
    for (const auto& [family, permit] : facts->permits) all += permit_part(id, family, permit, visit);
    body += design::card({.title = t("authorisations.title"), .body = all, .flush = true, .quiet = true});
    if (people::is_minor(facts->person, visit.today()) && visit.actor().role != Role::Fabmanager)
        body += design::card({.title = t("authorisations.minor"),
                              .body = ground_form(id, facts->regulated, form, t),
                              .id = "base-legale"});
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "workshop", .status = status});
}

http::Response answered(web::Visit& visit, PersonId person, const Result<fabnum::Done>& done,
                        std::string_view said) {
    if (!done) return design::refused(visit, done.refusal(), url_of(person), "workshop");
    visit.say(said);
    return http::see_other(url_of(person));
}

}  // namespace

http::Response person_page(Room& room, web::Visit& visit, PersonId person) {
    return shown(room, visit, person, {});
}

http::Response revoke_now(Room& room, web::Visit& visit, PersonId person, std::string word) {
    const auto family = machines::family_from(word);
    if (!family) return not_there(visit);
    forms::Form form(visit);
    const auto reason = form.choice<RevokeReason>("reason", revoke_reasons);
    if (!reason) return shown(room, visit, person, form, 422);
    return answered(visit, person,
                    revoke(room.database, visit.act(), person, *family, *reason, visit.today()),
                    "authorisations.said.revoked");
}

http::Response ground_give(Room& room, web::Visit& visit, PersonId person) {
    forms::Form form(visit);
    const auto family = machines::family_from(form.typed("family"));
    if (!family) form.refuse("family", {"forms.choose"});
    const auto* ground = ground_from(form.typed("ground"));
    if (!ground) form.refuse("ground", {"forms.choose"});
    const auto from = form.day("from");
    const auto to = form.day("to");
    if (form.is_good()) {
        const auto done =
            give_ground(room.database, visit.act(), person, *family, ground->ground, *from, *to);
        if (done || done.refusal().key.ends_with("not_there"))
            return answered(visit, person, done, "authorisations.said.ground");
        form.refuse("to", done.refusal());
    }
    return shown(room, visit, person, form, 422);
}

http::Response ground_end(Room& room, web::Visit& visit, PersonId person, std::string word) {
    const auto family = machines::family_from(word);
    if (!family) return not_there(visit);
    return answered(visit, person, end_ground(room.database, visit.act(), person, *family, visit.today()),
                    "authorisations.said.ground_ended");
}

}  // namespace fabnum::authorisations
