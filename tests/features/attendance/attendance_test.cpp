#include "features/attendance/attendance.h"

#include <gtest/gtest.h>

#include "tests/support/world.h"

namespace fabnum::attendance {
namespace {

constexpr Planned a_morning{.starts = 540, .ends = 720, .minutes = 180};

TEST(Mark, CountsTheMinutesThatSomebodyWasThere) {
    EXPECT_EQ(minutes_done(Code::Present, a_morning, 545, {}), 180);
    EXPECT_EQ(minutes_done(Code::PresentLate, a_morning, 570, {}), 150);
    EXPECT_EQ(minutes_done(Code::LeftEarly, a_morning, {}, 690), 150);
    EXPECT_EQ(minutes_done(Code::PresentLate, a_morning, 570, 690), 120);
    EXPECT_EQ(minutes_done(Code::TrainingOutside, a_morning, {}, {}), 180);
    EXPECT_EQ(minutes_done(Code::Excused, a_morning, {}, {}), 0);
    EXPECT_EQ(minutes_done(Code::PresentLate, a_morning, 800, {}), 0);
}

TEST(Mark, IsLateTenMinutesAfterTheStart) {
    EXPECT_EQ(code_of_arrival(a_morning, 550), Code::Present);
    EXPECT_EQ(code_of_arrival(a_morning, 551), Code::PresentLate);
}

TEST(Mark, OfSicknessOrLeaveOwesNoHours) {
    Mark sick, absent;
    sick.code = Code::SickCertified;
    absent.code = Code::Unexcused;
    sick.due = absent.due = 180;
    const Tally tally = tally_of({sick, absent});
    EXPECT_EQ(tally.due, 180);
    EXPECT_EQ(tally.done, 0);
    EXPECT_EQ(tally.absences, 1);
}

TEST(Planned, CountsTwoGroupsSideBySideOnce) {
    timetable::Session a, b;
    a.day = b.day = *day_from_iso("2026-11-24");
    b.starts = a.starts + 60;
    EXPECT_EQ(planned_in({a, b}, {}, a.day, Half::Morning).minutes, 180);
    EXPECT_EQ(planned_in({a, b}, {}, a.day, Half::Afternoon).minutes, 0);
}

TEST(Planned, WithoutSessionsIsTheWeekOfTheCohortUnlessItIsClosed) {
    cohorts::Programme programme;
    programme.week = cohorts::usual_week();
    const Day tuesday = *day_from_iso("2026-11-24"), armistice = *day_from_iso("2026-11-11");
    EXPECT_EQ(planned_in({}, programme, tuesday, Half::Afternoon).minutes, 180);
    EXPECT_EQ(planned_in({}, programme, armistice, Half::Morning).minutes, 0);
}

CatchUp on(std::string_view day, int starts = 540, int ends = 720) {
    return {.id = {}, .person = {}, .cohort = {}, .day = *day_from_iso(day), .starts = starts, .ends = ends};
}

TEST(CatchUp, IsSetInAHalfDayWhereTheCohortDoesNotComeAndTheHouseIsOpen) {
    const Day tuesday = *day_from_iso("2026-11-24");
    const auto why = [&](const CatchUp& one, const Planned& planned = {}) {
        const auto refusal = against(one, planned, tuesday);
        return refusal ? refusal->key : std::string();
    };
    EXPECT_EQ(why(on("2026-11-27")), "");
    EXPECT_EQ(why(on("2026-11-27"), a_morning), "attendance.catch_up.planned");
    EXPECT_EQ(why(on("2026-11-23")), "attendance.catch_up.over");
    EXPECT_EQ(why(on("2026-11-29")), "attendance.catch_up.closed");
    EXPECT_EQ(why(on("2026-12-25")), "attendance.catch_up.closed");
    EXPECT_EQ(why(on("2026-11-27", 540, 900)), "attendance.catch_up.too_long");
    EXPECT_EQ(why(on("2026-11-27", 720, 540)), "attendance.catch_up.backwards");
}

TEST(CatchUp, IsProposedOnTheFirstFreeHalfDay) {
    cohorts::Programme programme;
    programme.week = cohorts::usual_week();
    EXPECT_EQ(next_free(programme, *day_from_iso("2026-11-24"))->day, *day_from_iso("2026-11-27"));
}

class Attendance : public testing::TestWithParam<sql::Engine> {
 protected:
    support::Lab lab{GetParam()};
    const Day today = *day_from_iso("2026-11-24");
    const app::world::World& w = lab.world;
    sql::Database& db() { return *lab.database; }
    Act team() const { return {.by = w.fabmanager(), .at = lab.now}; }
    NewMark yanis(Code code) const {
        return {.person = w.yanis, .cohort = w.promo3, .day = today, .half = Half::Morning, .code = code};
    }
    Sheet now() {
        return db().read([&](const sql::Reader& reader) {
            return sheet(reader, *cohorts::find(reader, w.promo3), today, Half::Morning);
        });
    }
    const Line& line_of(const Sheet& sheet, PersonId person) const {
        for (const Line& line : sheet.lines)
            if (line.face.id == person) return line;
        throw std::logic_error("not on the sheet");
    }
    Result<Done> signs(PersonId person, const Act& act, std::string method = "pin") {
        return sign(
            db(), lab.cabinet, act,
            {.person = person, .cohort = w.promo3, .day = today, .half = Half::Morning, .method = method});
    }
    Act by(PersonId person) const { return {.by = w.participant(person), .at = lab.now}; }
    void rewrite(std::string_view sql) {  // as no page of ours would
        support::expect_done(db().write({}, [&](const sql::Writer& writer) -> Result<Done> {
            writer.run({}, sql);
            return Done{};
        }));
    }
    bool chain_holds() {
        return static_cast<bool>(db().read([](const sql::Reader& reader) { return verify(reader); }));
    }
};

TEST_P(Attendance, MarksTheOthersPresentInOneTap) {
    const auto count = mark_the_others_present(db(), team(), w.promo3, today, Half::Morning, Method::Staff);
    ASSERT_TRUE(count);
    EXPECT_EQ(*count, 1);  // all but Yanis were marked
    EXPECT_EQ(now().here(), 11);
    EXPECT_EQ(*mark_the_others_present(db(), team(), w.promo3, today, Half::Morning, Method::Staff), 0);
}

TEST_P(Attendance, CorrectsWithANewLineAndKeepsTheFirst) {
    ASSERT_TRUE(mark(db(), team(), yanis(Code::Unexcused), today));
    ASSERT_TRUE(mark(db(), team(), yanis(Code::Excused), today));
    const auto lines =
        db().read([&](const sql::Reader& reader) { return history(reader, w.yanis, today, Half::Morning); });
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].code, Code::Unexcused);
    EXPECT_EQ(lines[1].code, Code::Excused);
    EXPECT_EQ(line_of(now(), w.yanis).mark->code, Code::Excused);
}

