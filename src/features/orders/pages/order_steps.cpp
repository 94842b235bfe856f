// POST /commandes/{}/fin, /reouverture, /cloture, /reprise, /suspension, /annulation; GET
// /commandes/{}/arret.

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

using namespace html;

namespace {

http::Response answered(web::Visit& visit, const Result<Done>& done, OrderId id, std::string_view said) {
    if (!done)
        return design::refused(visit, done.refusal(), url_of(id),
                               is_staff(visit.actor()) ? "orders" : "missions");
    visit.say(said);
    return http::see_other(url_of(id));
}

http::Response ending_page(Room& room, web::Visit& visit, OrderId id, const forms::Form& form,
                           int status = 200) {
    const auto sight = room.database.read(
        [&](const sql::Reader& db) { return room.orders.visible_to(db, visit.actor(), id); });
    if (!sight) return design::refused(visit, {"orders.not_there"}, Url("/commandes"), "orders");
    const auto& t = visit.words();
    const auto reason = [&](std::string_view name) {
        return design::field(form,
                             {.name = std::string(name),
                              .label = t("orders.ending.reason"),
                              .input = design::Input::Area,
                              .help = t("orders.ending.reason_help"),
                              .rows = 3},
                             t);
    };
    auto body = design::heading({.title = t("orders.ending.title"),
                                 .lead = p({sight->order.title}),
                                 .above = design::breadcrumb({{t("orders.list.title"), Url("/commandes")},
                                                              {reference_of(sight->order), url_of(id)}},
                                                             t("orders.ending.title"), t)});
    body += design::mistakes(form, t);
    if (may(sight->order.state, Step::Suspend, Staff))
        body += design::card({.title = t("orders.ending.suspend"),
                              .body = p({t("orders.ending.suspend_lead")}) +
                                      design::sending(url_of(id) / "suspension",
                                                      reason("suspend_reason") +
                                                          design::button({.word = t("orders.ending.suspend"),
                                                                          .icon = "pause",
                                                                          .look = design::Look::Outline}))});
    if (may(sight->order.state, Step::Cancel, Staff))
        body += design::card({.title = t("orders.ending.cancel"),
                              .body = p({t("orders.ending.cancel_lead")}) +
                                      design::sending(url_of(id) / "annulation",
                                                      reason("cancel_reason") +
                                                          design::button({.word = t("orders.ending.cancel"),
                                                                          .icon = "x",
                                                                          .look = design::Look::Danger}))});
    return design::page(visit, {.title = design::form_title(form, t("orders.ending.title"), t),
                                .body = body,
                                .here = "orders",
                                .status = status});
}

}  // namespace

http::Response finish(Room& room, web::Visit& visit, OrderId id) {
    return answered(visit, room.orders.finish(visit.act(), id), id, "orders.said.finished");
}
http::Response reopen(Room& room, web::Visit& visit, OrderId id) {
    return answered(visit, room.orders.reopen(visit.act(), id, ""), id, "orders.said.reopened");
}
http::Response close(Room& room, web::Visit& visit, OrderId id) {
    return answered(visit, room.orders.close(visit.act(), id), id, "orders.said.closed");
}
http::Response resume(Room& room, web::Visit& visit, OrderId id) {
    return answered(visit, room.orders.resume(visit.act(), id), id, "orders.said.resumed");
}
http::Response ending(Room& room, web::Visit& visit, OrderId id) {
    return ending_page(room, visit, id, {});
}

http::Response suspend(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto reason =
        form.paragraph("suspend_reason", {.least = 5, .most = 1000, .missing = "orders.problem.reason"});
    if (!form.is_good()) return ending_page(room, visit, id, form, 422);
    return answered(visit, room.orders.suspend(visit.act(), id, reason), id, "orders.said.suspended");
}

http::Response cancel(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto reason =
        form.paragraph("cancel_reason", {.least = 5, .most = 1000, .missing = "orders.problem.reason"});
    if (!form.is_good()) return ending_page(room, visit, id, form, 422);
    return answered(visit, room.orders.cancel(visit.act(), id, reason, visit.today()), id,
                    "orders.said.cancelled");
}

}  // namespace fabnum::orders
