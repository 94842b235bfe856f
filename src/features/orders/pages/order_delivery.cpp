// GET /commandes/{}/livraison: handed over, signed on the screen or on paper.

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

using namespace html;

namespace {

http::Response delivery_page(Room& room, web::Visit& visit, OrderId id, const forms::Form& form,
                             int status = 200) {
    unsigned as = 0;
    const auto sight = room.database.read([&](const sql::Reader& db) {
        auto found = room.orders.visible_to(db, visit.actor(), id);
        if (found) as = room.orders.doers(db, visit.actor(), found->order);
        return found;
    });
    if (!sight) return design::refused(visit, {"orders.not_there"}, Url("/"));
    if (!may(sight->order.state, Step::Deliver, as))
        return design::refused(
            visit, {sight->order.state == State::Ready ? "orders.not_yours" : "orders.moved_meanwhile"},
            url_of(id));
    const auto& t = visit.words();
    auto body = design::heading({.title = t("orders.delivery.title"),
                                 .lead = p({sight->order.title + ", " + sight->organisation.name}),
                                 .above = design::back_link({sight->order.title, url_of(id)})});
    body += design::mistakes(form, t);
    auto fields =
        design::field_row(
            {design::field(form,
                           {.name = "on", .label = t("orders.delivery.on"), .input = design::Input::Day}, t),
             design::field(form,
                           {.name = "place",
                            .label = t("orders.delivery.place"),
                            .help = t("orders.delivery.place_help")},
                           t)}) +
        design::field(form,
                      {.name = "received_by",
                       .label = t("orders.delivery.received_by"),
                       .help = t("orders.delivery.received_by_help")},
                      t) +
        design::radio_cards(form,
                            {.name = "signed",
                             .label = t("orders.delivery.how"),
                             .choices = {{"screen", t("orders.delivery.screen"),
                                          t("orders.delivery.screen_detail"), "signature"},
                                         {"paper", t("orders.delivery.paper"),
                                          t("orders.delivery.paper_detail"), "printer"}}},
                            t) +
        design::signature_field({.name = "signature",
                                 .label = t("orders.delivery.signature"),
                                 .instead = p({t("orders.delivery.signature_instead")})},
                                t) +
        design::button({.word = t("orders.delivery.do"), .icon = "truck"});
    body += design::card({.title = t("orders.delivery.title"),
                          .body = design::sending(url_of(id) / "livraison", fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("orders.delivery.title"), t),
                                .body = body,
                                .here = is_staff(visit.actor()) ? "orders" : "missions",
                                .status = status});
}

}  // namespace

http::Response delivery(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form;
    form.put("on", visit.words().numeric_day(visit.today())).put("signed", "screen");
    return delivery_page(room, visit, id, form);
}

http::Response deliver(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    NewDelivery delivery;
    delivery.on = form.day("on").value_or(visit.today());
    delivery.place = form.text("place", {.most = 120, .missing = "orders.problem.place"});
    delivery.received_by = form.text("received_by", {.most = 120, .missing = "orders.problem.received_by"});
    if (delivery.on > visit.today()) form.refuse("on", {"orders.delivered_to_come"});
    if (form.typed("signed") != "paper") {
        const auto bytes = form.drawing("signature");
        if (!bytes) {
            form.refuse("signature", {"orders.problem.signature"});
        } else if (form.is_good()) {
            const auto kept = room.cabinet.check_bytes(*bytes, "signature.png", {});
            if (kept)
                delivery.signature = *kept;
            else
                form.refuse("signature", kept.refusal());
        }
    }
    if (!form.is_good()) return delivery_page(room, visit, id, form, 422);
    const auto done = room.orders.deliver(visit.act(), id, delivery, visit.today());
    if (!done) return design::refused(visit, done.refusal(), url_of(id));
    visit.say("orders.said.delivered");
    return http::see_other(url_of(id) / "bon");
}

}  // namespace fabnum::orders
