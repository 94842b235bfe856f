#include "features/volunteering/volunteering.h"

#include <algorithm>
#include <memory>

#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "tests/support/world.h"

namespace fabnum::volunteering {
namespace {

const Day today = clock::day_in("Europe/Paris", support::usual_now);
constexpr auto key_of = [](const auto& answer) { return answer ? std::string() : answer.refusal().key; };

class Volunteering : public testing::TestWithParam<sql::Engine> {
 protected:
    Act samira() { return {.by = lab.world.coordinator(), .at = lab.now, .once = {}}; }
    template <class Use>
    auto read(Use&& use) {
        return lab.database->read([&](const sql::Reader& db) { return use(db); });
    }
    EngagementId of(PersonId person) {
        return read([&](const sql::Reader& db) { return of_person(db, person).front(); });
    }
    std::optional<Sight> sight(PersonId person) {
        const auto id = of(person);
        return read(
            [&](const sql::Reader& db) { return visible_to(db, lab.world.coordinator(), id, today); });
    }

    // One lab per engine, told once: each test has its own young person.
    static void TearDownTestSuite() {
        for (auto& one : labs) one.reset();
    }
    static support::Lab& lab_of(sql::Engine engine) {
        auto& one = labs[engine == sql::Engine::Sqlite ? 0 : 1];
        if (!one) one = std::make_unique<support::Lab>(engine);
        return *one;
    }
    static inline std::unique_ptr<support::Lab> labs[2];
    support::Lab& lab = lab_of(GetParam());
};
INSTANTIATE_TEST_SUITE_P(Engines, Volunteering, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Volunteering, OfPromo3SaysWhatIsMissing) {
    Filter running;
    running.moment = Filter::Moment::Running;
    const auto rows =
        read([&](const sql::Reader& db) { return list(db, lab.world.coordinator(), running, today); });
    EXPECT_EQ(rows.size(), 12u);
    Filter incomplete;
    incomplete.incomplete = true;
    std::vector<std::string> names;
    for (const auto& row :
         read([&](const sql::Reader& db) { return list(db, lab.world.coordinator(), incomplete, today); }))
        names.push_back(row.face.given_name);
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"Enzo", "Hugo", "Lina", "Noah"}));
    EXPECT_TRUE(sight(lab.world.kenza)->authorisation);
    EXPECT_TRUE(sight(lab.world.kenza)->minor);
}

TEST_P(Volunteering, IsReadByTheCoordinationOfItsSiteOnly) {
    const auto id = of(lab.world.kenza);
    const auto reads = [&](const Actor& actor) {
        return read([&](const sql::Reader& db) { return visible_to(db, actor, id, today).has_value(); });
    };
    EXPECT_TRUE(reads(lab.world.coordinator()));
    EXPECT_TRUE(reads(lab.world.admin()));
    EXPECT_FALSE(reads(lab.world.fabmanager()));
    EXPECT_FALSE(reads({lab.world.samira, Role::Coordinator, lab.world.marcq}));
    EXPECT_FALSE(reads(lab.world.participant(lab.world.kenza)));
}

TEST_P(Volunteering, NeverOverlapsForOnePerson) {
    auto second = sight(lab.world.ines)->as_signed;
    second.starts = second.ends;
    second.ends = calendar::months_after(second.starts, 7);
    EXPECT_EQ(key_of(engage(*lab.database, samira(), second, {})), "volunteering.problem.overlaps");
    second.starts = second.starts + 1;
    EXPECT_EQ(key_of(engage(*lab.database, samira(), second, {.name = "Claire Dubrulle"})), "");
}

TEST_P(Volunteering, IsNotLentToABodyThatIsApproved) {
    auto agreement = sight(lab.world.ines)->agreement;
    agreement.id = {};
    std::swap(agreement.employer, agreement.host);
    EXPECT_EQ(key_of(keep_agreement(*lab.database, samira(), agreement)),
              "volunteering.problem.host_approved");
    agreement.host = agreement.employer;
    EXPECT_EQ(key_of(keep_agreement(*lab.database, samira(), agreement)), "volunteering.problem.own_host");
}

