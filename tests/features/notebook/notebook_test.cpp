// Goals, notes and check-ins of a young person, on the data of the small lab.

#include "features/notebook/notebook.h"

#include <gtest/gtest.h>

#include "tests/support/world.h"

namespace fabnum::notebook {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}

TEST(Notes, EndThreeMonthsAfterTheCohortAtTheLatest) {
    EXPECT_EQ(last_day(Keep::Month, day("2026-11-24"), day("2027-03-05")), day("2026-12-24"));
    EXPECT_EQ(last_day(Keep::WholePath, day("2026-11-24"), day("2027-03-05")), day("2027-06-04"));
    EXPECT_EQ(last_day(Keep::ThreeMonths, day("2027-06-01"), day("2027-03-05")), day("2027-06-04"));
}

class Notebooks : public testing::TestWithParam<sql::Engine> {
 protected:
    Notebooks() : lab(GetParam()), today(clock::day_in("Europe/Paris", lab.now)) {}

    Act by(const Actor& actor) { return {.by = actor, .at = lab.now, .once = {}}; }
    Notebook seen_by(const Actor& actor) {
        return lab.database->read([&](const sql::Reader& db) { return open_for(db, actor, lab.world.ines); });
    }
    Actor ines() { return lab.world.participant(lab.world.ines); }

    support::Lab lab;
    Day today;
};

bool has(const Notebook& book, Reading reading) {
    for (const Note& note : book.notes)
        if (note.reading == reading) return true;
    return false;
}

TEST_P(Notebooks, ShowEachReaderTheNotesMeantForThem) {
    const auto own = seen_by(ines());
    EXPECT_TRUE(has(own, Reading::Own) && has(own, Reading::Shared));
    EXPECT_FALSE(has(own, Reading::Team) || has(own, Reading::Coordinator));
    const auto samira = seen_by(lab.world.coordinator());
    EXPECT_TRUE(has(samira, Reading::Coordinator) && has(samira, Reading::Team));
    EXPECT_FALSE(has(samira, Reading::Own));
    const auto karim = seen_by(lab.world.fabmanager());
    EXPECT_TRUE(has(karim, Reading::Team));
    EXPECT_FALSE(has(karim, Reading::Coordinator) || has(karim, Reading::Own));
    EXPECT_TRUE(seen_by(lab.world.participant(lab.world.yanis)).notes.empty());
    EXPECT_TRUE(seen_by(lab.world.admin()).goals.empty());
}

TEST_P(Notebooks, AreNotKeptAboutTheTeam) {
    const auto note = [&](PersonId about) {
        return write_note(
            *lab.database, by(lab.world.coordinator()),
            {.person = about, .reading = Reading::Team, .keep = Keep::Month, .text = "A dit oui."}, today);
    };
    EXPECT_EQ(note(lab.world.karim).refusal().key, "notebook.not_there");
    support::expect_done(note(lab.world.ines));
}

TEST_P(Notebooks, StartNoActionBeforeTheYoungPersonSaysYes) {
    const auto samira = by(lab.world.coordinator());
    const auto goal =
        *propose(*lab.database, samira,
                 {.person = lab.world.ines, .theme = Theme::Health, .title = "Voir un dentiste"}, today);
    const NewAction call{.what = "Appeler", .doer = Doer::Together, .due = {}};
    EXPECT_EQ(add_action(*lab.database, samira, goal, call).refusal().key, "notebook.not_agreed");
    EXPECT_EQ(answer_goal(*lab.database, samira, goal, Consent::Yes, today).refusal().key,
              "notebook.their_word");
    support::expect_done(answer_goal(*lab.database, by(ines()), goal, Consent::Yes, today));
    support::expect_done(add_action(*lab.database, samira, goal, call));
}

TEST_P(Notebooks, TakeAnAnswerBack) {
    const auto goal = *propose(*lab.database, by(ines()),
                               {.person = lab.world.ines, .theme = Theme::Work, .title = "Un stage"}, today);
    support::expect_done(answer_goal(*lab.database, by(ines()), goal, Consent::NotYet, today));
    EXPECT_EQ(
        end_goal(*lab.database, by(lab.world.coordinator()), goal, GoalState::Reached, today).refusal().key,
        "notebook.not_agreed");
}

TEST_P(Notebooks, ForgetNotesOnTheirDayAndSayHowMany) {
    const auto before = seen_by(ines()).notes.size();
    ASSERT_GT(before, 0u);
    const auto act = by({.person = {}, .role = Role::System, .site = {}});
    std::int64_t gone = 0;
    (void)lab.database->write(act, [&](const sql::Writer& db) -> Result<Done> {
        gone = forget_notes(db, act, today + 400);
        return Done{};
    });
    EXPECT_GE(gone, static_cast<std::int64_t>(before));
    EXPECT_TRUE(seen_by(ines()).notes.empty());
}

TEST_P(Notebooks, KeepACheckinFromTheCoordinatorUntilItIsShared) {
    EXPECT_EQ(seen_by(lab.world.coordinator()).checkins.size(), 1u);
    EXPECT_TRUE(seen_by(lab.world.fabmanager()).checkins.empty());
    const auto mine = seen_by(ines()).checkins;
    ASSERT_EQ(mine.size(), 2u);
    support::expect_done(share_checkin(*lab.database, by(ines()), mine.back().id, true));
    EXPECT_EQ(seen_by(lab.world.coordinator()).checkins.size(), 2u);
    EXPECT_FALSE(share_checkin(*lab.database, by(lab.world.coordinator()), mine.back().id, true));
}

TEST_P(Notebooks, SayWhoWantsToTalkAndNothingMore) {
    Checkin hard;
    hard.own_words = "C’est pour moi.";
    hard.talk = Talk::Wanted;
    support::expect_done(check_in(*lab.database, by(ines()), hard));
    const auto wanted = lab.database->read(
        [&](const sql::Reader& db) { return who_wants_to_talk(db, lab.world.coordinator()); });
    ASSERT_EQ(wanted.size(), 2u);
    EXPECT_EQ(wanted.back().person, lab.world.ines);
    EXPECT_EQ(wanted.back().own_words, "");
    support::expect_done(talked(*lab.database, by(lab.world.coordinator()), wanted.back().id));
    EXPECT_EQ(talked(*lab.database, by(lab.world.coordinator()), wanted.back().id).refusal().key,
              "notebook.moved_meanwhile");
}

INSTANTIATE_TEST_SUITE_P(Engines, Notebooks, testing::ValuesIn(support::both_engines),
                         [](const auto& one) { return support::name_of(one.param); });

}  // namespace
}  // namespace fabnum::notebook