TEST_P(Attendance, AsksForAReasonToCorrectAnotherDay) {
    NewMark late = yanis(Code::Excused);
    late.day = today - 1;
    late.half = Half::Afternoon;
    EXPECT_EQ(mark(db(), team(), late, today).refusal().key, "attendance.reason_missing");
    late.reason = "Le justificatif est arrivé";
    EXPECT_TRUE(mark(db(), team(), late, today));
}

TEST_P(Attendance, IsNotMarkedInAdvanceNorForAnotherSite) {
    NewMark tomorrow = yanis(Code::Present);
    tomorrow.day = today + 1;
    EXPECT_EQ(mark(db(), team(), tomorrow, today).refusal().key, "attendance.day_to_come");
    const Act julie{.by = {w.julie, Role::Fabmanager, w.marcq}, .at = lab.now};
    EXPECT_EQ(mark(db(), julie, yanis(Code::Present), today).refusal().key, "attendance.not_there");
}

TEST_P(Attendance, IsSignedOnceByTheOneWhoWasThere) {
    EXPECT_TRUE(signs(w.ines, by(w.ines)));
    EXPECT_EQ(signs(w.ines, by(w.ines)).refusal().key, "attendance.signed_before");
    EXPECT_EQ(signs(w.mehdi, by(w.mehdi)).refusal().key, "attendance.was_absent");
    EXPECT_EQ(signs(w.yanis, by(w.yanis)).refusal().key, "attendance.not_marked_yet");
    EXPECT_EQ(signs(w.chloe, by(w.ines)).refusal().key, "attendance.not_there");
    EXPECT_TRUE(chain_holds());
}

