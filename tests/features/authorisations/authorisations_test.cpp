#include "features/authorisations/authorisations.h"

#include <gtest/gtest.h>

#include "platform/journal/journal.h"
#include "tests/support/world.h"

namespace fabnum::authorisations {
namespace {

struct School : support::Lab {
    explicit School(sql::Engine engine) : Lab(engine) {}
    Act act(const Actor& by) const { return {.by = by, .at = now, .once = {}}; }
    machines::Sight machine(std::string_view code) {
        return database->read(
            [&](const sql::Reader& db) { return *machines::find(db, *machines::by_code(db, code)); });
    }
    Told told(PersonId person, std::string_view code) {
        const auto sight = machine(code);
        return database->read(
            [&](const sql::Reader& db) { return answers(db, person, {sight}, today)[sight.machine.id]; });
    }
    Use use(PersonId person, std::string_view code) { return told(person, code).answer.use; }
    std::string refusal(const Result<fabnum::Done>& answer) { return answer ? "" : answer.refusal().key; }
    std::map<std::int64_t, std::string> right_answers(Family family) {
        const auto known = database->read([&](const sql::Reader& db) { return course(db, family); });
        std::map<std::int64_t, std::string> all;
        for (const auto& one : known->questions) all[one.id.value] = one.correct;
        return all;
    }
    Day today = *day_from_iso("2026-11-24");
};

class Authorisations : public ::testing::TestWithParam<sql::Engine> {
 protected:
    School lab{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(OnBothEngines, Authorisations, ::testing::ValuesIn(support::both_engines),
                         [](const auto& each) { return support::name_of(each.param); });

TEST_P(Authorisations, AnswerDiffersFromPersonToPerson) {
    EXPECT_EQ(lab.use(lab.world.ines, "PRUSA1"), Use::Alone);
    EXPECT_EQ(lab.use(lab.world.lina, "PRUSA1"), Use::Accompanied);
    EXPECT_EQ(lab.use(lab.world.theo, "PRUSA1"), Use::NotYet);  // taken back
    EXPECT_EQ(lab.told(lab.world.theo, "PRUSA1").answer.why, std::vector{Why::Revoked});
    EXPECT_EQ(lab.use(lab.world.bilal, "LASER1"), Use::Accompanied);  // never alone with it
    EXPECT_EQ(lab.use(lab.world.hugo, "FRAISE1"), Use::NotYet);       // locked out
}

TEST_P(Authorisations, OfTheTeamAskForNoBirthDay) {
    EXPECT_EQ(lab.told(lab.world.karim, "LASER1").answer.why, std::vector{Why::Supervised});
    EXPECT_EQ(lab.told(lab.world.samira, "LASER1").answer.why, std::vector{Why::NoPaper});
}

TEST_P(Authorisations, OfAMinorBeforeALaserWaitsForALegalGround) {
    const auto samira = lab.act(lab.world.coordinator());
    const auto karim = lab.act(lab.world.fabmanager());
    ASSERT_TRUE(grant(
        *lab.database, karim,
        {.people = {lab.world.kenza}, .family = Family::Laser, .level = Level::Assisted, .trained = true},
        lab.today));
    const auto kenza = lab.act(lab.world.participant(lab.world.kenza));
    ASSERT_TRUE(
        answer_quiz(*lab.database, kenza, Family::Laser, lab.right_answers(Family::Laser), lab.today));
    EXPECT_EQ(lab.told(lab.world.kenza, "LASER1").answer.why, std::vector{Why::Minor});

    EXPECT_EQ(lab.refusal(give_ground(*lab.database, karim, lab.world.kenza, Family::Laser,
                                      Ground::Declaration, lab.today, lab.today + 90)),
              "authorisations.not_there");
    EXPECT_EQ(lab.refusal(give_ground(*lab.database, samira, lab.world.kenza, Family::Laser,
                                      Ground::Inspectorate, lab.today, lab.today + 400)),
              "authorisations.problem.too_long");
    ASSERT_TRUE(give_ground(*lab.database, samira, lab.world.kenza, Family::Laser, Ground::Declaration,
                            lab.today, lab.today + 90));
    EXPECT_EQ(lab.use(lab.world.kenza, "LASER1"), Use::Accompanied);
    const auto lines = lab.database->read(
        [&](const sql::Reader& db) { return journal::history_of(db, "person", lab.world.kenza.value); });
    EXPECT_EQ(lines.back().action, "authorisation.ground_given");
    EXPECT_EQ(lines.back().actor, lab.world.samira);
    EXPECT_NE(lines.back().after.find("declaration"), std::string::npos);

    ASSERT_TRUE(end_ground(*lab.database, samira, lab.world.kenza, Family::Laser, lab.today));
    EXPECT_EQ(lab.use(lab.world.kenza, "LASER1"), Use::NotYet);
}

TEST_P(Authorisations, AreGivenToSeveralAtOnceAndCountOnceEachFinished) {
    const auto karim = lab.act(lab.world.fabmanager());
    ASSERT_TRUE(grant(*lab.database, karim,
                      {.people = {lab.world.hugo, lab.world.noah},
                       .family = Family::Vinyl,
                       .level = Level::Autonomous,
                       .trained = true,
                       .shown = true},
                      lab.today));
    EXPECT_EQ(lab.use(lab.world.noah, "VINYLE1"), Use::NotYet);  // watches
    const auto noah = lab.act(lab.world.participant(lab.world.noah));
    EXPECT_EQ(lab.refusal(sign(*lab.database, noah, Family::Vinyl, lab.today)),
              "authorisations.problem.sign_last");
    auto answers = lab.right_answers(Family::Vinyl);
    answers.begin()->second = "Rien";
    EXPECT_EQ(lab.refusal(answer_quiz(*lab.database, noah, Family::Vinyl, answers, lab.today)),
              "authorisations.problem.quiz");
    ASSERT_TRUE(answer_quiz(*lab.database, noah, Family::Vinyl, lab.right_answers(Family::Vinyl), lab.today));
    EXPECT_EQ(lab.use(lab.world.noah, "VINYLE1"), Use::Accompanied);
    ASSERT_TRUE(sign(*lab.database, noah, Family::Vinyl, lab.today));
    EXPECT_EQ(lab.use(lab.world.noah, "VINYLE1"), Use::Alone);
    EXPECT_EQ(lab.use(lab.world.hugo, "VINYLE1"), Use::NotYet);
}

TEST_P(Authorisations, AreGivenByATrainerUpToAssistedOnly) {
    const auto yanis = lab.act(lab.world.participant(lab.world.yanis));
    Grant one{
        .people = {lab.world.theo}, .family = Family::Printer, .level = Level::Assisted, .trained = true};
    EXPECT_TRUE(grant(*lab.database, yanis, one, lab.today));
    one.level = Level::Autonomous;
    EXPECT_EQ(lab.refusal(grant(*lab.database, yanis, one, lab.today)),
              "authorisations.problem.may_not_grant");
    one.level = Level::Assisted;
    one.people = {lab.world.yanis};
    EXPECT_EQ(lab.refusal(grant(*lab.database, yanis, one, lab.today)), "authorisations.problem.self");
    one.people = {lab.world.members4[0]};  // of Marcq
    EXPECT_EQ(lab.refusal(grant(*lab.database, yanis, one, lab.today)), "authorisations.not_there");
}

TEST_P(Authorisations, EndOnTheirDay) {
    const auto held = lab.told(lab.world.ines, "PRUSA1").permit;
    ASSERT_TRUE(held.expires);
    lab.today = *held.expires;
    EXPECT_EQ(lab.use(lab.world.ines, "PRUSA1"), Use::Alone);
    lab.today = *held.expires + 1;
    EXPECT_EQ(lab.told(lab.world.ines, "PRUSA1").answer.why, std::vector{Why::Expired});
}

TEST_P(Authorisations, ThatAreTakenBackAreLearntAgain) {
    const auto karim = lab.act(lab.world.fabmanager());
    ASSERT_TRUE(
        revoke(*lab.database, karim, lab.world.ines, Family::Printer, RevokeReason::UnsafeUse, lab.today));
    EXPECT_EQ(lab.use(lab.world.ines, "PRUSA1"), Use::NotYet);
    EXPECT_EQ(lab.refusal(revoke(*lab.database, karim, lab.world.ines, Family::Printer,
                                 RevokeReason::UnsafeUse, lab.today)),
              "authorisations.moved_meanwhile");
    ASSERT_TRUE(grant(*lab.database, karim,
                      {.people = {lab.world.ines}, .family = Family::Printer, .level = Level::Autonomous},
                      lab.today));
    EXPECT_EQ(lab.told(lab.world.ines, "PRUSA1").answer.why, std::vector{Why::NoPaper});
}

TEST_P(Authorisations, StopWithTheMaintenanceThatBlocksTheMachine) {
    maintenance::Plan plan;
    plan.machine = lab.machine("PRUSA1").machine.id;
    plan.title = "Lit chauffant";
    plan.every_days = 30;
    plan.blocks = true;
    plan.last_day = lab.today - 31;
    ASSERT_TRUE(maintenance::plan(*lab.database, lab.act(lab.world.fabmanager()), plan));
    EXPECT_EQ(lab.told(lab.world.ines, "PRUSA1").answer.why, std::vector{Why::Overdue});
}

}  // namespace
}  // namespace fabnum::authorisations
