// From the team to ready, with its halts and its materials.

#include "features/orders/order_entry.h"
#include "features/orders/order_store.h"
#include "features/orders/orders.h"
#include "platform/json/json.h"

namespace fabnum::orders {

Result<projects::ProjectId> Orders::start(const Act& act, OrderId id, const projects::Team& team,
                                          const std::vector<std::string>& checks, Day today) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<projects::ProjectId> {
        const auto moved = move(db, act, id, Step::Start);
        if (!moved) return moved.refusal();
        const Order& order = moved->after;
        const auto cohort = cohorts::running(db, order.site, today);
        if (!cohort) return Refusal{"orders.no_cohort"};
        const auto project = projects::start(db, act,
                                             {.site = order.site,
                                              .cohort = cohort->id,
                                              .title = order.title,
                                              .kind_of_order = std::string(word_of(order.kind)),
                                              .due = order.due,
                                              .checks = checks,
                                              .team = team},
                                             today);
        if (!project) return project.refusal();
        store::set_project(db, id, *project);
        tell(db, act, order, "started");
        return *project;
    });
}

Result<Done> Orders::finish(const Act& act, OrderId id) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Finish);
        if (!moved) return moved.refusal();
        const auto mission = projects::find(db, moved->after.project);
        if (!mission || !mission->is_checked()) return Refusal{"orders.unchecked"};
        // What is delivered is delivered at the end: that step, and telling about it, may still be open.
        for (const projects::Step& step : mission->steps) {
            const bool may_stay =
                step.kind == projects::Activity::Deliver || step.kind == projects::Activity::Document;
            if (step.state != projects::StepState::Done && !may_stay) return Refusal{"orders.steps_left"};
        }
        tell(db, act, moved->after, "ready");
        return Done{};
    });
}

Result<Done> Orders::reopen(const Act& act, OrderId id, std::string_view reason) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Reopen, reason);
        if (!moved) return moved.refusal();
        return Done{};
    });
}

Result<Done> Orders::suspend(const Act& act, OrderId id, std::string_view reason) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Suspend, reason);
        if (!moved) return moved.refusal();
        tell(db, act, moved->after, "suspended", reason);
        return Done{};
    });
}

Result<Done> Orders::resume(const Act& act, OrderId id) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order) return Refusal{"orders.not_there"};
        const auto moved = move(db, act, id, order->project ? Step::ResumeMaking : Step::ResumeWaiting);
        if (!moved) return moved.refusal();
        tell(db, act, moved->after, "resumed");
        return Done{};
    });
}

Result<Done> Orders::cancel(const Act& act, OrderId id, std::string_view reason, Day today) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Cancel, reason);
        if (!moved) return moved.refusal();
        if (moved->after.project) projects::finish(db, act, moved->after.project, today);
        if (act.by.role != Role::Requester) tell(db, act, moved->after, "cancelled", reason);
        return Done{};
    });
}

Result<Done> Orders::add_material(const Act& act, OrderId id, const Material& material) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || !may_see(act.by, *order)) return Refusal{"orders.not_there"};
        const bool of_the_team = (doers(db, act.by, *order) & (Staff | Lead | Referent)) != 0;
        if (!of_the_team) return Refusal{"orders.not_yours"};
        if (is_over(order->state) || order->state == State::Delivered)
            return Refusal{"orders.moved_meanwhile"};
        store::insert_material(db, id, material);
        note(db, act, "order.material_added", *order, {},
             json::object({{"what", material.what}, {"cost_cents", material.cost}}));
        return Done{};
    });
}

Result<Done> Orders::remove_material(const Act& act, OrderId id, Id<struct MaterialTag> material) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || !may_see(act.by, *order)) return Refusal{"orders.not_there"};
        if ((doers(db, act.by, *order) & (Staff | Lead | Referent)) == 0) return Refusal{"orders.not_yours"};
        if (is_over(order->state) || order->state == State::Delivered)
            return Refusal{"orders.moved_meanwhile"};
        if (!store::remove_material(db, id, material)) return Refusal{"orders.not_there"};
        note(db, act, "order.material_removed", *order, json::object({{"material", material}}), {});
        return Done{};
    });
}

}  // namespace fabnum::orders
