#include "features/maintenance/maintenance.h"

#include <gtest/gtest.h>

#include "tests/support/world.h"

namespace fabnum::maintenance {
namespace {

const Day today = *day_from_iso("2026-11-24");

TEST(Plan, IsDueByDaysOrByRunningHoursWhicheverComesFirst) {
    Plan plan;
    plan.every_days = 30;
    plan.every_minutes = 200 * 60;
    plan.last_day = today - 10;
    plan.last_minutes = 1000 * 60;
    EXPECT_EQ(due_of(left_of(plan, 1100 * 60, today)), Due::Later);
    EXPECT_EQ(due_of(left_of(plan, 1191 * 60, today)), Due::Soon);
    EXPECT_EQ(due_of(left_of(plan, 1200 * 60, today)), Due::Soon);
    EXPECT_EQ(due_of(left_of(plan, 1201 * 60, today)), Due::Overdue);
    plan.last_day = today - 30;
    EXPECT_EQ(due_of(left_of(plan, 1000 * 60, today)), Due::Soon);  // today is the day
    plan.last_day = today - 31;
    EXPECT_EQ(due_of(left_of(plan, 1000 * 60, today)), Due::Overdue);
}

TEST(Availability, CountsAnOverlapOnce) {
    const Instant from{0}, until{1000};
    EXPECT_DOUBLE_EQ(availability({}, from, until), 1);
    EXPECT_DOUBLE_EQ(
        availability({{.from = {100}, .until = Instant{300}}, {.from = {200}, .until = Instant{400}}}, from,
                     until),
        0.7);
    EXPECT_DOUBLE_EQ(availability({{.from = {-50}, .until = Instant{100}}, {.from = {900}}}, from, until),
                     0.8);
    EXPECT_DOUBLE_EQ(availability({{.from = {-50}}}, from, until), 0);
}

struct House : support::Lab {
    explicit House(sql::Engine engine) : Lab(engine) {}
    Act act(const Actor& by) const { return {.by = by, .at = now, .once = {}}; }
    machines::Machine machine(std::string_view code) {
        return database
            ->read([&](const sql::Reader& db) { return *machines::find(db, *machines::by_code(db, code)); })
            .machine;
    }
    Plan monthly(std::string_view code) {
        Plan plan;
        plan.machine = machine(code).id;
        plan.title = "Courroies";
        plan.checklist = "Tendre\nGraisser";
        plan.every_days = 30;
        plan.blocks = true;
        plan.last_day = today - 40;
        return plan;
    }
};

class Maintenance : public ::testing::TestWithParam<sql::Engine> {
 protected:
    House lab{GetParam()};
    bool is_blocked(std::string_view code) {
        const auto all =
            lab.database->read([&](const sql::Reader& db) { return blocked(db, lab.world.hem, today); });
        return all.contains(lab.machine(code).id);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothEngines, Maintenance, ::testing::ValuesIn(support::both_engines),
                         [](const auto& each) { return support::name_of(each.param); });

TEST_P(Maintenance, ThatIsOverdueBlocksUntilAllOfItIsDone) {
    const auto karim = lab.act(lab.world.fabmanager());
    const auto id = plan(*lab.database, karim, lab.monthly("PRUSA1"));
    ASSERT_TRUE(id);
    EXPECT_TRUE(is_blocked("PRUSA1"));
    ASSERT_TRUE(note_work(*lab.database, karim, *id,
                          {.on = today, .left_out = {"Graisser"}, .parts = "Courroie X", .cost = {1250}},
                          today));
    EXPECT_TRUE(is_blocked("PRUSA1"));
    ASSERT_TRUE(note_work(*lab.database, karim, *id, {.on = today}, today));
    EXPECT_FALSE(is_blocked("PRUSA1"));
    const auto works =
        lab.database->read([&](const sql::Reader& db) { return works_of(db, lab.machine("PRUSA1").id, 10); });
    ASSERT_GE(works.size(), 2u);
    EXPECT_EQ(works[1].work.cost.cents, 1250);
    EXPECT_EQ(works[1].work.left_out, std::vector<std::string>{"Graisser"});
    EXPECT_EQ(works[0].work.running_minutes, lab.machine("PRUSA1").running_minutes);
}

TEST_P(Maintenance, IsPlannedByTheTeamOfTheSite) {
    EXPECT_FALSE(plan(*lab.database, lab.act(lab.world.participant(lab.world.ines)), lab.monthly("PRUSA1")));
    EXPECT_FALSE(plan(*lab.database, lab.act(lab.world.fabmanager()), lab.monthly("PRUSA3")));
    Plan none = lab.monthly("PRUSA1");
    none.every_days = std::nullopt;
    const auto answer = plan(*lab.database, lab.act(lab.world.fabmanager()), none);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().key, "maintenance.problem.interval");
}

TEST_P(Maintenance, TellsWhatNearlyHappenedWithoutNamingAnybody) {
    const auto karim = lab.act(lab.world.fabmanager());
    Incident one;
    one.site = lab.world.hem;
    one.machine = lab.machine("LASER1").id;
    one.kind = IncidentKind::NearMiss;
    one.on = today;
    one.what = "Une flamme de 2 cm, éteinte à l’arrêt d’urgence.";
    ASSERT_TRUE(note_incident(*lab.database, karim, one, today));
    one.on = today + 1;
    EXPECT_FALSE(note_incident(*lab.database, karim, one, today));
    const auto all =
        lab.database->read([&](const sql::Reader& db) { return incidents(db, lab.world.hem, today - 1); });
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].kind, IncidentKind::NearMiss);
}

}  // namespace
}  // namespace fabnum::maintenance
