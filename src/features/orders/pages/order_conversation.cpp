// POST /commandes/{}/reponse, /commandes/{}/messages: words to and from the requester.

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

http::Response answer(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto answer = form.paragraph("answer", {.most = 3000, .missing = "orders.problem.answer"});
    if (!form.is_good())
        return design::refused(visit, form.problems().front().why, url_of(id).at("messages"), "orders");
    const auto done = room.orders.answer(visit.act(), id, answer);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "orders");
    visit.say("orders.said.answered");
    return http::see_other(url_of(id).at("messages"));
}

http::Response write(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto message = form.paragraph("message", {.most = 3000, .missing = "orders.problem.message"});
    if (!form.is_good())
        return design::refused(visit, form.problems().front().why, url_of(id).at("messages"), "orders");
    const auto done = room.orders.write(visit.act(), id, message);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "orders");
    visit.say("orders.said.message");
    return http::see_other(url_of(id).at("messages"));
}

}  // namespace fabnum::orders
