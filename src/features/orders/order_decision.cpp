// From the request to yes or no.

#include "features/orders/order_entry.h"
#include "features/orders/order_store.h"
#include "features/orders/orders.h"
#include "platform/clock/clock.h"
#include "platform/json/json.h"

namespace fabnum::orders {

namespace {

using namespace std::chrono_literals;

int year_of(Instant at) {
    return static_cast<int>(clock::day_in("Europe/Paris", at).ymd().year());
}

}  // namespace

Result<Received> Orders::receive(const Act& act, const NewOrder& wish) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Received> {
        if (!sites::find(db, wish.site)) return Refusal{"orders.no_such_site"};
        if (is_staff(act.by) && !reaches(act.by, wish.site)) return Refusal{"orders.not_yours"};
        Order order;
        order.site = wish.site;
        order.year = year_of(act.at);
        order.number = store::next_number(db, wish.site, order.year);
        order.kind = wish.kind;
        order.title = wish.title;
        order.need = wish.need;
        order.beneficiaries = wish.beneficiaries;
        order.quantity = wish.quantity;
        order.wanted = wish.wanted;
        order.language = wish.language;
        order.received = act.at;
        order.organisation = partners::keep(db, wish.organisation, wish.organisation_kind, wish.town);
        order.contact = partners::keep_contact(db, order.organisation, wish.contact, wish.mail, wish.phone);
        order.id = store::insert(
            db, order, i18n::search_key(reference_of(order) + " " + order.title + " " + wish.organisation));
        for (const Picture& picture : wish.pictures) store::insert_picture(db, order.id, picture);
        note(db, act, "order.received", order, {},
             json::object({{"reference", reference_of(order)}, {"kind", word_of(order.kind)}}));
        tell(db, act, order, "received");
        const auto token = sessions::make_link(db, tracking_link, order.id.value, act.at, 24h * 365);
        return Received{order.id, token};
    });
}

Result<Done> Orders::study(const Act& act, OrderId id, const Triage& triage, std::optional<Money> estimate) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || !may_see(act.by, *order)) return Refusal{"orders.not_there"};
        if (!is_staff(act.by)) return Refusal{"orders.not_yours"};
        if (order->state != State::Received && order->state != State::Clarifying)
            return Refusal{"orders.moved_meanwhile"};
        store::set_study(db, id, triage, estimate, act.by.person, act.at);
        note(db, act, "order.studied", *order, json::object({{"estimate_cents", order->estimate}}),
             json::object({{"estimate_cents", estimate},
                           {"public_interest", word_of(triage.public_interest)},
                           {"nobodys_job", word_of(triage.nobodys_job)},
                           {"machines", word_of(triage.machines)},
                           {"safe_for_minors", word_of(triage.safe_for_minors)},
                           {"delay", word_of(triage.delay)}}));
        return Done{};
    });
}

Result<Done> Orders::accept(const Act& act, OrderId id, Day due, std::string_view message) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        const auto site = order ? sites::find(db, order->site) : std::nullopt;
        if (!order || !site || !may_see(act.by, *order)) return Refusal{"orders.not_there"};
        const auto against =
            objections(store::triage(db, id), order->estimate, site->material_cap, act.by.role);
        if (!against.empty() && after(order->state, Step::Accept)) return against.front();
        if (due < clock::day_in(site->zone, act.at)) return Refusal{"orders.due_past"};
        const auto moved =
            move(db, act, id, Step::Accept, {}, json::object({{"state", "accepted"}, {"due_on", due}}));
        if (!moved) return moved.refusal();
        store::set_due(db, id, due);
        if (!message.empty())
            store::insert_message(
                db, id,
                {.at = act.at, .by_requester = false, .by = act.by.person, .text = std::string(message)});
        Order accepted = moved->after;
        accepted.due = due;
        tell(db, act, accepted, "accepted", message);
        return Done{};
    });
}

Result<Done> Orders::decline(const Act& act, OrderId id, std::string_view reason, std::string_view instead) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const std::string said = std::string(reason) + (instead.empty() ? "" : "\n" + std::string(instead));
        const auto moved = move(db, act, id, Step::Decline, said);
        if (!moved) return moved.refusal();
        tell(db, act, moved->after, "declined", said);
        return Done{};
    });
}

}  // namespace fabnum::orders
