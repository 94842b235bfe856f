#include "features/outcomes/outcomes.h"

#include <gtest/gtest.h>

#include "features/sites/sites.h"
#include "platform/clock/clock.h"
#include "platform/journal/journal.h"
#include "platform/mail/mail.h"
#include "tests/support/engines.h"

namespace fabnum::outcomes {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}
const Day starts = day("2026-01-05"), ends = day("2026-07-03"), today = day("2027-01-05");

class Leavers : public testing::TestWithParam<sql::Engine> {
 protected:
    Leavers() {
        write([&](const sql::Writer& db) {
            sites::Site site;
            site.name = "Hem";
            hem = sites::open(db, site);
            site.name = "Marcq";
            marcq = sites::open(db, site);
            samira = added(db, "Samira", Role::Coordinator);
            ines = added(db, "Inès", Role::Participant);
            noah = added(db, "Noah", Role::Participant);
            promo =
                cohorts::open(db, {.id = {}, .site = hem, .name = "Promo 3", .starts = starts, .ends = ends});
            cohorts::enrol(db, promo, ines, starts);
            cohorts::enrol(db, promo, noah, starts);
        });
    }
    PersonId added(const sql::Writer& db, std::string name, Role role) {
        people::NewPerson person;
        const std::string name_of_mail = std::to_string(name.size()) + "@exemple.example";
        person.given_name = std::move(name);
        person.family_name = "Petit";
        person.role = role;
        person.site = hem;
        if (role == Role::Participant) person.mail = name_of_mail;
        return *people::add(db, Act{}, person, starts);
    }
    template <class Use>
    void write(Use&& use) {
        support::expect_done(fresh->write({}, [&](const sql::Writer& db) -> Result<Done> {
            use(db);
            return Done{};
        }));
    }
    template <class Use>
    auto read(Use&& use) {
        return fresh->read([&](const sql::Reader& db) { return use(db); });
    }
    Act act(Role role = Role::Coordinator, SiteId site = {}) const {
        return {.by = {samira, role, site ? site : hem}, .at = now, .once = {}};
    }
    NewExit wish(PersonId person, Day left = ends, Reason reason = Reason::Term) const {
        return {.cohort = promo,
                .person = person,
                .left = left,
                .reason = reason,
                .situation = Situation::Qualifying};
    }
    Result<ExitId> noted(const NewExit& exit) { return note_exit(*fresh, cabinet, act(), exit, today); }
    std::string refused(const NewExit& exit, const Act& by) {
        const auto answer = note_exit(*fresh, cabinet, by, exit, today);
        return answer ? "" : answer.refusal().key;
    }
    News six_of(ExitId id) {
        for (const News& news : read([&](const sql::Reader& db) { return news_of(db, id); }))
            if (news.months == 6) return news;
        return {};
    }

    support::FreshDatabase fresh{GetParam()};
    support::TemporaryFolder folder;
    files::Cabinet cabinet{folder.path() + "/files"};
    Instant now = clock::paris(2027, 1, 5);
    SiteId hem, marcq;
    PersonId samira, ines, noah;
    cohorts::CohortId promo;
};
INSTANTIATE_TEST_SUITE_P(BothEngines, Leavers, testing::ValuesIn(support::both_engines),
                         [](const auto& engine) { return support::name_of(engine.param); });

TEST_P(Leavers, WaitToBeNotedUntilTheyAre) {
    const auto waiting = [&] {
        std::vector<std::string> names;
        for (const auto& one : read([&](const sql::Reader& db) { return leaving(db, hem, today); }))
            names.push_back(one.face.given_name);
        return names;
    };
    EXPECT_EQ(waiting(), (std::vector<std::string>{"Inès", "Noah"}));
    ASSERT_TRUE(noted(wish(ines)));
    EXPECT_EQ(waiting(), (std::vector<std::string>{"Noah"}));
    EXPECT_TRUE(read([&](const sql::Reader& db) { return leaving(db, marcq, today); }).empty());
    EXPECT_TRUE(read([&](const sql::Reader& db) { return leaving(db, hem, ends - 29); }).empty());
}

