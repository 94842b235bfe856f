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
             .action = action});
    }
    body += design::card({.title = t("people.places.mine"),
                          .body = ul({cls("rows"), html::role("list"), list}),
                          .flush = true});
    return design::page(visit, {.title = t("people.places.title"), .body = body});
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
