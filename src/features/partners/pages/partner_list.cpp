// GET /partenaires: who asks, lends, funds; by name, accents ignored.

#include <algorithm>
#include <charconv>

#include "design/page.h"
#include "features/partners/pages/partner_pages.h"

namespace fabnum::partners {

using namespace html;

namespace {
constexpr int page_size = 50;
}

http::Response list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto words = visit.request().query.get("q");
    const auto from = visit.request().query.get("debut");
    int skip = 0;
    std::from_chars(from.data(), from.data() + from.size(), skip);
    skip = std::max(0, skip);
    auto found =
        room.database.read([&](const sql::Reader& db) { return search(db, words, page_size + 1, skip); });
    const bool more = found.size() > page_size;
    if (more) found.pop_back();
    forms::Form form;
    form.put("q", std::string(words));
    auto body = design::heading({.title = t("partners.title"), .lead = p({t("partners.lead")})});
    body += design::filter_bar(
        {.to = Url("/partenaires"),
         .fields = design::field(
             form,
             {.name = "q", .label = t("partners.words"), .input = design::Input::Search, .optional = true},
             t),
         .clear = words.empty() ? std::nullopt : std::optional(Url("/partenaires"))},
        t);
    if (found.empty()) {
        body += design::empty_state(
            {.icon = "handshake", .title = t("partners.none"), .sentence = t("partners.none_why")});
    } else {
        design::Table table{.caption = t("partners.title"),
                            .columns = {{.word = t("partners.column.name")},
                                        {.word = t("partners.column.kind")},
                                        {.word = t("partners.column.town")}},
                            .rows = {}};
        for (const Organisation& one : found)
            table.rows.push_back({design::row_link(one.name, Url("/partenaires") / one.id),
                                  text(t("partners.kind." + std::string(word_of(one.kind)))),
                                  text(one.town)});
        const auto at = [&](int start) {
            return words.empty() ? Url("/partenaires").with("debut", start)
                                 : Url("/partenaires").with("q", words).with("debut", start);
        };
        Markup around;
        if (skip > 0)
            around += design::link_button(
                {.word = t("partners.previous"), .icon = "chevron-left", .look = design::Look::Outline},
                at(std::max(0, skip - page_size)));
        if (more)
            around += design::link_button(
                {.word = t("partners.next"), .icon = "chevron-right", .look = design::Look::Outline},
                at(skip + page_size));
        body += design::card({.title = t("partners.title"),
                              .body = design::table(table, t),
                              .flush = true,
                              .quiet = true}) +
                div({cls("button-row"), around});
    }
    return design::page(visit, {.title = t("partners.title"), .body = body, .here = "partners"});
}

}  // namespace fabnum::partners
