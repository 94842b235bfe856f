#pragma once

// What every verb of this room begins and ends with: may this actor see the order, and the line in the
// journal.

#include <string>
#include <string_view>

#include "features/orders/orders.h"

namespace fabnum::orders {

// The staff of the site; young people once it is accepted there.
bool may_see(const Actor& actor, const Order& order);
// "order.accepted": a step as the journal says it.
std::string_view action_of(Step step);
void note(const sql::Writer& db, const Act& act, std::string_view action, const Order& order,
          std::string before, std::string after);

}  // namespace fabnum::orders
