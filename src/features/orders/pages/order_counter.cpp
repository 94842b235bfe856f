// GET /commandes/nouvelle: a request taken at the counter or on the phone, on one page.

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

using namespace html;

namespace {

std::vector<design::Choice> organisation_kinds(const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& [word, kind] : partners::kinds)
        choices.push_back({std::string(word), t("partners.kind." + std::string(word))});
    return choices;
}

http::Response counter_page(web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("orders.counter.title"),
                                 .lead = p({t("orders.counter.lead")}),
                                 .above = design::breadcrumb({{t("orders.list.title"), Url("/commandes")}},
                                                             t("orders.counter.title"), t)});
    body += design::mistakes(form, t);
    auto fields = design::field_group(
        t("orders.counter.need"), {design::field(form,
                                                 {.name = "title",
                                                  .label = t("orders.request.title"),
                                                  .help = t("orders.request.title_help"),
                                                  .most_characters = 80},
                                                 t),
                                   design::select_field(form,
                                                        {.name = "kind",
                                                         .label = t("orders.fact.kind"),
                                                         .choices = kind_choices(t),
                                                         .empty_word = t("orders.counter.choose")},
                                                        t),
                                   design::field(form,
                                                 {.name = "need",
                                                  .label = t("orders.request.need"),
                                                  .input = design::Input::Area,
                                                  .help = t("orders.request.need_help"),
                                                  .rows = 5},
                                                 t),
                                   design::field(form,
                                                 {.name = "beneficiaries",
                                                  .label = t("orders.request.beneficiaries"),
                                                  .help = t("orders.request.beneficiaries_help")},
                                                 t),
                                   design::field_row({design::field(form,
                                                                    {.name = "quantity",
                                                                     .label = t("orders.request.quantity"),
                                                                     .input = design::Input::Number,
                                                                     .narrow = true},
                                                                    t),
                                                      design::field(form,
                                                                    {.name = "wanted",
                                                                     .label = t("orders.request.wanted"),
                                                                     .input = design::Input::Day,
                                                                     .optional = true},
                                                                    t)})});
    fields += design::field_group(
        t("orders.counter.who"),
        {design::field_row({design::field(form,
                                          {.name = "organisation",
                                           .label = t("orders.request.organisation"),
                                           .help = t("orders.request.organisation_help")},
                                          t),
                            design::field(form, {.name = "town", .label = t("orders.request.town")}, t)}),
         design::select_field(form,
                              {.name = "organisation_kind",
                               .label = t("orders.request.organisation_kind"),
                               .choices = organisation_kinds(t),
                               .empty_word = t("orders.counter.choose")},
                              t),
         design::field(form, {.name = "contact", .label = t("orders.request.contact")}, t),
         design::field_row({design::field(form,
                                          {.name = "mail",
                                           .label = t("orders.fact.mail"),
                                           .input = design::Input::Mail,
                                           .help = t("orders.counter.mail_help"),
                                           .optional = true},
                                          t),
                            design::field(form,
                                          {.name = "phone",
                                           .label = t("orders.fact.phone"),
                                           .input = design::Input::Phone,
                                           .optional = true},
                                          t)})});
    fields += design::button({.word = t("orders.counter.do"), .icon = "check"});
    body += design::card({.title = t("orders.counter.title"),
                          .body = design::sending(Url("/commandes"), fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("orders.counter.title"), t),
                                .body = body,
                                .here = "orders",
                                .status = status});
}

}  // namespace

http::Response counter(Room&, web::Visit& visit) {
    forms::Form form;
    form.put("quantity", "1").put("town", visit.visitor().site_name);
    return counter_page(visit, form);
}

http::Response counter_receive(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    NewOrder order;
    order.site = visit.actor().site;
    order.title = form.text("title", {.most = 80, .missing = "orders.problem.title"});
    order.kind = form.choice<Kind>("kind", kinds).value_or(Kind::Object);
    order.need = form.paragraph("need", {.most = 3000, .missing = "orders.problem.need"});
    order.beneficiaries =
        form.text("beneficiaries", {.most = 300, .missing = "orders.problem.beneficiaries"});
    order.quantity = static_cast<int>(form.number("quantity", 1, 10000).value_or(1));
    order.wanted = form.day("wanted", forms::Need::Maybe);
    order.organisation = form.text("organisation", {.most = 120, .missing = "orders.problem.organisation"});
    order.town = form.text("town", {.most = 80, .missing = "orders.problem.town"});
    order.organisation_kind = form.choice<partners::Kind>("organisation_kind", partners::kinds)
                                  .value_or(partners::Kind::Association);
    order.contact = form.text("contact", {.most = 120, .missing = "orders.problem.contact"});
    order.mail = form.mail("mail", forms::Need::Maybe);
    order.phone = form.phone("phone", forms::Need::Maybe);
    if (form.typed("mail").empty() && form.typed("phone").empty())
        form.refuse("mail", {"orders.problem.reach"});
    if (order.wanted && *order.wanted < visit.today()) form.refuse("wanted", {"orders.problem.wanted_past"});
    if (!form.is_good()) return counter_page(visit, form, 422);
    const auto received = room.orders.receive(visit.act(), order);
    if (!received) return design::refused(visit, received.refusal(), Url("/commandes/nouvelle"), "orders");
    visit.say("orders.said.received");
    return http::see_other(url_of(received->id));
}

}  // namespace fabnum::orders
