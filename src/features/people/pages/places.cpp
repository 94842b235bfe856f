// GET /lieux: the sites where I work; I go from one to the other, and the coordinator sets their amounts.
// GET /langue: French or English, for those without account.

#include "design/page.h"
#include "features/people/pages/people_pages.h"
#include "features/sites/sites.h"

namespace fabnum::people {

using namespace html;

http::Response places(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto hats = room.database.read(
        [&](const sql::Reader& db) { return hats_of(db, visit.actor().person, visit.today()); });
    auto body = design::heading({.title = t("people.places.title"), .lead = p({t("people.places.lead")})});
    Markup list;
    for (const Hat& hat : hats) {
        const bool here = hat.site == visit.actor().site;
        const Markup action =
            here ? design::tag({.tone = design::Tone::Info, .word = t("people.places.here")})
                 : design::act_button(Url("/lieux"),
                                      {.word = t("people.places.go", {{"site", hat.site_name}}),
                                       .icon = "map-pin",
                                       .look = design::Look::Outline},
                                      design::hidden("site", std::to_string(hat.site.value)));
        list += design::decision_row(
            {.icon = "map-pin",
             .tone = here ? design::Tone::Info : design::Tone::Plain,
             .title = hat.site_name.empty() ? t("people.places.everywhere") : hat.site_name,
             .detail = t("people.role." + std::string(fabnum::word_of(hat.role))),
             .action = design::button_row(
                 {action, hat.site
                              ? design::link_button({.word = t("people.places.see"),
                                                     .icon = "settings-2",
                                                     .look = design::Look::Bare,
                                                     .label = t("people.places.see") + ", " + hat.site_name},
                                                    Url("/lieux") / hat.site)
                              : Markup()})});
    }
    body += design::card({.title = t("people.places.mine"),
                          .body = ul({cls("rows"), html::role("list"), list}),
                          .flush = true});
    if (visit.actor().role == Role::Admin) {
        const auto all = room.database.read([](const sql::Reader& db) { return sites::all(db); });
        Markup others;
        for (const auto& site : all)
            others += design::decision_row(
                {.icon = "map-pin",
                 .tone = design::Tone::Plain,
                 .title = site.name,
                 .detail = site.town,
                 .action = design::link_button({.word = t("people.places.see"),
                                                .look = design::Look::Outline,
                                                .size = design::Size::Small,
                                                .label = t("people.places.see") + ", " + site.name},
                                               Url("/lieux") / site.id)});
        body += design::card({.title = t("people.places.all"),
                              .body = ul({cls("rows"), html::role("list"), others}),
                              .flush = true});
        body += design::button_row(
            {design::link_button({.word = t("people.places.open"), .icon = "plus"}, Url("/lieux/nouveau"))});
    }
    return design::page(visit, {.title = t("people.places.title"), .body = body});
}

namespace {

http::Response new_page(web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("people.places.open"),
                                 .lead = p({t("people.places.open_lead")}),
                                 .above = design::back_link({t("people.places.title"), Url("/lieux")})});
    body += design::mistakes(form, t);
    Markup fields;
    for (const auto& [name, key, optional] : {std::tuple("name", "sites.fact.name", false),
                                              {"town", "sites.fact.town", false},
                                              {"address", "sites.fact.address", true}})
        fields += design::field(
            form, {.name = name, .label = t(key), .optional = optional, .autocomplete = "off"}, t);
    fields += design::button({.word = t("people.places.open"), .icon = "plus"});
    body += design::sending(Url("/lieux/nouveau"), fields);
    return design::page(
        visit,
        {.title = design::form_title(form, t("people.places.open"), t), .body = body, .status = status});
}

}  // namespace

http::Response place_new(Room&, web::Visit& visit) {
    return new_page(visit, {});
}

http::Response place_open(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    sites::Site site;
    site.name = form.text("name", {.most = 80});
    site.town = form.text("town", {.most = 80});
    site.address = form.text("address", {.need = forms::Need::Maybe, .most = 200});
    if (!form.is_good()) return new_page(visit, form, 422);
    const auto opened = open_place(room.database, visit.act(), site, visit.today());
    if (!opened) {
        form.refuse("name", opened.refusal());
        return new_page(visit, form, 422);
    }
    visit.say("people.said.place_opened");
    return http::see_other(Url("/lieux") / *opened);
}

http::Response places_take(Room& room, web::Visit& visit) {
    const forms::Form form(visit);
    const auto done = take_hat(room.database, visit.act(), sessions::SessionId{visit.visitor().session},
                               form.id<SiteTag>("site"), visit.today());
    if (!done) return design::refused(visit, done.refusal(), Url("/lieux"));
    visit.say("people.said.place");
    return http::see_other(Url("/"));
}

http::Response language(Room&, web::Visit& visit) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("people.language.title")});
    body += design::button_row(
        {design::act_button(Url("/langue"), {.word = "Français", .look = design::Look::Outline},
                            design::hidden("language", "fr")),
         design::act_button(Url("/langue"), {.word = "English", .look = design::Look::Outline},
                            design::hidden("language", "en"))});
    return design::page(visit, {.title = t("people.language.title"), .body = body});
}

http::Response language_choose(Room& room, web::Visit& visit) {
    const forms::Form form(visit);
    const std::string chosen = form.typed("language") == "en" ? "en" : "fr";
    visit.set_cookie("langue", chosen, std::chrono::hours{24 * 365});
    if (visit.actor().person) {
        auto voice = visit.visitor().voice;
        voice.language = chosen == "en" ? i18n::Language::English : i18n::Language::French;
        const auto done = choose_manner(
            room.database, visit.act(),
            {.voice = voice, .theme = visit.visitor().theme, .comfort = visit.visitor().comfort});
        if (!done) return design::refused(visit, done.refusal(), Url("/langue"));
    }
    return http::see_other(Url("/"));
}

}  // namespace fabnum::people