TEST_P(Leavers, AreAskedForNewsAfterOneThreeSixAndTwelveMonths) {
    const auto id = *noted(wish(ines));
    std::vector<std::string> days;
    for (const News& news : read([&](const sql::Reader& db) { return news_of(db, id); }))
        days.push_back(to_iso(news.due));
    EXPECT_EQ(days, (std::vector<std::string>{"2026-08-03", "2026-10-03", "2027-01-03", "2027-07-03"}));
}

TEST_P(Leavers, CannotLeaveBeforeTheyCameNorAfterTheEnd) {
    EXPECT_EQ(refused(wish(ines, starts - 1, Reason::Job), act()), "outcomes.left_before");
    EXPECT_EQ(refused(wish(ines, ends + 1), act()), "outcomes.left_after");
    EXPECT_EQ(refused(wish(ines, ends - 10), act()), "outcomes.term_is_early");
    EXPECT_EQ(refused(wish(samira), act()), "outcomes.not_member");
    EXPECT_EQ(refused(wish(ines), act(Role::Coordinator, marcq)), "outcomes.not_there");
    EXPECT_EQ(refused(wish(ines), act(Role::Fabmanager)), "outcomes.not_there");
}

TEST_P(Leavers, LeaveTheCohortOnTheDayThatIsNotedAndComeBackWhenItIsCorrected) {
    const auto left = [&] {
        for (const auto& one : read([&](const sql::Reader& db) { return cohorts::memberships(db, {promo}); }))
            if (one.person == ines) return one.left;
        return std::optional<Day>();
    };
    const auto id = noted(wish(ines, day("2026-03-10"), Reason::Job));
    ASSERT_TRUE(id);
    EXPECT_EQ(left(), day("2026-03-10"));
    EXPECT_EQ(to_iso(six_of(*id).due), "2026-09-10");
    EXPECT_EQ(*noted(wish(ines)), *id);  // corrected, not noted twice
    EXPECT_FALSE(left());
    EXPECT_EQ(to_iso(six_of(*id).due), "2027-01-03");
}

TEST_P(Leavers, AreNotAskedAnythingAfterADeath) {
    auto exit = wish(noah, ends - 10, Reason::Health);
    exit.situation = Situation::Died;
    const auto id = *noted(exit);
    EXPECT_EQ(six_of(id).missing, Missing::Died);
    EXPECT_TRUE(read([&](const sql::Reader& db) { return news(db, {.site = hem}, today); }).empty());
}

TEST_P(Leavers, HaveTasksThatAreDoneAndUndone) {
    const auto id = *noted(wish(ines));
    support::expect_done(set_task(*fresh, act(), id, Task::Civic, true, today));
    ASSERT_EQ(read([&](const sql::Reader& db) { return done_tasks(db, id); }).size(), 1U);
    support::expect_done(set_task(*fresh, act(), id, Task::Civic, false, today));
    EXPECT_TRUE(read([&](const sql::Reader& db) { return done_tasks(db, id); }).empty());
    EXPECT_FALSE(set_task(*fresh, act(Role::Coordinator, marcq), id, Task::Civic, true, today));
}

TEST_P(Leavers, AnswerOrAreGivenUpWithAReasonAfterTries) {
    const auto id = *noted(wish(ines));
    const auto news_id = six_of(id).id;
    support::expect_done(note_try(*fresh, act(), news_id, Channel::Sms, Reply::Sent));
    support::expect_done(note_try(*fresh, act(), news_id, Channel::Call, Reply::NoReply));
    EXPECT_EQ(read([&](const sql::Reader& db) { return tries_of(db, news_id); }).size(), 2U);
    EXPECT_FALSE(answer(*fresh, act(), news_id, {.situation = {}, .missing = {}}, today));
    support::expect_done(
        answer(*fresh, act(), news_id, {.situation = {}, .missing = Missing::Unreachable}, today));
    EXPECT_EQ(six_of(id).missing, Missing::Unreachable);
    support::expect_done(
        answer(*fresh, act(), news_id, {.situation = Situation::School, .missing = {}}, today));
    EXPECT_EQ(six_of(id).situation, Situation::School);
    EXPECT_FALSE(six_of(id).missing);
}

