#include "features/recruitment/recruitment.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "platform/journal/journal.h"
#include "platform/mail/mail.h"
#include "tests/support/world.h"

namespace fabnum::recruitment {
namespace {

using namespace std::chrono_literals;

class Recruitment : public testing::TestWithParam<sql::Engine> {
 protected:
    support::Lab lab{GetParam()};
    const app::world::World& w = lab.world;
    Day today = clock::day_in("Europe/Paris", lab.now);
    Candidates candidates{*lab.database, "https://fabnum.example"};
    Meetings meetings{*lab.database, "https://fabnum.example"};
    Referrals referrals{*lab.database, "https://fabnum.example"};

    Act by(const Actor& actor) const { return {.by = actor, .at = lab.now}; }
    Act samira() const { return by(w.coordinator()); }
    Act at(Instant when) const { return {.by = w.coordinator(), .at = when}; }

    std::vector<Row> all(std::string words = {}) {
        return lab.database->read([&](const sql::Reader& db) {
            return candidates.list(db, w.coordinator(), {.site = w.hem, .words = words}, today);
        });
    }
    Row named(const std::string& name) {
        const auto rows = all(name);
        EXPECT_EQ(rows.size(), 1u) << name;
        return rows.empty() ? Row{} : rows.front();
    }
    Stage stage(CandidateId id) {
        return lab.database->read([&](const sql::Reader& db) {
            return candidates.visible_to(db, w.coordinator(), id, today)->stage;
        });
    }
    MeetingId next_meeting() {
        return lab.database->read(
            [&](const sql::Reader& db) { return meetings.ahead(db, w.hem, today).front().meeting.id; });
    }
    std::vector<mail::Sending> letters(CandidateId id) {
        return lab.database->read(
            [&](const sql::Reader& db) { return mail::about(db, "candidate", id.value); });
    }
    NewCandidate somebody(std::string given, std::string family) const {
        NewCandidate wish;
        wish.facts.site = w.hem;
        wish.facts.given_name = std::move(given);
        wish.facts.family_name = std::move(family);
        wish.facts.birth_day = day_from_iso("2006-05-04");
        wish.facts.town = "Hem";
        wish.facts.mail = "quelqu.un@courriel.example";
        return wish;
    }
    ReferrerId claire() {
        return lab.database->read([&](const sql::Reader& db) {
            return referrals.list(db, w.coordinator(), w.hem).front().referrer.id;
        });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothEngines, Recruitment, testing::ValuesIn(support::both_engines),
                         [](const auto& one) { return support::name_of(one.param); });

TEST_P(Recruitment, TheFunnelOfPromo3SaysHowItWasFilled) {
    const auto funnel = funnel_of(lab.database->read([&](const sql::Reader& db) {
        return candidates.passages(db, w.coordinator(), w.hem, w.promo3, today);
    }));
    EXPECT_EQ(funnel.known.all, 20);
    EXPECT_EQ(funnel.invited.all, 18);
    EXPECT_EQ(funnel.came.all, 16);
    EXPECT_EQ(funnel.interviewed.all, 14);
    EXPECT_EQ(funnel.admitted.all, 12);
    EXPECT_EQ(funnel.entered.all, 12);
    EXPECT_EQ(funnel.entered.women, 5);
}

TEST_P(Recruitment, ACounsellorRefersTwoAtOnceAndBooksSeats) {
    const auto meeting = next_meeting();
    auto first = somebody("Lila", "Marchand"), second = somebody("Oscar", "Vidal");
    first.meeting = second.meeting = meeting;
    const Act act{.by = by_link(w.hem), .at = lab.now};
    ASSERT_TRUE(referrals.refer(act, claire(), {first, second}, today));
    EXPECT_EQ(named("Marchand").stage, Stage::Booked);
    EXPECT_EQ(named("Vidal").candidate.source, Source::Referral);
    EXPECT_EQ(letters(named("Vidal").candidate.id).size(), 1u);
}

TEST_P(Recruitment, WhenOneOfTwoIsRefusedNobodyIsReferred) {
    auto known = somebody("Rachid", "Mansouri");
    known.facts.birth_day = named("Mansouri").candidate.birth_day;
    const auto hugues = lab.database->read(
        [&](const sql::Reader& db) { return referrals.list(db, w.coordinator(), w.hem).back().referrer.id; });
    const Act act{.by = by_link(w.hem), .at = lab.now};
    const auto done = referrals.refer(act, hugues, {somebody("Lila", "Marchand"), known}, today);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.refusal().key, "recruitment.known_already");
    EXPECT_TRUE(all("Marchand").empty());
}

TEST_P(Recruitment, AMeetingHasNoMoreThanItsSeats) {
    Meeting wish;
    wish.site = w.hem;
    wish.on = today + 5;
    wish.place = "Ici";
    wish.seats = 1;
    wish.contact = "Samira";
    wish.phone = "03 53 01 40 10";
    const auto small = meetings.plan(samira(), wish);
    ASSERT_TRUE(small);
    support::expect_done(meetings.book(samira(), *small, named("Wartel").candidate.id, today));
    const auto done = meetings.book(samira(), *small, named("Cherfi").candidate.id, today);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.refusal().key, "recruitment.meeting_full");
}

TEST_P(Recruitment, ASeatInAnotherMeetingGivesTheFirstOneBack) {
    const auto aminata = named("Aminata").candidate.id;
    Meeting wish;
    wish.site = w.hem;
    wish.on = today + 12;
    wish.place = "Ici";
    wish.contact = "Samira";
    wish.phone = "03 53 01 40 10";
    const auto other = meetings.plan(samira(), wish);
    support::expect_done(meetings.book(samira(), *other, aminata, today));
    const auto seats = lab.database->read([&](const sql::Reader& db) {
        return candidates.visible_to(db, w.coordinator(), aminata, today)->seats;
    });
    ASSERT_EQ(seats.size(), 1u);
    EXPECT_EQ(seats.front().meeting.id, *other);
}

TEST_P(Recruitment, SomebodyElseWhoNotedTheSamePersonIsNotOverwritten) {
    const auto nolan = named("Nolan");
    const auto meeting = nolan.story.seat->meeting.id;
    support::expect_done(meetings.note(samira(), meeting,
                                       {{nolan.candidate.id, Attendance::Missed, Attendance::Came}}, today));
    const auto done = meetings.note(samira(), meeting,
                                    {{nolan.candidate.id, Attendance::Missed, Attendance::Excused}}, today);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.refusal().key, "recruitment.moved_meanwhile");
    EXPECT_EQ(stage(nolan.candidate.id), Stage::Came);
}