TEST_P(Volunteering, KeepsToTheQuotaOfItsAgreement) {
    auto agreement = sight(lab.world.ines)->agreement;
    agreement.quota = 12;
    ASSERT_TRUE(keep_agreement(*lab.database, samira(), agreement));
    auto another = sight(lab.world.ines)->as_signed;
    another.person = lab.world.members2[0];
    another.starts = today;
    another.ends = calendar::months_after(today, 7);
    EXPECT_EQ(key_of(engage(*lab.database, samira(), another, {})), "volunteering.problem.quota");
}

TEST_P(Volunteering, IsAmendedByNewLines) {
    const auto id = of(lab.world.theo);
    const Day ends = sight(lab.world.theo)->engagement.ends;
    EXPECT_EQ(key_of(amend(*lab.database, samira(), id, {Amended::EndsOn, to_iso(ends + 14), today, "suite"},
                           today)),
              "");
    EXPECT_EQ(sight(lab.world.theo)->engagement.ends, ends + 14);
    EXPECT_EQ(sight(lab.world.theo)->as_signed.ends, ends);
    EXPECT_EQ(key_of(amend(*lab.database, samira(), id, {Amended::WeeklyHours, "20", today, "x"}, today)),
              "volunteering.problem.hours");
}

TEST_P(Volunteering, CountsWorkingDaysOfLeaveOnce) {
    const auto id = of(lab.world.lina);
    // From Tuesday 24 to Monday 30 November: five working days.
    EXPECT_EQ(key_of(note_absence(*lab.database, samira(), id, {.from = today, .to = today + 6})), "");
    EXPECT_EQ(sight(lab.world.lina)->leave.taken, 5);
    EXPECT_EQ(key_of(note_absence(*lab.database, samira(), id, {.from = today + 6, .to = today + 7})),
              "volunteering.problem.absence_twice");
    EXPECT_EQ(key_of(note_absence(*lab.database, samira(), id, {.from = today - 300, .to = today - 299})),
              "volunteering.problem.absence_outside");
    const auto absence = sight(lab.world.lina)->absences.front().id;
    EXPECT_EQ(key_of(take_back_absence(*lab.database, samira(), id, absence)), "");
    EXPECT_EQ(sight(lab.world.lina)->leave.taken, 0);
}

TEST_P(Volunteering, EndsEarlyWithTasksUntilTheDayComes) {
    const auto id = of(lab.world.bilal);
    ASSERT_TRUE(end_early(*lab.database, samira(), id, EndReason::Job, EndedBy::Volunteer, today));
    EXPECT_EQ(sight(lab.world.bilal)->engagement.ending->on, calendar::months_after(today, 1));
    EXPECT_FALSE(sight(lab.world.bilal)->tasks.empty());
    EXPECT_EQ(key_of(end_early(*lab.database, samira(), id, EndReason::Job, EndedBy::Volunteer, today)),
              "volunteering.moved_meanwhile");
    ASSERT_TRUE(finish_task(*lab.database, samira(), id, TaskKind::TellAsp, today));
    EXPECT_EQ(key_of(finish_task(*lab.database, samira(), id, TaskKind::TellAsp, today)),
              "volunteering.moved_meanwhile");
    ASSERT_TRUE(resume(*lab.database, samira(), id, today));
    EXPECT_FALSE(sight(lab.world.bilal)->engagement.ending);
    EXPECT_TRUE(sight(lab.world.bilal)->tasks.empty());
}

TEST_P(Volunteering, RemembersTheProofOfEachMonthOnce) {
    const auto id = of(lab.world.hugo);
    const Day november = *day_from_iso("2026-11-01");
    EXPECT_EQ(key_of(note_proofs(*lab.database, samira(), {id}, november)), "");
    EXPECT_EQ(key_of(note_proofs(*lab.database, samira(), {id}, november)), "volunteering.moved_meanwhile");
    EXPECT_EQ(key_of(note_proofs(*lab.database, samira(), {id}, *day_from_iso("2025-10-01"))),
              "volunteering.problem.month_outside");
}

TEST_P(Volunteering, TellsWhatIsDue) {
    int before_start = 0, payments = 0;
    for (const Duty& one : read([&](const sql::Reader& db) { return duties(db, lab.world.hem, today); })) {
        before_start += one.kind == DutyKind::BeforeStart ? 1 : 0;
        payments += one.kind == DutyKind::HostPayment ? 1 : 0;
    }
    EXPECT_EQ(before_start, 2);  // Enzo's parents, Noah's tutor
    EXPECT_EQ(payments, 24);     // September and October, for twelve
}

}  // namespace
}  // namespace fabnum::volunteering
