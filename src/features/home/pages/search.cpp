// GET /recherche?q=: orders and people of the site, accents and case ignored, within one's rights.

#include "features/home/pages/home_fragments.h"
#include "features/home/pages/home_pages.h"

namespace fabnum::home {

using namespace html;

http::Response search(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const std::string words(visit.request().query.get("q"));
    struct Facts {
        orders::Rows orders;
        std::vector<people::Face> people;
        std::vector<partners::Organisation> organisations;
    };
    const bool empty = i18n::search_key(words).empty();
    const auto found = room.database.read([&](const sql::Reader& db) {
        Facts facts;
        if (empty) return facts;
        facts.orders = room.orders.list(db, visit.actor(),
                                        {.site = visit.actor().site,
                                         .states = {},
                                         .kind = {},
                                         .words = words,
                                         .late = false,
                                         .sort = "-received",
                                         .most = 20,
                                         .skip = 0},
                                        visit.today());
        facts.people = people::search(db, visit.actor(), words, visit.today(), 20);
        facts.organisations = partners::search(db, words, 10, 0);
        return facts;
    });
    auto body = design::heading(
        {.title = t("home.search.title"),
         .lead = empty ? p({t("home.search.how")}) : p({t("home.search.for", {{"words", words}})})});
    const auto list = [&](std::string_view title, Markup lines) {
        if (!lines.empty())
            body += design::card(
                {.title = t(title), .body = ul({cls("rows"), html::role("list"), lines}), .flush = true});
    };
    Markup lines;
    for (const auto& row : found.orders.rows)
        lines += design::decision_row({.icon = "package",
                                       .tone = design::Tone::Plain,
                                       .title = row.order.title,
                                       .detail = orders::reference_of(row.order) + ", " + row.organisation,
                                       .to = Url("/commandes") / row.order.id});
    list("orders.list.title", lines);
    lines = {};
    for (const auto& face : found.people)
        lines += design::decision_row({.person = design::Person{face.id.value, people::full_name(face)},
                                       .title = people::full_name(face),
                                       .detail = t("people.role." + std::string(word_of(face.role))),
                                       .to = Url("/personnes") / face.id});
    list("home.search.people", lines);
    lines = {};
    for (const auto& one : found.organisations)
        lines += design::decision_row({.icon = "handshake",
                                       .tone = design::Tone::Plain,
                                       .title = one.name,
                                       .detail = one.town,
                                       .to = Url("/partenaires") / one.id});
    list("partners.title", lines);
    if (!empty && found.orders.rows.empty() && found.people.empty() && found.organisations.empty())
        body += design::empty_state(
            {.icon = "search", .title = t("home.search.none"), .sentence = t("home.search.none_why")});
    return design::page(visit, {.title = t("home.search.title"), .body = body});
}

}  // namespace fabnum::home
