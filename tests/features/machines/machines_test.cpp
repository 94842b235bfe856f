#include "features/machines/machines.h"

#include <gtest/gtest.h>

#include "platform/journal/journal.h"
#include "tests/support/world.h"

namespace fabnum::machines {
namespace {

// The workshops of the small lab, on each engine.
struct Workshop : support::Lab {
    explicit Workshop(sql::Engine engine) : Lab(engine) {}
    Act act(const Actor& by) const { return {.by = by, .at = now, .once = {}}; }
    Sight machine(std::string_view code) {
        return database->read([&](const sql::Reader& db) { return *find(db, *by_code(db, code)); });
    }
    Fault fault(std::string_view code, FaultKind kind, bool stops) {
        Fault one;
        one.machine = machine(code).machine.id;
        one.kind = kind;
        one.stops = stops;
        return one;
    }
    std::string refusal(const Result<Done>& answer) { return answer ? "" : answer.refusal().key; }
};

class Machines : public ::testing::TestWithParam<sql::Engine> {
 protected:
    Workshop lab{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(OnBothEngines, Machines, ::testing::ValuesIn(support::both_engines),
                         [](const auto& each) { return support::name_of(each.param); });

TEST_P(Machines, AreFoundByTheCodeOfTheirLabel) {
    EXPECT_EQ(lab.machine("laser-1").machine.name, "Découpe laser");
    EXPECT_FALSE(lab.database->read([](const sql::Reader& db) { return by_code(db, "NOWHERE"); }));
}

TEST_P(Machines, OfOneSiteLeaveOutThoseOfTheOther) {
    const auto hem = lab.database->read([&](const sql::Reader& db) { return of_site(db, lab.world.hem); });
    EXPECT_EQ(hem.size(), 12u);
    for (const Sight& one : hem) EXPECT_EQ(one.machine.site, lab.world.hem);
    EXPECT_EQ(lab.database->read([](const sql::Reader& db) { return of_site(db, {}); }).size(), 20u);
}

TEST_P(Machines, WaitWhenWhatTheyNeedIsDown) {
    EXPECT_EQ(lab.machine("LASER1").standing(), Standing::Ready);
    ASSERT_TRUE(lock_out(*lab.database, lab.act(lab.world.fabmanager()), lab.machine("ASPI1").machine.id,
                         LockReason::Maintenance, "Filtre plein."));
    const auto laser = lab.machine("LASER1");
    EXPECT_EQ(laser.standing(), Standing::Waiting);
    ASSERT_EQ(laser.needs.size(), 2u);
    EXPECT_TRUE(laser.needs[0].down);
    EXPECT_FALSE(laser.needs[1].down);
}

TEST_P(Machines, NeverNeedEachOtherInACircle) {
    const auto extraction = lab.machine("ASPI1").machine;
    const auto laser = lab.machine("LASER1").machine;
    const auto answer = keep(*lab.database, lab.act(lab.world.fabmanager()), extraction, {laser.id});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().key, "machines.problem.circle");
}

TEST_P(Machines, ShareNoCode) {
    auto one = lab.machine("PRUSA1").machine;
    one.code = "PRUSA3";  // in Marcq
    const auto answer = keep(*lab.database, lab.act(lab.world.fabmanager()), one, {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().key, "machines.problem.code_taken");
}

TEST_P(Machines, AreKeptByTheTeamOfTheirSiteOnly) {
    const auto one = lab.machine("PRUSA3").machine;
    EXPECT_FALSE(keep(*lab.database, lab.act(lab.world.fabmanager()), one, {}));
    EXPECT_TRUE(keep(*lab.database, lab.act({lab.world.julie, Role::Fabmanager, lab.world.marcq}), one, {}));
    const auto prusa = lab.machine("PRUSA1").machine;
    EXPECT_FALSE(keep(*lab.database, lab.act(lab.world.participant(lab.world.ines)), prusa, {}));
}

TEST_P(Machines, StopForAFaultThatAYoungPersonReports) {
    const auto by = lab.act(lab.world.participant(lab.world.ines));
    const auto id = report(*lab.database, by, lab.fault("PRUSA1", FaultKind::Smoke, true), lab.cabinet, {});
    ASSERT_TRUE(id);
    const auto prusa = lab.machine("PRUSA1");
    EXPECT_EQ(prusa.standing(), Standing::Stopped);
    ASSERT_EQ(prusa.faults.size(), 1u);
    EXPECT_EQ(prusa.faults[0].reported_by, lab.world.ines);

    EXPECT_EQ(lab.refusal(repair(*lab.database, by, *id, "Rien")), "machines.not_there");
    const auto staff = lab.act(lab.world.fabmanager());
    EXPECT_EQ(lab.refusal(repair(*lab.database, staff, *id, "  ")), "machines.problem.repair");
    EXPECT_TRUE(repair(*lab.database, staff, *id, "Buse changée."));
    EXPECT_EQ(lab.machine("PRUSA1").standing(), Standing::Ready);
    EXPECT_EQ(lab.refusal(repair(*lab.database, staff, *id, "Encore.")), "machines.moved_meanwhile");
}

TEST_P(Machines, AreLockedOutOnceAndReleasedWithWhatWasDone) {
    const auto mill = lab.machine("FRAISE1");
    ASSERT_EQ(mill.standing(), Standing::LockedOut);
    EXPECT_EQ(mill.lockout->by, lab.world.karim);
    EXPECT_EQ(lab.refusal(lock_out(*lab.database, lab.act(lab.world.coordinator()), mill.machine.id,
                                   LockReason::Danger, "")),
              "machines.moved_meanwhile");
    EXPECT_EQ(lab.refusal(release(*lab.database, lab.act(lab.world.fabmanager()), mill.machine.id, "", true)),
              "machines.problem.done");
    EXPECT_TRUE(release(*lab.database, lab.act(lab.world.fabmanager()), mill.machine.id,
                        "Roulement changé, essai à 18 000 tours.", true));
    EXPECT_EQ(lab.machine("FRAISE1").standing(), Standing::Ready);  // its fault is repaired with it

    const auto told = lab.database->read(
        [&](const sql::Reader& db) { return journal::history_of(db, "machine", mill.machine.id.value); });
    EXPECT_EQ(told.back().action, "machine.released");
}

TEST_P(Machines, CountTheirHoursForwardOnly) {
    const auto staff = lab.act(lab.world.fabmanager());
    const auto prusa = lab.machine("PRUSA1").machine;
    EXPECT_EQ(lab.refusal(note_running(*lab.database, staff, prusa.id, prusa.running_minutes - 1)),
              "machines.problem.hours_back");
    support::expect_done(lab.database->write(staff, [&](const sql::Writer& db) -> Result<Done> {
        add_running(db, prusa.id, 95);
        return Done{};
    }));
    EXPECT_EQ(lab.machine("PRUSA1").machine.running_minutes, prusa.running_minutes + 95);
}

TEST_P(Machines, LeaveTheWorkshopAndComeBack) {
    const auto staff = lab.act(lab.world.fabmanager());
    const auto vinyl = lab.machine("VINYLE1").machine;
    const Day today = *day_from_iso("2026-11-24");
    ASSERT_TRUE(retire(*lab.database, staff, vinyl.id, today));
    EXPECT_EQ(lab.refusal(retire(*lab.database, staff, vinyl.id, today)), "machines.moved_meanwhile");
    EXPECT_EQ(lab.database->read([&](const sql::Reader& db) { return of_site(db, lab.world.hem); }).size(),
              11u);
    EXPECT_EQ(lab.database->read([&](const sql::Reader& db) { return retired(db, lab.world.hem); }).size(),
              1u);
    ASSERT_TRUE(retire(*lab.database, staff, vinyl.id, std::nullopt));
    EXPECT_EQ(lab.database->read([&](const sql::Reader& db) { return of_site(db, lab.world.hem); }).size(),
              12u);
}

TEST_P(Machines, ToldWhenTheyCouldNotBeUsed) {
    const auto since = lab.now - std::chrono::hours(24 * 30);
    const auto found =
        lab.database->read([&](const sql::Reader& db) { return stops(db, lab.world.hem, since, lab.now); });
    ASSERT_EQ(found.size(), 2u);  // the mill: its fault, then its lock
    EXPECT_FALSE(found[0].until);
    EXPECT_LT(found[0].from, found[1].from);
}

}  // namespace
}  // namespace fabnum::machines
