// GET /personnes/{}/roles: the hats of a person on each site; one more, the end of one, leaving, coming back.

#include "design/page.h"
#include "features/people/pages/people_pages.h"

namespace fabnum::people {

using namespace html;

namespace {

constexpr std::pair<std::string_view, Role> roles_to_give[] = {{"participant", Role::Participant},
                                                               {"fabmanager", Role::Fabmanager},
                                                               {"coordinator", Role::Coordinator},
                                                               {"adviser", Role::Adviser}};

std::string hat_word(const Hat& hat, const i18n::Words& t) {
    return t("people.role." + std::string(fabnum::word_of(hat.role))) + ", " +
           (hat.site_name.empty() ? t("people.places.everywhere") : hat.site_name);
}

Markup hat_card(const Person& person, const Hat& hat, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    const std::string which = std::string(fabnum::word_of(hat.role)) + std::to_string(hat.site.value);
    const bool theirs = form.has("hat", which);
    forms::Form empty;
    empty.put("last", t.numeric_day(visit.today()));
    auto fields = design::hidden("hat", which) + design::hidden("role", fabnum::word_of(hat.role)) +
                  design::hidden("site", std::to_string(hat.site.value)) +
                  design::field(theirs ? form : empty,
                                {.name = "last",
                                 .label = t("people.hats.last"),
                                 .input = design::Input::Day,
                                 .help = t("people.hats.last_help"),
                                 .narrow = true,
                                 .id = "last-" + which},
                                t) +
                  design::button({.word = t("people.hats.end"),
                                  .icon = "log-out",
                                  .look = design::Look::Outline,
                                  .label = t("people.hats.end") + ", " + hat_word(hat, t)});
    return design::card(
        {.title = hat_word(hat, t),
         .body = person.id == visit.actor().person
                     ? p({t("people.own_hat")})
                     : design::sending(Url("/personnes") / person.id / "roles" / "fin", fields)});
}

http::Response hats_page(Room& room, web::Visit& visit, PersonId id, const forms::Form& form,
                         int status = 200) {
    const auto& t = visit.words();
    struct Facts {
        std::optional<Person> person;
        std::vector<Hat> hats;
        std::vector<sites::Site> sites;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        if (!may_manage(db, visit.actor(), id, visit.today())) return Facts{};
        return Facts{find(db, id), hats_of(db, id, visit.today()), sites::all(db)};
    });
    if (!facts.person) return design::refused(visit, {"people.not_there"}, Url("/personnes"), "cohort");
    const Url file = Url("/personnes") / id;
    auto body = design::heading({.title = t("people.hats.title"),
                                 .lead = p({t("people.hats.lead")}),
                                 .above = design::back_link({full_name(*facts.person), file})});
    body += design::mistakes(form, t);
    Markup cards;
    for (const Hat& hat : facts.hats)
        if (hat.role != Role::Admin) cards += hat_card(*facts.person, hat, form, visit);
    std::vector<design::Choice> roles, places;
    for (const auto& [word, role] : roles_to_give)
        roles.push_back({std::string(word), t("people.role." + std::string(word))});
    for (const auto& site : facts.sites)
        if (reaches(visit.actor(), site.id)) places.push_back({std::to_string(site.id.value), site.name});
    auto fields = design::select_field(
                      form, {.name = "new_role", .label = t("people.hats.role"), .choices = roles}, t) +
                  design::select_field(
                      form, {.name = "new_site", .label = t("people.hats.site"), .choices = places}, t) +
                  design::button({.word = t("people.hats.give"), .icon = "plus"});
    cards += design::card({.title = t("people.hats.more"), .body = design::sending(file / "roles", fields)});
    body += design::stack({cards});
    return design::page(visit, {.title = design::form_title(form, t("people.hats.title"), t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

}  // namespace

http::Response person_hats(Room& room, web::Visit& visit, PersonId id) {
    return hats_page(room, visit, id, {});
}

http::Response person_hat_give(Room& room, web::Visit& visit, PersonId id) {
    forms::Form form(visit);
    const auto role = form.choice<Role>("new_role", roles_to_give);
    const auto site = form.id<SiteTag>("new_site");
    if (!site) form.refuse("new_site", {"forms.choose"});
    if (!form.is_good()) return hats_page(room, visit, id, form, 422);
    const auto done = give_hat(room.database, visit.act(), id, *role, site, visit.today());
    if (!done) {
        form.refuse("new_role", done.refusal());
        return hats_page(room, visit, id, form, 422);
    }
    visit.say("people.said.hat_given");
    return http::see_other(Url("/personnes") / id);
}

http::Response person_hat_end(Room& room, web::Visit& visit, PersonId id) {
    forms::Form form(visit);
    const auto last = form.day("last");
    const Role role = role_from_word(form.typed("role"));
    if (!form.is_good()) return hats_page(room, visit, id, form, 422);
    const auto done =
        end_hat(room.database, visit.act(), id, role, form.id<SiteTag>("site"), *last, visit.today());
    if (!done) return design::refused(visit, done.refusal(), Url("/personnes") / id / "roles", "cohort");
    visit.say("people.said.hat_ended");
    return http::see_other(Url("/personnes") / id);
}

http::Response person_leave(Room& room, web::Visit& visit, PersonId id) {
    const auto done = leave(room.database, visit.act(), id, visit.today());
    if (!done) return design::refused(visit, done.refusal(), Url("/personnes") / id, "cohort");
    visit.say("people.said.left");
    return http::see_other(Url("/personnes") / id);
}

http::Response person_return(Room& room, web::Visit& visit, PersonId id) {
    const auto done = come_back(room.database, visit.act(), id, visit.today());
    if (!done) return design::refused(visit, done.refusal(), Url("/personnes") / id, "cohort");
    visit.say("people.said.came_back");
    return http::see_other(Url("/personnes") / id);
}

}  // namespace fabnum::people
