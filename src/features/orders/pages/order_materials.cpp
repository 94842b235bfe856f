// POST /commandes/{}/materiaux: what the order really used, and what it cost.

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

http::Response material_add(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    Material material;
    material.what = form.text("what", {.most = 120, .missing = "orders.problem.material"});
    material.quantity = form.text("quantity", {.most = 40, .missing = "orders.problem.quantity"});
    material.cost = form.money("cost").value_or(Money{});
    if (!form.is_good())
        return design::refused(visit, form.problems().front().why, url_of(id).at("materiaux"), "orders");
    const auto done = room.orders.add_material(visit.act(), id, material);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "orders");
    visit.say("orders.said.material");
    return http::see_other(url_of(id).at("materiaux"));
}

http::Response material_remove(Room& room, web::Visit& visit, OrderId id, Id<struct MaterialTag> material) {
    const auto done = room.orders.remove_material(visit.act(), id, material);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "orders");
    visit.say("orders.said.material_gone");
    return http::see_other(url_of(id).at("materiaux"));
}

}  // namespace fabnum::orders
