// GET /premiere-fois/{token}: the first administrator of an empty house names themselves and their first
// place.

#include "design/page.h"
#include "features/home/pages/home_pages.h"
#include "features/people/people.h"
#include "features/sites/sites.h"

namespace fabnum::home {

using namespace html;

namespace {

constexpr std::string_view link_kind = "first_admin";

http::Response first_page(web::Visit& visit, const std::string& token, const forms::Form& form,
                          int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("home.first.title"), .lead = p({t("home.first.lead")})});
    body += design::mistakes(form, t);
    auto fields =
        design::field_group(
            t("home.first.you"),
            {design::field(
                 form,
                 {.name = "given_name", .label = t("people.new.given_name"), .autocomplete = "given-name"},
                 t),
             design::field(
                 form,
                 {.name = "family_name", .label = t("people.new.family_name"), .autocomplete = "family-name"},
                 t),
             design::field(form,
                           {.name = "mail",
                            .label = t("people.file.mail"),
                            .input = design::Input::Mail,
                            .autocomplete = "username"},
                           t),
             design::field(form,
                           {.name = "password",
                            .label = t("people.self.new_password"),
                            .input = design::Input::Password,
                            .help = t("people.self.password_help"),
                            .autocomplete = "new-password"},
                           t)}) +
        design::field_group(
            t("home.first.place"),
            {design::field(
                 form, {.name = "site", .label = t("home.first.site"), .help = t("home.first.site_help")}, t),
             design::field(form, {.name = "address", .label = t("home.welcome.address")}, t),
             design::field(form,
                           {.name = "phone", .label = t("people.file.phone"), .input = design::Input::Phone},
                           t)}) +
        design::button({.word = t("home.first.do"), .icon = "check"});
    body += design::sending(Url("/premiere-fois") / token, fields);
    return design::page(
        visit, {.title = design::form_title(form, t("home.first.title"), t), .body = body, .status = status});
}

bool is_open(Room& room, const web::Visit& visit, const std::string& token) {
    return room.database.read([&](const sql::Reader& db) {
        return people::is_empty(db) && sessions::find_link(db, link_kind, token, visit.now());
    });
}

}  // namespace

http::Response first_time(Room& room, web::Visit& visit, std::string token) {
    if (!is_open(room, visit, token)) return design::refused(visit, {"people.link_ended"}, Url("/connexion"));
    return first_page(visit, token, {});
}

http::Response first_time_open(Room& room, web::Visit& visit, std::string token) {
    if (!is_open(room, visit, token)) return design::refused(visit, {"people.link_ended"}, Url("/connexion"));
    forms::Form form(visit);
    people::NewPerson person;
    person.given_name = form.text("given_name", {.most = 80});
    person.family_name = form.text("family_name", {.most = 80});
    person.mail = form.mail("mail");
    if (person.mail) person.mail = i18n::search_key(*person.mail);
    sites::Site site;
    site.name = form.text("site", {.most = 60});
    site.town = site.name;
    site.address = form.text("address", {.most = 160});
    site.phone = form.phone("phone").value_or("");
    if (const auto refusal = people::password_problem(form.typed("password")))
        form.refuse("password", *refusal);
    if (!form.is_good()) return first_page(visit, token, form, 422);
    const auto opened = people::open_house(room.database, visit.act(), site, person, form.typed("password"),
                                           token, visit.today());
    if (!opened) return design::refused(visit, opened.refusal(), Url("/connexion"));
    visit.say("home.said.opened");
    return http::see_other(Url("/connexion"));
}

}  // namespace fabnum::home
