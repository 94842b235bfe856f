// GET /personnes/nouvelle: somebody joins the team.

#include "design/page.h"
#include "features/people/pages/people_pages.h"

namespace fabnum::people {

using namespace html;

namespace {

constexpr std::pair<std::string_view, Role> roles_to_give[] = {
    {"participant", Role::Participant}, {"fabmanager", Role::Fabmanager}, {"coordinator", Role::Coordinator}};

http::Response new_page(web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("people.new.title"),
                                 .above = design::back_link({t("design.way.cohort"), Url("/promo")})});
    body += design::mistakes(form, t);
    std::vector<design::Choice> roles;
    for (const auto& [word, role] : roles_to_give)
        roles.push_back({std::string(word), t("people.role." + std::string(word))});
    auto fields =
        design::radio_cards(form, {.name = "role", .label = t("people.new.role"), .choices = roles}, t);
    fields += design::field_row(
        {design::field(form,
                       {.name = "given_name", .label = t("people.new.given_name"), .autocomplete = "off"}, t),
         design::field(
             form, {.name = "family_name", .label = t("people.new.family_name"), .autocomplete = "off"}, t)});
    fields += design::field(form,
                            {.name = "mail",
                             .label = t("people.file.mail"),
                             .input = design::Input::Mail,
                             .optional = true,
                             .autocomplete = "off"},
                            t);
    fields += design::field(form,
                            {.name = "phone",
                             .label = t("people.file.phone"),
                             .input = design::Input::Phone,
                             .optional = true,
                             .autocomplete = "off"},
                            t);
    fields += design::field(form,
                            {.name = "birth_day",
                             .label = t("people.new.birth_day"),
                             .input = design::Input::Day,
                             .help = t("people.new.birth_day_help"),
                             .optional = true},
                            t);
    fields += design::button({.word = t("people.new.do"), .icon = "user-plus"});
    body += design::sending(Url("/personnes"), fields);
    return design::page(visit, {.title = design::form_title(form, t("people.new.title"), t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

}  // namespace

http::Response person_new(Room&, web::Visit& visit) {
    forms::Form form;
    form.put("role", "participant");
    return new_page(visit, form);
}

http::Response person_add(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    NewPerson person;
    person.given_name = form.text("given_name", {.most = 80});
    person.family_name = form.text("family_name", {.most = 80});
    person.mail = form.mail("mail", forms::Need::Maybe);
    if (person.mail) person.mail = i18n::search_key(*person.mail);
    person.phone = form.phone("phone", forms::Need::Maybe);
    person.birth_day = form.day("birth_day", forms::Need::Maybe);
    person.role = form.choice<Role>("role", roles_to_give).value_or(Role::Participant);
    person.voice.address = person.role == Role::Participant ? i18n::Address::Tu : i18n::Address::Vous;
    person.site = visit.actor().site;
    if (person.birth_day && age_on(*person.birth_day, visit.today()) < 14)
        form.refuse("birth_day", {"people.too_young"});
    if (!form.is_good()) return new_page(visit, form, 422);
    const auto added = room.database.write(
        visit.act(), [&](const sql::Writer& db) { return add(db, visit.act(), person, visit.today()); });
    if (!added) {
        form.refuse("mail", added.refusal());
        return new_page(visit, form, 422);
    }
    visit.say("people.said.added", {{"name", person.given_name}});
    return http::see_other(Url("/personnes") / *added);
}

}  // namespace fabnum::people
