#pragma once

// Orders: from a town's request to the good delivered and the thanks. The first words of the product's
// thread: request → team → material → delivered good. What the team does in between is a mission
// (features/projects).

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/orders/sight.h"
#include "platform/sessions/sessions.h"
#include "platform/sql/sql.h"

namespace fabnum::orders {

class Orders {
 public:
    // `public_address` goes before the private links of letters: "https://fabnum.example".
    Orders(sql::Database& database, const files::Cabinet& cabinet, std::string public_address)
        : database_(database), cabinet_(cabinet), public_address_(std::move(public_address)) {}

    // Reading, through the actor: staff of the site; young people once it is accepted there.
    std::optional<Sight> visible_to(const sql::Reader& db, const Actor& actor, OrderId id) const;
    std::optional<Sight> behind(const sql::Reader& db, std::string_view token,
                                Instant now) const;  // tracking link
    Rows list(const sql::Reader& db, const Actor& actor, const Filter& filter, Day today) const;
    // The first `most` of each state that has some, and how many each has: by due day, delivered ones the
    // latest first. For boards, at once.
    std::map<State, Rows> by_state(const sql::Reader& db, const Actor& actor,
                                   const std::vector<State>& wished, int most) const;
    std::optional<Order> of_project(const sql::Reader& db, projects::ProjectId project) const;
    std::vector<Row> of_projects(const sql::Reader& db, const std::vector<projects::ProjectId>& ids) const;
    // "C-2026-014, 60 médailles": for those who may see them already.
    std::map<OrderId, std::string> names(const sql::Reader& db, const std::vector<OrderId>& ids) const;
    std::vector<Thanked> thanks_for(const sql::Reader& db, const std::vector<projects::ProjectId>& ids,
                                    int most) const;
    // Which doer(s) of order_life this actor is for that order.
    unsigned doers(const sql::Reader& db, const Actor& actor, const Order& order) const;

    // Verbs: each one transaction, one journal line, and a letter when the requester should know.
    Result<Received> receive(const Act& act, const NewOrder& order);
    Result<Done> study(const Act& act, OrderId id, const Triage& triage, std::optional<Money> estimate);
    Result<Done> ask(const Act& act, OrderId id, std::string_view question);
    Result<Done> answer(const Act& act, OrderId id, std::string_view answer);
    Result<Done> write(const Act& act, OrderId id, std::string_view message);  // at any time, no step
    Result<Done> accept(const Act& act, OrderId id, Day due, std::string_view message);
    Result<Done> decline(const Act& act, OrderId id, std::string_view reason, std::string_view instead);
    Result<projects::ProjectId> start(const Act& act, OrderId id, const projects::Team& team,
                                      const std::vector<std::string>& checks, Day today);
    Result<Done> show_prototype(const Act& act, OrderId id, const files::Cabinet::Checked& photo,
                                std::string_view description, std::string_view question);
    Result<Done> judge_prototype(const Act& act, OrderId id, bool approved, std::string_view comment);
    Result<Done> finish(const Act& act, OrderId id);  // orders.unchecked, orders.steps_left
    Result<Done> reopen(const Act& act, OrderId id, std::string_view reason);
    Result<Done> deliver(const Act& act, OrderId id, const NewDelivery& delivery, Day today);
    Result<Done> thank(const Act& act, OrderId id, Satisfaction satisfaction, std::string_view message);
    Result<Done> close(const Act& act, OrderId id);
    Result<Done> suspend(const Act& act, OrderId id, std::string_view reason);
    Result<Done> resume(const Act& act, OrderId id);
    Result<Done> cancel(const Act& act, OrderId id, std::string_view reason, Day today);
    Result<Done> add_material(const Act& act, OrderId id, const Material& material);
    Result<Done> remove_material(const Act& act, OrderId id, Id<struct MaterialTag> material);

 private:
    struct Moved {
        Order before, after;
    };
    Result<Moved> move(const sql::Writer& db, const Act& act, OrderId id, Step step,
                       std::string_view reason = {}, std::string details = {}) const;
    void tell(const sql::Writer& db, const Act& act, const Order& order, std::string_view letter,
              std::string_view words = {}) const;

    sql::Database& database_;
    const files::Cabinet& cabinet_;
    std::string public_address_;
};

// Requests begun on the public form and left since `before` are forgotten; answers how many.
int forget_old_drafts(const sql::Writer& db, Instant before);

inline constexpr std::string_view tracking_link = "order";  // the kind of private link of a tracking page

}  // namespace fabnum::orders