TEST_P(Recruitment, NobodyCameBeforeTheDayOfTheMeeting) {
    const auto aminata = named("Aminata").candidate.id;
    const auto done =
        meetings.note(samira(), next_meeting(), {{aminata, Attendance::Booked, Attendance::Came}}, today);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.refusal().key, "recruitment.meeting_to_come");
}

TEST_P(Recruitment, ASeatMakesThePersonAndEnrolsThemInOneAct) {
    const auto maelys = named("Maëlys").candidate;
    Decision wish;
    wish.verdict = Verdict::Admitted;
    wish.reason = "fits";
    wish.cohort = w.promo5;
    support::expect_done(candidates.decide(samira(), maelys.id, wish, today));
    const auto members =
        lab.database->read([&](const sql::Reader& db) { return cohorts::members(db, w.promo5); });
    ASSERT_EQ(members.size(), 1u);
    EXPECT_EQ(people::full_name(members.front().face), "Maëlys Dubois");
    EXPECT_EQ(stage(maelys.id), Stage::Admitted);
    EXPECT_NE(letters(maelys.id).front().letter.subject.find("place"), std::string::npos);
    EXPECT_FALSE(candidates.decide(samira(), maelys.id, wish, today));
}

TEST_P(Recruitment, AFullCohortTakesNobody) {
    Decision wish;
    wish.verdict = Verdict::Admitted;
    wish.reason = "fits";
    wish.cohort = w.promo3;
    const auto done = candidates.decide(samira(), named("Maëlys").candidate.id, wish, today);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.refusal().key, "recruitment.full");
}

TEST_P(Recruitment, AnotherWayNeedsAReasonAndWhatToTry) {
    const auto louise = named("Louise").candidate.id;
    Decision wish;
    wish.verdict = Verdict::OtherWay;
    wish.reason = "age";
    EXPECT_EQ(candidates.decide(samira(), louise, wish, today).refusal().key, "recruitment.problem.instead");
    wish.instead = "Le club du samedi.";
    wish.reason = "fits";
    EXPECT_EQ(candidates.decide(samira(), louise, wish, today).refusal().key, "recruitment.problem.reason");
    wish.reason = "hours";
    support::expect_done(candidates.decide(samira(), louise, wish, today));
    support::expect_done(candidates.reopen(samira(), louise, today));
    EXPECT_EQ(stage(louise), Stage::Came);
}

TEST_P(Recruitment, AFabmanagerAndACoordinatorOfAnotherPlaceSeeNobody) {
    const auto rachid = named("Rachid").candidate.id;
    const Actor karim = w.fabmanager();
    const Actor elsewhere{.person = w.samira, .role = Role::Coordinator, .site = w.marcq};
    lab.database->read([&](const sql::Reader& db) {
        EXPECT_FALSE(candidates.visible_to(db, karim, rachid, today));
        EXPECT_FALSE(candidates.visible_to(db, elsewhere, rachid, today));
        EXPECT_TRUE(candidates.list(db, elsewhere, {.site = w.hem}, today).empty());
    });
}

TEST_P(Recruitment, ACandidateAnswersAndWithdrawsByTheirOwnLink) {
    const auto tiago = named("Tiago").candidate.id;
    const auto link = candidates.make_link(samira(), tiago);
    ASSERT_TRUE(link);
    const std::string token = link->substr(link->rfind('/') + 1);
    ASSERT_TRUE(lab.database->read(
        [&](const sql::Reader& db) { return candidates.behind(db, token, lab.now, today); }));
    const Act act{.by = by_link(w.hem), .at = lab.now};
    support::expect_done(meetings.book(act, next_meeting(), tiago, today));
    EXPECT_EQ(stage(tiago), Stage::Booked);
    support::expect_done(candidates.withdraw(act, tiago, By::Self));
    EXPECT_EQ(stage(tiago), Stage::Withdrawn);
}

