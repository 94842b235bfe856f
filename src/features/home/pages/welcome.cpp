// GET /: each signed-in person goes to their home; everybody else learns what this place is and how to ask
// for something.

#include "design/page.h"
#include "features/home/pages/home_pages.h"
#include "features/sites/sites.h"

namespace fabnum::home {

using namespace html;

http::Response welcome(Room& room, web::Visit& visit) {
    switch (visit.actor().role) {
        case Role::Participant: return http::see_other(Url("/aujourdhui"));
        case Role::Fabmanager: return http::see_other(Url("/atelier"));
        case Role::Coordinator:
        case Role::Admin: return http::see_other(Url("/accueil"));
        case Role::Adviser: return http::see_other(Url("/moi"));
        default: break;
    }
    const auto& t = visit.words();
    const auto places = room.database.read([](const sql::Reader& db) { return sites::all(db); });
    auto body = design::heading({.title = t("home.welcome.title"), .lead = p({t("home.welcome.lead")})});
    body += design::button_row(
        {design::link_button(
             {.word = t("home.welcome.order"), .icon = "package", .size = design::Size::Large},
             Url("/commander")),
         design::link_button({.word = t("home.welcome.sign_in"),
                              .icon = "log-in",
                              .look = design::Look::Outline,
                              .size = design::Size::Large},
                             Url("/connexion"))});
    Markup cards;
    for (const auto& site : places) {
        std::vector<std::pair<std::string, Markup>> facts = {{t("home.welcome.address"), text(site.address)}};
        if (const auto to = Url::phone(site.phone))
            facts.emplace_back(t("home.welcome.phone"), a({href(*to), site.phone}));
        cards += design::card({.title = site.name, .body = design::definitions(facts)});
    }
    if (!cards.empty()) body += design::section_title(t("home.welcome.places")) + cards;
    return design::page(visit, {.title = t("home.welcome.title"), .body = body});
}

http::Response accessibility(Room&, web::Visit& visit) {
    const auto& t = visit.words();
    auto body =
        design::heading({.title = t("home.accessibility.title"), .lead = p({t("home.accessibility.lead")})});
    for (const std::string_view part : {"state", "works", "help"}) {
        const std::string key = "home.accessibility." + std::string(part);
        body += design::card({.title = t(key), .body = p({t(key + "_text")})});
    }
    return design::page(visit, {.title = t("home.accessibility.title"), .body = body});
}

}  // namespace fabnum::home
