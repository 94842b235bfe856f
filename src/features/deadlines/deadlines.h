#pragma once

// The deadlines of a site today: the facts come through the doors of the rooms below; nothing is kept here.

#include <vector>

#include "features/deadlines/deadline.h"
#include "features/orders/orders.h"
#include "features/volunteering/volunteering.h"

namespace fabnum::deadlines {

struct Deadline {
    TriggerKind kind = TriggerKind::Papers;
    Day due;
    std::string who;             // the person, or ""
    std::string_view word = {};  // of the need or the task, as volunteering says it
    std::string about = {};      // a month, a number, a title
    volunteering::EngagementId engagement = {};
    volunteering::AgreementId agreement = {};
    orders::OrderId order = {};
};

// The most urgent first.
std::vector<Deadline> due(const sql::Reader& db, const orders::Orders& orders, const Actor& actor, Day today);

}  // namespace fabnum::deadlines
