#include "features/deadlines/deadlines.h"

#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "tests/support/world.h"

namespace fabnum::deadlines {
namespace {

const Day today = clock::day_in("Europe/Paris", support::usual_now);

TEST(Deadline, IsShownSomeDaysBeforeItIsDue) {
    EXPECT_FALSE(is_shown(TriggerKind::OrderDue, today + 8, today));
    EXPECT_TRUE(is_shown(TriggerKind::OrderDue, today + 7, today));
    EXPECT_TRUE(is_shown(TriggerKind::OrderDue, today - 30, today));
}

TEST(Deadlines, OfASiteComeWithWhatBlocksFirst) {
    support::Lab lab;
    const auto all = lab.database->read(
        [&](const sql::Reader& db) { return due(db, lab.orders, lab.world.coordinator(), today); });
    ASSERT_GT(all.size(), 2u);
    EXPECT_EQ(all[0].kind, TriggerKind::BeforeStart);
    EXPECT_EQ(all[1].kind, TriggerKind::BeforeStart);
    bool orders = false, late_order = false;
    for (const Deadline& one : all) {
        orders = orders || one.kind == TriggerKind::OrderDue;
        late_order = late_order || (one.kind == TriggerKind::OrderDue && one.due < today);
        EXPECT_TRUE(is_shown(one.kind, one.due, today));
    }
    EXPECT_TRUE(orders);
    EXPECT_TRUE(late_order);  // the medals
}

TEST(Deadlines, OfAnotherSiteAreNotShown) {
    support::Lab lab;
    const auto all = lab.database->read([&](const sql::Reader& db) {
        return due(db, lab.orders, {lab.world.samira, Role::Coordinator, lab.world.marcq}, today);
    });
    for (const Deadline& one : all) EXPECT_FALSE(one.engagement);
}

}  // namespace
}  // namespace fabnum::deadlines
