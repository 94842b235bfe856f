// What the team and the requester say to each other, in words and by a prototype.

#include "features/orders/order_entry.h"
#include "features/orders/order_store.h"
#include "features/orders/orders.h"
#include "platform/json/json.h"

namespace fabnum::orders {

Result<Done> Orders::ask(const Act& act, OrderId id, std::string_view question) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Ask);
        if (!moved) return moved.refusal();
        store::insert_message(
            db, id,
            {.at = act.at, .by_requester = false, .by = act.by.person, .text = std::string(question)});
        tell(db, act, moved->after, "asked", question);
        return Done{};
    });
}

Result<Done> Orders::answer(const Act& act, OrderId id, std::string_view answer) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Answer);
        if (!moved) return moved.refusal();
        // Answered at the counter: it is still the requester's word.
        store::insert_message(
            db, id, {.at = act.at, .by_requester = true, .by = act.by.person, .text = std::string(answer)});
        return Done{};
    });
}

Result<Done> Orders::write(const Act& act, OrderId id, std::string_view message) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || (act.by.role != Role::Requester && !may_see(act.by, *order)))
            return Refusal{"orders.not_there"};
        if ((doers(db, act.by, *order) & (Staff | Referent | Requester)) == 0)
            return Refusal{"orders.referent_writes"};
        const bool by_requester = act.by.role == Role::Requester;
        store::insert_message(
            db, id,
            {.at = act.at, .by_requester = by_requester, .by = act.by.person, .text = std::string(message)});
        note(db, act, "order.message", *order, {}, json::object({{"by_requester", by_requester}}));
        if (!by_requester) tell(db, act, *order, "message", message);
        return Done{};
    });
}

Result<Done> Orders::show_prototype(const Act& act, OrderId id, const files::Cabinet::Checked& photo,
                                    std::string_view description, std::string_view question) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::ShowPrototype);
        if (!moved) return moved.refusal();
        Prototype prototype;
        prototype.picture = {cabinet_.keep(db, photo, act.at), std::string(description)};
        prototype.question = question;
        prototype.shown_at = act.at;
        store::insert_prototype(db, id, prototype, act.by.person);
        tell(db, act, moved->after, "prototype", question);
        return Done{};
    });
}

Result<Done> Orders::judge_prototype(const Act& act, OrderId id, bool approved, std::string_view comment) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, approved ? Step::Approve : Step::AskChanges);
        if (!moved) return moved.refusal();
        store::answer_prototype(db, id, approved, comment, act.at);
        return Done{};
    });
}

}  // namespace fabnum::orders
