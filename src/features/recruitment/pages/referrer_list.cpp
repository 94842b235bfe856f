// GET /recrutement/orientation: the counsellors who refer without account; a mailed link for each, and the
// end of their links.

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

Markup row_buttons(const ReferrerRow& row, const i18n::Words& t) {
    const Url here = Url("/recrutement/orientation") / row.referrer.id;
    const std::string& name = row.referrer.contact.name;
    return design::button_row(
        {design::act_button(here / "lien", {.word = t("recruitment.referrers.again"),
                                            .look = design::Look::Outline,
                                            .size = design::Size::Small,
                                            .label = t("recruitment.referrers.again") + ", " + name}),
         design::act_button(here / "fin", {.word = t("recruitment.referrers.end"),
                                           .look = design::Look::Bare,
                                           .size = design::Size::Small,
                                           .label = t("recruitment.referrers.end") + ", " + name})});
}

http::Response list_page(Room& room, web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const auto rows = room.database.read(
        [&](const sql::Reader& db) { return room.referrals.list(db, visit.actor(), site_of(db, visit)); });
    auto body = design::heading({.title = t("recruitment.referrers.title"),
                                 .lead = p({t("recruitment.referrers.lead")}),
                                 .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")}},
                                                             t("recruitment.referrers.title"), t)});
    body += design::mistakes(form, t);
    Markup list;
    if (rows.empty()) {
        list = design::empty_state({.icon = "send",
                                    .title = t("recruitment.referrers.none"),
                                    .sentence = t("recruitment.referrers.none_why")});
    } else {
        design::Table table{.caption = t("recruitment.referrers.title"),
                            .columns = {{.word = t("recruitment.column.referrer")},
                                        {.word = t("recruitment.column.organisation"), .extra = true},
                                        {.word = t("recruitment.column.referred"), .number = true},
                                        {.word = t("recruitment.column.link"), .extra = true},
                                        {.word = t("recruitment.column.acts"), .quiet = true}},
                            .rows = {}};
        for (const ReferrerRow& row : rows)
            table.rows.push_back({text(row.referrer.contact.name), text(row.referrer.organisation.name),
                                  text(std::to_string(row.referred)),
                                  text(t.short_day(clock::day_in(visit.visitor().zone, row.link_at))),
                                  row_buttons(row, t)});
        list = design::card({.title = t("recruitment.referrers.title"),
                             .body = design::table(table, t),
                             .flush = true,
                             .quiet = true});
    }
    using design::Input;
    const Markup fields =
        design::field(form,
                      {.name = "organisation",
                       .label = t("recruitment.referrers.organisation"),
                       .help = t("recruitment.referrers.organisation_help")},
                      t) +
        design::field(form, {.name = "town", .label = t("recruitment.field.town")}, t) +
        design::field(form, {.name = "name", .label = t("recruitment.referrers.name")}, t) +
        design::field(form, {.name = "mail", .label = t("recruitment.referrers.mail"), .input = Input::Mail},
                      t) +
        design::field(
            form,
            {.name = "phone", .label = t("recruitment.field.phone"), .input = Input::Phone, .optional = true},
            t) +
        design::button({.word = t("recruitment.referrers.send"), .icon = "send"});
    body += design::columns(
        list,
        design::stack(
            {design::card({.title = t("recruitment.referrers.new"),
                           .body = p({t("recruitment.referrers.new_why")}) +
                                   design::sending(Url("/recrutement/orientation"), fields)}),
             design::card({.title = t("recruitment.referrers.public"),
                           .body = p({t("recruitment.referrers.public_why")}) +
                                   p({a({href(Url("/venir")), room.public_address + "/venir"})}) +
                                   p({a({href(Url("/orienter")), room.public_address + "/orienter"})})})}));
    return design::page(visit, {.title = design::form_title(form, t("recruitment.referrers.title"), t),
                                .body = body,
                                .here = "recruitment",
                                .status = status});
}

}  // namespace

http::Response referrers(Room& room, web::Visit& visit) {
    return list_page(room, visit, {});
}

http::Response referrer_send(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    NewReferrer who;
    who.site = room.database.read([&](const sql::Reader& db) { return site_of(db, visit); });
    who.organisation =
        form.text("organisation", {.most = 120, .missing = "recruitment.problem.organisation"});
    who.town = form.text("town", {.most = 80, .missing = "recruitment.problem.town"});
    who.name = form.text("name", {.most = 120, .missing = "recruitment.problem.name"});
    who.mail = i18n::search_key(form.mail("mail").value_or(""));
    who.phone = form.phone("phone", forms::Need::Maybe);
    if (!form.is_good()) return list_page(room, visit, form, 422);
    const auto sent = room.referrals.send_link(visit.act(), who);
    if (!sent) return design::refused(visit, sent.refusal(), Url("/recrutement/orientation"), "recruitment");
    visit.say("recruitment.said.link_sent", {{"name", who.name}});
    return http::see_other(Url("/recrutement/orientation"));
}

http::Response referrer_again(Room& room, web::Visit& visit, ReferrerId id) {
    const auto done = room.referrals.send_again(visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), Url("/recrutement/orientation"), "recruitment");
    visit.say("recruitment.said.link_sent_again");
    return http::see_other(Url("/recrutement/orientation"));
}

http::Response referrer_end(Room& room, web::Visit& visit, ReferrerId id) {
    const auto done = room.referrals.end_links(visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), Url("/recrutement/orientation"), "recruitment");
    visit.say("recruitment.said.links_ended");
    return http::see_other(Url("/recrutement/orientation"));
}

}  // namespace fabnum::recruitment