TEST_P(Attendance, IsSignedAgainAfterACorrection) {
    ASSERT_TRUE(signs(w.ines, by(w.ines)));
    NewMark left = yanis(Code::LeftEarly);
    left.person = w.ines;
    left.gone = 690;
    ASSERT_TRUE(mark(db(), team(), left, today));
    EXPECT_TRUE(line_of(now(), w.ines).signed_before_correction);
    EXPECT_TRUE(signs(w.ines, by(w.ines)));
    EXPECT_FALSE(line_of(now(), w.ines).signed_before_correction);
}

TEST_P(Attendance, IsSignedByTheTeamOnceEverybodyIsMarked) {
    EXPECT_EQ(signs(w.karim, team()).refusal().key, "attendance.unmarked_left");
    ASSERT_TRUE(mark_the_others_present(db(), team(), w.promo3, today, Half::Morning, Method::Staff));
    ASSERT_TRUE(signs(w.karim, team()));
    EXPECT_TRUE(now().trainers_are_current);
    ASSERT_TRUE(mark(db(), team(), yanis(Code::Unexcused), today));
    EXPECT_FALSE(now().trainers_are_current);
}

TEST_P(Attendance, EntersAPaperSheetForThoseWhoSignedIt) {
    const auto count = enter_paper(db(), team(), w.promo3, today, Half::Afternoon, {w.ines, w.chloe});
    ASSERT_TRUE(count) << count.refusal().key;
    EXPECT_EQ(*count, 2);
    EXPECT_EQ(*enter_paper(db(), team(), w.promo3, today, Half::Afternoon, {w.ines, w.chloe}), 0);
    EXPECT_TRUE(chain_holds());
}

TEST_P(Attendance, ShowsASignatureThatSomebodyRewroteInTheDatabase) {
    ASSERT_TRUE(signs(w.ines, by(w.ines)));
    ASSERT_TRUE(chain_holds());
    rewrite("UPDATE attendance_signatures SET covers = 'present 999' WHERE seq = 40");
    const auto finding = db().read([](const sql::Reader& reader) { return verify(reader); });
    EXPECT_FALSE(finding);
    EXPECT_EQ(finding.broken_at, 40);
}

TEST_P(Attendance, ShowsASignatureThatSomebodyTookAway) {
    rewrite("DELETE FROM attendance_signatures WHERE seq = (SELECT max(seq) FROM attendance_signatures)");
    EXPECT_FALSE(chain_holds());
}

TEST_P(Attendance, ExportsAMonthThatHoldsTogetherWithoutTheDatabase) {
    ASSERT_TRUE(signs(w.ines, by(w.ines)));
    const auto text = db().read([&](const sql::Reader& reader) {
        return proof_of(reader, *cohorts::find(reader, w.promo3), "Hem", today, lab.now);
    });
    const auto finding = verified(text);
    EXPECT_TRUE(finding) << finding.why;
    EXPECT_GT(finding.own, 100);
    EXPECT_NE(text.find("Inès Bouchard"), std::string::npos);
    EXPECT_EQ(text.find("Amel Zeroual"), std::string::npos);  // of Marcq
}

