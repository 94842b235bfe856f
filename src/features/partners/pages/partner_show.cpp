// GET /partenaires/{}: one organisation and those who answer for it.

#include "design/page.h"
#include "features/partners/pages/partner_pages.h"

namespace fabnum::partners {

using namespace html;

http::Response show(Room& room, web::Visit& visit, OrganisationId id) {
    const auto& t = visit.words();
    std::vector<Contact> contacts;
    const auto found = room.database.read([&](const sql::Reader& db) {
        contacts = contacts_of(db, id);
        return find(db, id);
    });
    if (!found) return design::refused(visit, {"partners.not_there"}, Url("/partenaires"), "partners");
    auto body = design::heading(
        {.title = found->name,
         .lead = p({t("partners.kind." + std::string(word_of(found->kind))) + ", " + found->town}),
         .above = design::breadcrumb({{t("partners.title"), Url("/partenaires")}}, found->name, t)});
    design::Table table{.caption = t("partners.contacts"),
                        .columns = {{.word = t("partners.column.name")},
                                    {.word = t("partners.column.mail")},
                                    {.word = t("partners.column.phone")}},
                        .rows = {}};
    for (const Contact& one : contacts) {
        const auto mail = one.mail ? Url::mail(*one.mail) : std::nullopt;
        const auto phone = one.phone ? Url::phone(*one.phone) : std::nullopt;
        table.rows.push_back({text(one.name), mail ? a({href(*mail), *one.mail}) : text("–"),
                              phone ? a({href(*phone), *one.phone}) : text("–")});
    }
    body +=
        contacts.empty()
            ? design::empty_state({.title = t("partners.no_contact")})
            : design::card({.title = t("partners.contacts"), .body = design::table(table, t), .flush = true});
    body +=
        design::link_button({.word = t("partners.orders"), .icon = "package", .look = design::Look::Outline},
                            Url("/commandes").with("q", found->name));
    return design::page(visit, {.title = found->name, .body = body, .here = "partners"});
}

}  // namespace fabnum::partners