TEST_P(Leavers, AreNotAskedTooEarly) {
    const auto id = *noted(wish(ines));
    const auto answered = answer(*fresh, act(), six_of(id).id,
                                 {.situation = Situation::School, .missing = {}}, day("2026-09-01"));
    ASSERT_FALSE(answered);
    EXPECT_EQ(answered.refusal().key, "outcomes.too_early");
}

TEST_P(Leavers, GiveTheirNewsByTheirOwnLinkOnce) {
    const auto id = *noted(wish(ines));
    const auto token = make_news_link(*fresh, act(), six_of(id).id);
    ASSERT_TRUE(token);
    Act own = act();
    own.by = {.person = ines, .role = Role::Anyone, .site = hem};
    support::expect_done(
        answer_oneself(*fresh, own, *token, {.situation = Situation::Permanent, .missing = {}}, today));
    EXPECT_EQ(six_of(id).situation, Situation::Permanent);
    EXPECT_TRUE(six_of(id).by_self);
    EXPECT_FALSE(answer_oneself(*fresh, own, *token, {.situation = Situation::School, .missing = {}}, today));
    EXPECT_FALSE(
        answer_oneself(*fresh, own, "nobody", {.situation = Situation::School, .missing = {}}, today));
    EXPECT_FALSE(make_news_link(*fresh, act(), six_of(id).id));
}

TEST_P(Leavers, GetALetterWithALinkAndTheTryIsNoted) {
    const auto id = *noted(wish(ines));
    support::expect_done(send_news_letter(*fresh, act(), six_of(id).id, "Samira", "https://fabnum.example"));
    const auto letters = read([&](const sql::Reader& db) { return mail::about(db, "exit", id.value); });
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_TRUE(letters.front().letter.link.starts_with("https://fabnum.example/nouvelles/"));
    EXPECT_EQ(read([&](const sql::Reader& db) { return tries_of(db, six_of(id).id); }).size(), 1U);
}

TEST_P(Leavers, AreFilteredByHowTheirNewsStand) {
    ASSERT_TRUE(noted(wish(ines)));
    ASSERT_TRUE(noted(wish(noah)));
    const auto count = [&](const NewsFilter& filter) {
        return read([&](const sql::Reader& db) { return news(db, filter, today); }).size();
    };
    EXPECT_EQ(count({.site = hem}), 6U);  // 1 and 3 months are late, 6 is due
    EXPECT_EQ(count({.site = hem, .standing = Standing::Late}), 4U);
    EXPECT_EQ(count({.site = hem, .standing = Standing::Due, .months = 6}), 2U);
    EXPECT_EQ(count({.site = hem, .standing = Standing::Coming}), 2U);
    EXPECT_EQ(count({.site = marcq}), 0U);
    EXPECT_EQ(count({.site = {}}), 6U);  // every site
}

TEST_P(Leavers, KeepAReviewInTheirOwnWords) {
    const auto id = *noted(wish(ines));
    Review review;
    review.own_words = "J’ai appris à parler devant les gens.";
    review.talked = today;
    support::expect_done(keep_review(*fresh, act(), id, review, today));
    EXPECT_EQ(read([&](const sql::Reader& db) { return review_of(db, id); })->own_words, review.own_words);
    review.talked = today + 1;
    EXPECT_FALSE(keep_review(*fresh, act(), id, review, today));
    review.talked = today;
    review.own_words = "Et à écouter.";
    support::expect_done(keep_review(*fresh, act(), id, review, today));
    EXPECT_EQ(read([&](const sql::Reader& db) { return review_of(db, id); })->own_words, "Et à écouter.");
}

TEST_P(Leavers, ChangeNothingWithoutALineInTheJournal) {
    const auto id = *noted(wish(ines));
    support::expect_done(set_task(*fresh, act(), id, Task::Machines, true, today));
    const auto lines = read([&](const sql::Reader& db) { return journal::history_of(db, "exit", id.value); });
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].action, "exit.noted");
    EXPECT_EQ(lines[1].action, "exit.task_done");
}

}  // namespace
}  // namespace fabnum::outcomes
