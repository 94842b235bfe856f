// Where the young people of the first two cohorts went, what the team did about it, and their news at 1, 3, 6
// months: 24 entered, 1 left early, 23 have a next step, 17 of them towards communication, information and
// culture, 8 in fixed-term or temporary work.

#include <algorithm>
#include <span>

#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "features/outcomes/outcomes.h"

namespace fabnum::app::world {

namespace {

using outcomes::Field;
using outcomes::Situation;
using S = Situation;
constexpr auto communication = Field::Communication;
constexpr auto information = Field::Information;
constexpr auto culture = Field::Culture;
constexpr auto elsewhere = Field::Other;

struct Next {
    S at_exit;
    Field field;
    S after_six = S::NotKnown;  // NotKnown: no news
};
constexpr Next after_first[] = {
    {S::FixedLong, communication, S::Permanent},
    {S::Qualifying, communication, S::Qualifying},
    {S::Apprenticeship, information, S::Apprenticeship},
    {S::FixedShort, elsewhere, S::NotKnown},
    {S::Qualifying, culture, S::JobSearch},
    {S::Temporary, communication, S::FixedLong},
    {S::School, information, S::School},
    {S::Scheme, communication, S::Scheme},
    {S::Apprenticeship, communication, S::Apprenticeship},
    {S::PreQualifying, elsewhere, S::JobSearch},
    {S::FixedShort, culture, S::NotKnown},
    {S::Temporary, information, S::FixedLong},
};
constexpr Next after_second[] = {
    {S::Qualifying, communication},     {S::FixedLong, information}, {S::Apprenticeship, communication},
    {S::Qualifying, elsewhere},         {S::Scheme, culture},        {S::FixedShort, elsewhere},
    {S::ProContract, information},      {S::Temporary, elsewhere},   {S::School, communication},
    {S::JobSearch, elsewhere},  // left early: Ysé
    {S::Apprenticeship, communication}, {S::Scheme, elsewhere},
};
constexpr std::size_t left_early = 9;

outcomes::Proof proof_of(S situation) {
    const auto& meaning = outcomes::meaning_of(situation);
    if (meaning.indicator == "EECR04") return outcomes::Proof::Contract;
    if (meaning.indicator == "EECR02") return outcomes::Proof::Training;
    return meaning.forward ? outcomes::Proof::Adviser : outcomes::Proof::Statement;
}

struct Past {
    const cohorts::CohortId& id;
    const SiteId& site;
    Day starts, ends;
    std::span<const PersonId> members;
};

Act samira(const Telling& telling, const Past& past, const Moment& moment) {
    return {.by = {telling.world.samira, Role::Coordinator, past.site}, .at = moment.at};
}

void note_one(Telling& telling, const Past& past, const Next& next, PersonId person, std::optional<Day> early,
              bool finished, const Moment& moment) {
    const Act act = samira(telling, past, moment);
    outcomes::NewExit exit{.cohort = past.id, .person = person, .left = early.value_or(past.ends)};
    exit.reason = early ? outcomes::Reason::Agreement : outcomes::Reason::Term;
    exit.situation = next.at_exit;
    if (!early) exit.field = next.field;
    exit.proof = proof_of(next.at_exit);
    const auto id =
        expect(outcomes::note_exit(telling.database, telling.cabinet, act, exit, moment.day), "note an exit");
    for (const auto& one : outcomes::following) {
        if (one.only_early && !early) continue;
        const bool is_left_to_do =
            !finished && (one.task == outcomes::Task::Attestation || one.task == outcomes::Task::Review);
        if (!is_left_to_do)
            expect(outcomes::set_task(telling.database, act, id, one.task, true, moment.day), "do a task");
    }
    // Who is no longer of a cohort is no longer of the site.
    expect(
        people::end_hat(telling.database, act, person, Role::Participant, past.site, exit.left, moment.day),
        "the hat ends with the cohort");
}

outcomes::NewsLine news_of(Telling& telling, const Past& past, PersonId person, int months, Day today) {
    return telling.database.read([&](const sql::Reader& db) {
        for (auto standing : {outcomes::Standing::Due, outcomes::Standing::Late, outcomes::Standing::Coming})
            for (auto& line : outcomes::news(
                     db, {.site = past.site, .standing = standing, .months = months, .cohort = past.id},
                     today))
                if (line.exit.person == person) return line;
        throw std::logic_error("no news to ask for");
    });
}

void tell_answer(Telling& telling, const Past& past, PersonId person, int months, const Next& next, S now,
                 const Moment& moment) {
    const auto line = news_of(telling, past, person, months, moment.day);
    const Act act = samira(telling, past, moment);
    outcomes::Answer answer;
    if (now == S::NotKnown) {
        for (const auto channel : {outcomes::Channel::Sms, outcomes::Channel::Mail, outcomes::Channel::Call})
            expect(outcomes::note_try(
                       telling.database, act, line.news.id, channel,
                       channel == outcomes::Channel::Call ? outcomes::Reply::NoReply : outcomes::Reply::Sent),
                   "try");
        answer.missing = outcomes::Missing::Unreachable;
    } else {
        expect(outcomes::note_try(telling.database, act, line.news.id, outcomes::Channel::Sms,
                                  outcomes::Reply::Sent),
               "try");
        answer.situation = now;
        answer.field = next.field;
        answer.proof = proof_of(now);
    }
    expect(outcomes::answer(telling.database, act, line.news.id, answer, moment.day), "note an answer");
}

// Asked a few days after the day; nothing is told of days to come.
void tell_news(Telling& telling, const Past& past, int months, Day left, std::size_t who, S now,
               const Next& next) {
    const Day asked = std::min(outcomes::months_after(left, months) + 4, telling.story.today() - 1);
    telling.story.add(telling.story.on(asked, 11),
                      [&telling, past, months, who, now, next](const Moment& moment) {
                          tell_answer(telling, past, past.members[who], months, next, now, moment);
                      });
}

}  // namespace

void tell_ways_out(Telling& telling) {
    World& w = telling.world;
    const Day week = monday_of(telling.story.today());
    const auto past = [&](const cohorts::CohortId& id, const SiteId& site, int weeks_ago,
                          std::span<const PersonId> members) {
        const Day starts = week - weeks_ago * 7;
        return Past{id, site, starts, starts + (26 * 7 - 3), members};
    };
    const Past first = past(w.promo1, w.marcq, 68, w.members1);
    const Past second = past(w.promo2, w.hem, 39, w.members2);

    telling.story.add(telling.story.on(first.ends + 3, 15), [&telling, first](const Moment& moment) {
        for (std::size_t i = 0; i < first.members.size(); ++i)
            note_one(telling, first, after_first[i], first.members[i], {}, true, moment);
    });
    for (std::size_t i = 0; i < first.members.size(); ++i) {
        const Next& next = after_first[i];
        tell_news(telling, first, 1, first.ends, i, next.at_exit, next);
        tell_news(telling, first, 3, first.ends, i, i == 3 ? S::NotKnown : next.at_exit, next);
        tell_news(telling, first, 6, first.ends, i, next.after_six, next);
    }

    const Day early = second.starts + 7 * 7 + 2;
    telling.story.add(telling.story.on(early + 1, 15), [&telling, second, early](const Moment& moment) {
        note_one(telling, second, after_second[left_early], second.members[left_early], early, true, moment);
    });
    telling.story.add(telling.story.on(second.ends + 3, 15), [&telling, second](const Moment& moment) {
        for (std::size_t i = 0; i < second.members.size(); ++i)
            if (i != left_early)
                note_one(telling, second, after_second[i], second.members[i], {}, i % 4 != 3, moment);
    });
    for (std::size_t i = 0; i < second.members.size(); ++i)
        if (i != left_early)
            tell_news(telling, second, 1, second.ends, i, after_second[i].at_exit, after_second[i]);
    for (const int months : {1, 3, 6})
        tell_news(telling, second, months, early, left_early, months == 6 ? S::NotKnown : S::JobSearch,
                  after_second[left_early]);
    // Three months after the second cohort is now: some have answered, the others are to be asked.
    for (const std::size_t i : {0U, 2U, 6U, 8U})
        tell_news(telling, second, 3, second.ends - 6, i, after_second[i].at_exit, after_second[i]);
}

}  // namespace fabnum::app::world
