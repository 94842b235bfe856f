#include "features/statements/statements.h"

#include <gtest/gtest.h>

#include "platform/mail/mail.h"
#include "tests/support/world.h"

namespace fabnum::statements {
namespace {

class Statements : public testing::TestWithParam<sql::Engine> {
 protected:
    support::Lab lab{GetParam()};
    const app::world::World& w = lab.world;
    const Day today = *day_from_iso("2026-11-24"), november = *day_from_iso("2026-11-01");
    sql::Database& db() { return *lab.database; }
    Act team() const { return {.by = w.coordinator(), .at = lab.now}; }
    std::vector<Statement> of_claire() {
        return db().read([&](const sql::Reader& reader) { return waiting_for(reader, w.claire); });
    }
    Result<int> sent() { return send(db(), team(), w.promo3, november, today, "https://fabnum.example"); }
};

TEST_P(Statements, AreSentOncePerPersonAndMonth) {
    const auto before = of_claire().size();
    const auto count = sent();
    ASSERT_TRUE(count) << count.refusal().key;
    EXPECT_EQ(*count, 12);
    EXPECT_EQ(*sent(), 0);
    EXPECT_EQ(of_claire().size(), before + 12);
}

TEST_P(Statements, AreCountersignedOnce) {
    ASSERT_TRUE(sent());
    const auto id = of_claire().front().id;
    ASSERT_TRUE(countersign(db(), team(), id, w.claire));
    EXPECT_EQ(countersign(db(), team(), id, w.claire).refusal().key, "statements.signed_before");
}

TEST_P(Statements, AreCountersignedByWhoFollowsThemOnly) {
    ASSERT_TRUE(sent());
    EXPECT_EQ(countersign(db(), team(), of_claire().front().id, w.nadege).refusal().key,
              "statements.not_there");
}

TEST_P(Statements, AreReadByTheirOwnSiteAndAdviserOnly) {
    db().read([&](const sql::Reader& reader) {
        EXPECT_TRUE(may_read(reader, w.coordinator(), w.ines, today));
        EXPECT_TRUE(may_read(reader, w.adviser(), w.ines, today));
        EXPECT_FALSE(may_read(reader, {w.julie, Role::Fabmanager, w.marcq}, w.ines, today));
        EXPECT_FALSE(may_read(reader, w.adviser(), w.members4[0], today));
        EXPECT_FALSE(may_read(reader, w.participant(w.noah), w.ines, today));
    });
}

TEST_P(Statements, SayTheMonthWeekByWeekWithTheReasonsOfAbsences) {
    const auto month =
        db().read([&](const sql::Reader& reader) { return month_of(reader, w.yanis, november); });
    EXPECT_EQ(month.weeks.size(), 4u);
    EXPECT_GE(month.total.absences, 2);
    EXPECT_LT(month.total.done, month.total.due);
    ASSERT_FALSE(month.told.empty());
    EXPECT_EQ(month.told.front().code, attendance::Code::Unexcused);
}

TEST_P(Statements, ShowTheAdviserFirstWhoMissedMost) {
    const auto rows =
        db().read([&](const sql::Reader& reader) { return followed_by(reader, w.claire, november, today); });
    ASSERT_EQ(rows.size(), 12u);
    EXPECT_EQ(rows.front().face.id, w.yanis);
}

INSTANTIATE_TEST_SUITE_P(Engines, Statements, testing::ValuesIn(support::both_engines),
                         [](const auto& engine) { return support::name_of(engine.param); });

}  // namespace
}  // namespace fabnum::statements
