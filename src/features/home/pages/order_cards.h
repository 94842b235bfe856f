#pragma once

// The cards of orders on the coordinator's home: what to decide, what is promised for when, the board.

#include <map>

#include "features/home/pages/pages.h"
#include "features/orders/orders.h"
#include "platform/html/html.h"

namespace fabnum::home {

struct OrderFacts {
    orders::Rows received, clarifying, accepted, ready, late, delivered, making;
    std::map<projects::ProjectId, projects::Glance> missions;
};
OrderFacts order_facts(const Room& room, const sql::Reader& db, const web::Visit& visit);

struct Decisions {
    std::size_t count = 0;
    html::Markup card;
};
Decisions decisions_card(const OrderFacts& facts, const web::Visit& visit);
html::Markup due_card(const OrderFacts& facts, const web::Visit& visit);  // soonest first
html::Markup board_of_orders(const OrderFacts& facts, const web::Visit& visit);

}  // namespace fabnum::home