TEST_P(Attendance, TellsTheTeamWhoIsNotThereAfterTwentyMinutes) {
    const auto alerts_at = [&](int minute) {
        return db().read([&](const sql::Reader& reader) {
            std::vector<std::string> late;
            for (const auto& alert : alerts(reader, *cohorts::find(reader, w.promo3), today, minute))
                if (alert.worry == Worry::Late20) late.push_back(alert.face.given_name);
            return late;
        });
    };
    EXPECT_EQ(alerts_at(9 * 60 + 19), std::vector<std::string>{});
    EXPECT_EQ(alerts_at(9 * 60 + 20), std::vector<std::string>{"Yanis"});
    Notice late;
    late.day = today;
    late.minutes = 30;
    ASSERT_TRUE(say_beforehand(db(), by(w.yanis), late, today));
    EXPECT_EQ(alerts_at(9 * 60 + 20), std::vector<std::string>{});
}

TEST_P(Attendance, ShowsTheTeamASecondAbsence) {
    const auto found = db().read([&](const sql::Reader& reader) {
        return alerts(reader, *cohorts::find(reader, w.promo3), today, 9 * 60);
    });
    const bool second = std::any_of(found.begin(), found.end(), [&](const Alert& alert) {
        return alert.worry == Worry::SecondAbsence && alert.face.id == w.yanis;
    });
    EXPECT_TRUE(second);
}

INSTANTIATE_TEST_SUITE_P(Engines, Attendance, testing::ValuesIn(support::both_engines),
                         [](const auto& engine) { return support::name_of(engine.param); });

TEST_P(Attendance, HoursMadeUpForCountAndAreSignedAndNobodyElseIsExpected) {
    const Day friday = *day_from_iso("2026-11-27");
    const NewMark there{.person = w.yanis, .cohort = w.promo3, .day = friday, .half = Half::Morning};
    EXPECT_EQ(mark(db(), team(), there, friday).refusal().key, "attendance.nothing_planned");
    CatchUp agreed = on("2026-11-27");
    agreed.person = w.yanis;
    agreed.cohort = w.promo3;
    support::expect_done(agree_on_catch_up(db(), team(), agreed, today));
    EXPECT_EQ(agree_on_catch_up(db(), team(), agreed, today).refusal().key, "attendance.catch_up.twice");
    const auto sheet_now = [&] {
        return db().read([&](const sql::Reader& reader) {
            return sheet(reader, *cohorts::find(reader, w.promo3), friday, Half::Morning);
        });
    };
    ASSERT_EQ(sheet_now().lines.size(), 1U);
    support::expect_done(mark(db(), team(), there, friday));
    EXPECT_EQ(sheet_now().lines.front().mark->due, 0);
    EXPECT_EQ(sheet_now().lines.front().mark->done, 180);
    support::expect_done(
        sign(db(), lab.cabinet, by(w.yanis),
             {.person = w.yanis, .cohort = w.promo3, .day = friday, .half = Half::Morning, .method = "pin"}));
    const auto kept =
        db().read([&](const sql::Reader& reader) { return catch_ups_of(reader, w.yanis, today, friday); });
    EXPECT_EQ(call_off_catch_up(db(), team(), kept.front().id).refusal().key, "attendance.catch_up.marked");
}

TEST_P(Attendance, HoursThatNobodyComesToMakeUpForAreNoNewAbsence) {
    CatchUp agreed = on("2026-11-27");
    agreed.person = w.yanis;
    agreed.cohort = w.promo3;
    support::expect_done(agree_on_catch_up(db(), team(), agreed, today));
    support::expect_done(mark(db(), team(),
                              {.person = w.yanis,
                               .cohort = w.promo3,
                               .day = agreed.day,
                               .half = Half::Morning,
                               .code = Code::Unexcused},
                              agreed.day));
    const auto tally = tally_of(db().read(
        [&](const sql::Reader& reader) { return marks_of(reader, w.yanis, agreed.day, agreed.day); }));
    EXPECT_EQ(tally.absences, 0);
    EXPECT_EQ(tally.due, 0);
}

}  // namespace
}  // namespace fabnum::attendance
