// Handing over, the thanks, the end.

#include "features/orders/order_entry.h"
#include "features/orders/order_store.h"
#include "features/orders/orders.h"
#include "platform/json/json.h"

namespace fabnum::orders {

Result<Done> Orders::deliver(const Act& act, OrderId id, const NewDelivery& delivery, Day today) {
    if (delivery.on > today) return Refusal{"orders.delivered_to_come"};
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Deliver);
        if (!moved) return moved.refusal();
        const Order& order = moved->after;
        const auto site = sites::find(db, order.site);
        const auto mission = projects::find(db, order.project);
        Money materials;
        for (const Material& one : store::materials(db, id)) materials = materials + one.cost;
        Delivery row;
        row.on = delivery.on;
        row.place = delivery.place;
        row.received_by = delivery.received_by;
        row.signed_on_screen = delivery.signature.has_value();
        if (delivery.signature) row.signature = cabinet_.keep(db, *delivery.signature, act.at);
        row.by = act.by.person;
        row.value = value_of(mission ? mission->minutes() : 0, materials, site ? site->hour_value : Money{});
        store::insert_delivery(db, id, row);
        store::set_delivered(db, id, delivery.on);
        if (order.project) projects::finish(db, act, order.project, today);
        tell(db, act, order, "delivered");
        return Done{};
    });
}

Result<Done> Orders::thank(const Act& act, OrderId id, Satisfaction satisfaction, std::string_view message) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || act.by.role != Role::Requester) return Refusal{"orders.not_there"};
        if (order->state != State::Delivered && order->state != State::Closed)
            return Refusal{"orders.moved_meanwhile"};
        if (!store::insert_thanks(
                db, id, {.satisfaction = satisfaction, .message = std::string(message), .at = act.at}))
            return Refusal{"orders.thanked_before"};
        note(db, act, "order.thanked", *order, {},
             json::object({{"satisfaction", satisfactions[static_cast<std::size_t>(satisfaction)].first}}));
        return Done{};
    });
}

Result<Done> Orders::close(const Act& act, OrderId id) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Close);
        if (!moved) return moved.refusal();
        return Done{};
    });
}

}  // namespace fabnum::orders
