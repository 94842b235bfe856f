#include "features/civics/civics.h"

#include <memory>

#include <gtest/gtest.h>

#include "features/attendance/attendance.h"
#include "platform/clock/clock.h"
#include "tests/support/world.h"

namespace fabnum::civics {
namespace {

const Day today = clock::day_in("Europe/Paris", support::usual_now);
constexpr auto key_of = [](const auto& answer) { return answer ? std::string() : answer.refusal().key; };

class Civics : public testing::TestWithParam<sql::Engine> {
 protected:
    Act by(const Actor& actor) { return {.by = actor, .at = lab.now, .once = {}}; }
    std::optional<Sight> sight(const Actor& actor, PersonId person) {
        return lab.database->read([&](const sql::Reader& db) { return sight_of(db, actor, person, today); });
    }
    Standing of(PersonId person) { return sight(lab.world.coordinator(), person)->line.standing; }
    Proof paper_of(PersonId person, Paper kind, int half_days = 0) {
        Proof one;
        one.person = person;
        one.paper = kind;
        one.on = today - 3;
        one.half_days = half_days;
        one.title = "Croix-Rouge";
        return one;
    }
    Result<Done> keep(const Actor& actor, const Proof& proof) {
        return keep_proof(*lab.database, lab.cabinet, by(actor), proof, std::nullopt, today);
    }
    timetable::Session session_on(Day day) {
        timetable::Session one;
        one.site = lab.world.hem;
        one.cohort = lab.world.promo3;
        one.kind = timetable::Kind::Civic;
        one.nature = cohorts::Nature::Civic;
        one.title = "L’Europe";
        one.room = "Salle commune";
        one.day = day;
        return one;
    }

    support::Lab lab{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Civics, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Civics, FollowedHereAreReadFromTheSheetsOfPresence) {
    const auto board_now = lab.database->read(
        [&](const sql::Reader& db) { return board(db, *cohorts::find(db, lab.world.promo3), today); });
    ASSERT_EQ(board_now.lines.size(), 12u);
    int followed = 0;
    for (const Line& line : board_now.lines) followed += line.standing.theory > 0 ? 1 : 0;
    EXPECT_GT(followed, 6);
    EXPECT_TRUE(of(lab.world.ines).first_aid_planned);
}

TEST_P(Civics, FollowACorrectionOfPresence) {
    const int before = of(lab.world.ines).theory;
    const auto sessions = sight(lab.world.coordinator(), lab.world.ines)->sessions;
    const auto first = sessions.front();
    ASSERT_TRUE(first.here);
    support::expect_done(attendance::mark(*lab.database, by(lab.world.coordinator()),
                                          {.person = lab.world.ines,
                                           .cohort = lab.world.promo3,
                                           .day = first.session.session.day,
                                           .half = first.session.session.half(),
                                           .code = attendance::Code::Unexcused,
                                           .reason = "Erreur de feuille"},
                                          today));
    EXPECT_EQ(of(lab.world.ines).theory, before - 1);
}

TEST_P(Civics, KeepAPaperFromElsewhereAndTakeItBack) {
    const int before = of(lab.world.yanis).theory;
    support::expect_done(keep(lab.world.coordinator(), paper_of(lab.world.yanis, Paper::Theory, 2)));
    EXPECT_EQ(of(lab.world.yanis).theory, before + 2);
    const auto kept = sight(lab.world.coordinator(), lab.world.yanis)->proofs.back();
    support::expect_done(take_back(*lab.database, by(lab.world.coordinator()), kept.id));
    EXPECT_EQ(of(lab.world.yanis).theory, before);
    EXPECT_EQ(key_of(take_back(*lab.database, by(lab.world.coordinator()), kept.id)), "civics.not_there");
}

TEST_P(Civics, TakeAnOlderCertificateOfFirstAidAsWorthTheSame) {
    EXPECT_TRUE(of(lab.world.hugo).first_aid);
    EXPECT_FALSE(of(lab.world.theo).first_aid);
}

TEST_P(Civics, RefuseAPaperOfALaterDay) {
    Proof later = paper_of(lab.world.theo, Paper::Psc);
    later.on = today + 1;
    EXPECT_EQ(key_of(keep(lab.world.coordinator(), later)), "civics.problem.later");
}

TEST_P(Civics, OfAnotherSiteOrOfSomebodyElseAreNotOpen) {
    const Actor elsewhere{lab.world.julie, Role::Fabmanager, lab.world.marcq};
    EXPECT_FALSE(sight(elsewhere, lab.world.ines));
    EXPECT_FALSE(sight(lab.world.participant(lab.world.yanis), lab.world.ines));
    EXPECT_TRUE(sight(lab.world.participant(lab.world.ines), lab.world.ines));
    EXPECT_EQ(key_of(keep(elsewhere, paper_of(lab.world.ines, Paper::Psc))), "civics.not_there");
    EXPECT_EQ(key_of(keep(lab.world.participant(lab.world.ines), paper_of(lab.world.ines, Paper::Psc))),
              "civics.not_there");
}

TEST_P(Civics, OfADayPlannedAreInTheTimetableAndCountedAsToCome) {
    const int before = of(lab.world.fatou).theory_planned;
    support::expect_done(plan_day(*lab.database, by(lab.world.coordinator()), Part::Theory,
                                  {session_on(today + 8)}, "Seul jour possible"));
    EXPECT_EQ(of(lab.world.fatou).theory_planned, before + 1);
}

TEST_P(Civics, OfASessionSortedAsFirstAidNoLongerCountAsTheory) {
    const auto first = sight(lab.world.coordinator(), lab.world.ines)->sessions.front().session;
    const int before = of(lab.world.ines).theory;
    support::expect_done(
        set_part(*lab.database, by(lab.world.fabmanager()), first.session.id, Part::FirstAid));
    EXPECT_EQ(of(lab.world.ines).theory, before - 1);
    EXPECT_TRUE(of(lab.world.ines).followed);
}

TEST_P(Civics, AreDutiesOfTheSiteUntilDone) {
    const auto duties_of = [&](PersonId person) {
        std::size_t count = 0;
        for (const auto& one :
             lab.database->read([&](const sql::Reader& db) { return duties(db, lab.world.hem, today); }))
            count += one.person == person ? 1 : 0;
        return count;
    };
    const auto before = duties_of(lab.world.chloe);
    support::expect_done(keep(lab.world.coordinator(), paper_of(lab.world.chloe, Paper::Psc)));
    support::expect_done(keep(lab.world.coordinator(), paper_of(lab.world.chloe, Paper::Theory, 4)));
    EXPECT_GT(before, 0u);
    EXPECT_EQ(duties_of(lab.world.chloe), 0u);
}

}  // namespace
}  // namespace fabnum::civics