TEST_P(Recruitment, ASheetSentTwiceIsOneCandidate) {
    const Act act{.by = {.role = Role::Anyone}, .at = lab.now};
    const auto token = begin_interest(*lab.database, act);
    const auto find = [&] {
        return *lab.database->read([&](const sql::Reader& db) { return find_interest(db, token, lab.now); });
    };
    EXPECT_EQ(first_unanswered(find()), Question::Where);
    support::expect_done(keep_answers(*lab.database, act, find().id,
                                      {{"site", std::to_string(w.hem.value)},
                                       {"given_name", "Zélie"},
                                       {"family_name", "Oudart"},
                                       {"birth_day", "2008-02-03"},
                                       {"town", "Hem"},
                                       {"phone", "06 39 98 12 34"}}));
    const auto sheet = find();
    ASSERT_TRUE(send_interest(candidates, act, sheet, today));
    EXPECT_FALSE(send_interest(candidates, act, sheet, today));
    EXPECT_EQ(named("Oudart").candidate.source, Source::Alone);
    EXPECT_TRUE(find().answers.empty());
}

TEST_P(Recruitment, WhoWritesANameThatIsKnownLearnsNothingOfIt) {
    auto wish = somebody("Rachid", "Mansouri");
    wish.facts.birth_day = named("Mansouri").candidate.birth_day;
    wish.facts.source = Source::Alone;
    ASSERT_TRUE(candidates.receive({.by = by_link(w.hem), .at = lab.now}, wish, today));
    const auto rows = all("Mansouri");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_TRUE(lab.database->read([&](const sql::Reader& db) {
        return candidates.visible_to(db, w.coordinator(), rows.front().candidate.id, today)->twin;
    }));
}

TEST_P(Recruitment, RemindersGoAWeekAndADayBeforeAndOnlyOnce) {
    const auto tiago = named("Tiago").candidate.id;
    const Day meeting = *lab.database->read([&](const sql::Reader& db) -> std::optional<Day> {
        return meetings.ahead(db, w.hem, today).front().meeting.on;
    });
    const auto before = letters(tiago).size();
    const Instant week = clock::instant_in("Europe/Paris", meeting - 7, 9 * 60);
    remind(*lab.database, "https://fabnum.example", week);
    remind(*lab.database, "https://fabnum.example", week + 1h);
    EXPECT_EQ(letters(tiago).size(), before + 1);
    const Instant eve = clock::instant_in("Europe/Paris", meeting - 1, 9 * 60);
    remind(*lab.database, "https://fabnum.example", eve);
    remind(*lab.database, "https://fabnum.example", eve + 1h);
    EXPECT_EQ(letters(tiago).size(), before + 2);
}

TEST_P(Recruitment, NamesAreForgottenOnTheirDayAndTheNumbersStay) {
    const auto steeve = named("Steeve").candidate.id;
    const auto count = [&] {
        return funnel_of(lab.database->read([&](const sql::Reader& db) {
                   return candidates.passages(db, w.coordinator(), w.hem, w.promo5, today);
               }))
            .known.all;
    };
    const int known = count();
    forget(*lab.database, lab.now + 24h * 60);
    EXPECT_EQ(all("Steeve").size(), 1u);
    forget(*lab.database, lab.now + 24h * 100);
    EXPECT_TRUE(all("Steeve").empty());
    EXPECT_EQ(count(), known);
    for (const auto& letter : letters(steeve)) {
        EXPECT_EQ(letter.letter.to, "");
        EXPECT_TRUE(letter.letter.paragraphs.empty());
    }
    lab.database->read([&](const sql::Reader& db) {
        for (const auto& line : journal::history_of(db, "candidate", steeve.value)) EXPECT_EQ(line.after, "");
        EXPECT_TRUE(journal::verify(db));
    });
    EXPECT_EQ(all("Maëlys").size(), 1u);
}

TEST_P(Recruitment, ALostLinkGoesOnlyToAnAddressThatIsKnown) {
    const auto about = [&] {
        return lab.database->read(
            [&](const sql::Reader& db) { return mail::about(db, "referrer", claire().value).size(); });
    };
    const auto before = about();
    const Act act{.by = {.role = Role::Anyone}, .at = lab.now};
    referrals.recover(act, "inconnu@ailleurs.example");
    EXPECT_EQ(about(), before);
    referrals.recover(act, "claire@mission-locale.example");
    EXPECT_EQ(about(), before + 1);
    referrals.recover(act, "claire@mission-locale.example");
    EXPECT_EQ(about(), before + 1) << "once an hour at most";
    support::expect_done(referrals.end_links(samira(), claire()));
    referrals.recover({.by = {.role = Role::Anyone}, .at = lab.now + 2h}, "claire@mission-locale.example");
    EXPECT_EQ(about(), before + 1) << "who ended the links meant it";
}

}  // namespace
}  // namespace fabnum::recruitment
