#include "features/cohorts/cohorts.h"

#include <gtest/gtest.h>

#include "features/sites/sites.h"
#include "platform/clock/clock.h"
#include "tests/support/engines.h"

namespace fabnum::cohorts {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}

// Monday 7 September 2026 to Friday 5 March 2027.
Cohort autumn() {
    return {.id = {}, .site = {}, .name = "Promo 3", .starts = day("2026-09-07"), .ends = day("2027-03-05")};
}

TEST(Cohort, CountsItsWeeksFromTheFirst) {
    EXPECT_EQ(week_of(autumn(), day("2026-09-06")), 0);
    EXPECT_EQ(week_of(autumn(), day("2026-09-07")), 1);
    EXPECT_EQ(week_of(autumn(), day("2026-09-13")), 1);
    EXPECT_EQ(week_of(autumn(), day("2026-09-14")), 2);
    EXPECT_EQ(week_of(autumn(), day("2026-11-24")), 12);
    EXPECT_EQ(week_of(autumn(), day("2027-03-05")), 26);
    EXPECT_EQ(weeks_in(autumn()), 26);
}

TEST(Cohort, StaysInItsLastWeekOnceItHasEnded) {
    EXPECT_EQ(week_of(autumn(), day("2027-03-06")), 26);
    EXPECT_EQ(week_of(autumn(), day("2028-01-01")), 26);
}

TEST(Cohort, BeginsItsSecondWeekOnTheMondayAfterItStarted) {
    auto cohort = autumn();
    cohort.starts = day("2026-09-10");  // a Thursday
    EXPECT_EQ(week_of(cohort, day("2026-09-09")), 0);
    EXPECT_EQ(week_of(cohort, day("2026-09-13")), 1);
    EXPECT_EQ(week_of(cohort, day("2026-09-14")), 2);
    EXPECT_EQ(weeks_in(cohort), 26);
}

TEST(Cohort, RunsOnItsFirstAndOnItsLastDay) {
    EXPECT_FALSE(is_running(autumn(), day("2026-09-06")));
    EXPECT_TRUE(is_running(autumn(), day("2026-09-07")));
    EXPECT_TRUE(is_running(autumn(), day("2027-03-05")));
    EXPECT_FALSE(is_running(autumn(), day("2027-03-06")));
}

sites::Site site_named(std::string name) {
    sites::Site site;
    site.name = std::move(name);
    return site;
}

class Cohorts : public testing::TestWithParam<sql::Engine> {
 protected:
    Cohorts() {
        write([&](const sql::Writer& db) {
            hem = sites::open(db, site_named("Hem"));
            marcq = sites::open(db, site_named("Marcq"));
        });
        promo = opened(hem, "Promo 3", "2026-09-07", "2027-03-05");
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
    CohortId opened(SiteId site, std::string name, std::string_view starts, std::string_view ends) {
        CohortId id;
        write([&](const sql::Writer& db) {
            id = open(db, {.id = {},
                           .site = site,
                           .name = std::move(name),
                           .starts = day(starts),
                           .ends = day(ends),
                           .seats = 10,
                           .weekly_hours = 26});
        });
        return id;
    }
    PersonId enrolled(std::string given_name, CohortId id, std::string_view joined = "2026-09-07") {
        people::NewPerson newcomer;
        newcomer.given_name = std::move(given_name);
        newcomer.family_name = "Petit";
        newcomer.site = hem;
        PersonId person;
        write([&](const sql::Writer& db) {
            person = *people::add(db, Act{}, newcomer, day(joined));
            enrol(db, id, person, day(joined));
        });
        return person;
    }
    void went(PersonId person, std::string_view iso) {
        write([&](const sql::Writer& db) { note_leaving(db, promo, person, day(iso)); });
    }
    std::vector<std::string> present_on(std::string_view iso) {
        std::vector<std::string> names;
        for (const auto& face :
             read([&](const sql::Reader& db) { return present_members(db, promo, day(iso)); }))
            names.push_back(face.given_name);
        return names;
    }
    std::string cohort_of(PersonId person, std::string_view iso) {
        const auto found = read([&](const sql::Reader& db) { return of_person(db, person, day(iso)); });
        return found ? found->name : "";
    }

    support::FreshDatabase fresh{GetParam()};
    SiteId hem, marcq;
    CohortId promo;
};
INSTANTIATE_TEST_SUITE_P(Engines, Cohorts, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

using Names = std::vector<std::string>;

TEST_P(Cohorts, AreKeptAsTheyWereOpened) {
    const auto cohort = read([&](const sql::Reader& db) { return find(db, promo); });
    ASSERT_TRUE(cohort);
    EXPECT_EQ(cohort->site, hem);
    EXPECT_EQ(cohort->name, "Promo 3");
    EXPECT_EQ(cohort->starts, day("2026-09-07"));
    EXPECT_EQ(cohort->ends, day("2027-03-05"));
    EXPECT_EQ(cohort->seats, 10);
    EXPECT_EQ(cohort->weekly_hours, 26);
    EXPECT_FALSE(read([](const sql::Reader& db) { return find(db, CohortId{999}); }));
}

TEST_P(Cohorts, OfASiteAreListedTheLatestFirst) {
    opened(hem, "Promo 4", "2027-03-08", "2027-09-03");
    opened(hem, "Promo 2", "2026-03-02", "2026-09-04");
    opened(marcq, "Promo 1", "2026-09-07", "2027-03-05");
    Names names;
    for (const auto& cohort : read([&](const sql::Reader& db) { return of_site(db, hem); }))
        names.push_back(cohort.name);
    EXPECT_EQ(names, (Names{"Promo 4", "Promo 3", "Promo 2"}));
}

TEST_P(Cohorts, RunOnTheirSiteFromTheFirstToTheLastDay) {
    const auto running_on = [&](SiteId site, std::string_view iso) {
        const auto found = read([&](const sql::Reader& db) { return running(db, site, day(iso)); });
        return found ? found->name : "";
    };
    EXPECT_EQ(running_on(hem, "2026-09-06"), "");
    EXPECT_EQ(running_on(hem, "2026-09-07"), "Promo 3");
    EXPECT_EQ(running_on(hem, "2027-03-05"), "Promo 3");
    EXPECT_EQ(running_on(hem, "2027-03-06"), "");
    EXPECT_EQ(running_on(marcq, "2026-11-24"), "");
}

TEST_P(Cohorts, ListTheirMembersByNameWithoutAccents) {
    enrolled("Zoé", promo);
    enrolled("Élise", promo);
    enrolled("Amir", promo);
    Names names;
    for (const auto& member : read([&](const sql::Reader& db) { return members(db, promo); }))
        names.push_back(member.face.given_name);
    EXPECT_EQ(names, (Names{"Amir", "Élise", "Zoé"}));
}

TEST_P(Cohorts, HaveThosePresentWhoJoinedAndDidNotLeave) {
    enrolled("Amir", promo);
    enrolled("Élise", promo, "2026-10-01");
    went(enrolled("Zoé", promo), "2026-11-24");
    EXPECT_EQ(present_on("2026-09-30"), (Names{"Amir", "Zoé"}));
    EXPECT_EQ(present_on("2026-11-24"), (Names{"Amir", "Élise", "Zoé"}));
    EXPECT_EQ(present_on("2026-11-25"), (Names{"Amir", "Élise"}));
}

TEST_P(Cohorts, HoldAPersonUntilTheyLeaveOrItEnds) {
    const auto amir = enrolled("Amir", promo);
    const auto zoe = enrolled("Zoé", promo);
    went(zoe, "2026-11-24");
    EXPECT_EQ(cohort_of(amir, "2026-09-06"), "");
    EXPECT_EQ(cohort_of(amir, "2027-03-05"), "Promo 3");
    EXPECT_EQ(cohort_of(amir, "2027-03-06"), "");
    EXPECT_EQ(cohort_of(zoe, "2026-11-24"), "Promo 3");
    EXPECT_EQ(cohort_of(zoe, "2026-11-25"), "");
    EXPECT_TRUE(read([&](const sql::Reader& db) { return is_member(db, promo, amir, day("2026-11-24")); }));
    EXPECT_FALSE(read([&](const sql::Reader& db) { return is_member(db, promo, zoe, day("2026-11-25")); }));
    EXPECT_FALSE(
        read([&](const sql::Reader& db) { return is_member(db, CohortId{999}, amir, day("2026-11-24")); }));
}

TEST_P(Cohorts, TakeNobodyTwice) {
    const auto amir = enrolled("Amir", promo);
    EXPECT_THROW(write([&](const sql::Writer& db) { enrol(db, promo, amir, day("2026-10-01")); }),
                 sql::Constraint);
}

TEST_P(Cohorts, ListWhoWasInThemAndUntilWhen) {
    const auto amir = enrolled("Amir", promo);
    const auto zoe = enrolled("Zoé", promo);
    went(zoe, "2026-11-24");
    const auto all = read([&](const sql::Reader& db) { return memberships(db, {promo}); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].person, amir);
    EXPECT_FALSE(all[0].left);
    EXPECT_EQ(all[1].left, day("2026-11-24"));
    EXPECT_TRUE(read([&](const sql::Reader& db) { return memberships(db, {}); }).empty());
}

TEST_P(Cohorts, TakeBackALeavingThatWasNoted) {
    const auto zoe = enrolled("Zoé", promo);
    went(zoe, "2026-11-24");
    write([&](const sql::Writer& db) { note_leaving(db, promo, zoe, std::nullopt); });
    EXPECT_EQ(cohort_of(zoe, "2027-03-05"), "Promo 3");
}

Act samira_at(SiteId site) {
    return {.by = {{}, Role::Coordinator, site}, .at = {}, .once = {}};
}
constexpr auto key_of = [](const auto& answer) { return answer ? std::string() : answer.refusal().key; };

TEST_P(Cohorts, StartFromTheUsualProgramme) {
    const auto started = start(
        *fresh, samira_at(hem),
        {.id = {}, .site = hem, .name = "Promo 5", .starts = day("2027-03-08"), .ends = day("2027-09-03")});
    ASSERT_TRUE(started);
    const auto plan = read([&](const sql::Reader& db) { return programme(db, *started); });
    EXPECT_EQ(weekly_minutes(plan.week), 24 * 60);
    EXPECT_EQ(plan.phases.size(), 6u);
    EXPECT_EQ(plan.goals.size(), 3u);
    // Easter Monday, 29 March 2027.
    EXPECT_TRUE(read([&](const sql::Reader& db) { return is_closed(db, *started, day("2027-03-29")); }));
    EXPECT_EQ(read([&](const sql::Reader& db) {
                  return due_minutes(db, *started, day("2027-03-29"), day("2027-04-04"));
              }),
              18 * 60);
    // What lies before its first day is not asked.
    EXPECT_EQ(read([&](const sql::Reader& db) {
                  return due_minutes(db, *started, day("2027-03-01"), day("2027-03-07"));
              }),
              0);
}

TEST_P(Cohorts, KeepTheWeekThatWasSet) {
    auto week = usual_week();
    week.pop_back();
    week[0].nature = Nature::Visit;
    ASSERT_TRUE(set_week(*fresh, samira_at(hem), promo, week));
    const auto first = read([&](const sql::Reader& db) { return week_slots(db, promo); });
    ASSERT_EQ(first.size(), 7u);
    EXPECT_EQ(first[0].nature, Nature::Visit);
    // A half-day that stays keeps its number.
    week[0].starts = 8 * 60;
    week.erase(week.begin() + 1);
    ASSERT_TRUE(set_week(*fresh, samira_at(hem), promo, week));
    const auto second = read([&](const sql::Reader& db) { return week_slots(db, promo); });
    ASSERT_EQ(second.size(), 6u);
    EXPECT_EQ(second[0].id, first[0].id);
    EXPECT_EQ(second[0].starts, 8 * 60);
}

TEST_P(Cohorts, CloseDaysAndReopenThemOnce) {
    ASSERT_TRUE(
        close_days(*fresh, samira_at(hem), promo,
                   {.id = {}, .from = day("2026-12-24"), .to = day("2026-12-31"), .reason = "Congés"}));
    const auto closings = read([&](const sql::Reader& db) { return programme(db, promo).closings; });
    ASSERT_EQ(closings.size(), 1u);
    EXPECT_TRUE(reopen_days(*fresh, samira_at(hem), promo, closings[0].id));
    EXPECT_EQ(key_of(reopen_days(*fresh, samira_at(hem), promo, closings[0].id)), "cohorts.moved_meanwhile");
    EXPECT_EQ(
        key_of(close_days(*fresh, samira_at(hem), promo,
                          {.id = {}, .from = day("2028-01-01"), .to = day("2028-01-02"), .reason = "x"})),
        "cohorts.problem.closing_outside");
}

TEST_P(Cohorts, EnrolAWholeCohortInOneActOrNobody) {
    std::vector<PersonId> twelve;
    for (int i = 0; i < 10; ++i) {
        people::NewPerson newcomer;
        newcomer.given_name = "Jeune " + std::to_string(i);
        newcomer.family_name = "Petit";
        newcomer.site = hem;
        write([&](const sql::Writer& db) {
            twelve.push_back(*people::add(db, Act{}, newcomer, day("2026-09-01")));
        });
    }
    const auto free = [&] {
        return read([&](const sql::Reader& db) {
            return free_to_join(db, *find(db, promo), day("2026-09-07")).size();
        });
    };
    EXPECT_EQ(free(), 10u);
    EXPECT_EQ(key_of(enrol_all(*fresh, samira_at(hem), promo, {}, day("2026-09-07"))),
              "cohorts.problem.nobody");
    EXPECT_EQ(key_of(enrol_all(*fresh, samira_at(hem), promo, twelve, day("2026-08-01"))),
              "cohorts.problem.joined_outside");
    ASSERT_TRUE(enrol_all(*fresh, samira_at(hem), promo, twelve, day("2026-09-07")));
    EXPECT_EQ(free(), 0u);
    EXPECT_EQ(present_on("2026-09-07").size(), 10u);

    // The ten seats are taken, and nobody sits in two cohorts at once.
    people::NewPerson late;
    late.given_name = "Tard";
    late.family_name = "Petit";
    late.site = hem;
    PersonId eleventh;
    write([&](const sql::Writer& db) { eleventh = *people::add(db, Act{}, late, day("2026-09-01")); });
    EXPECT_EQ(key_of(enrol_all(*fresh, samira_at(hem), promo, {eleventh}, day("2026-09-07"))),
              "cohorts.problem.no_seats");
    const auto other = opened(hem, "Promo 4", "2027-03-01", "2027-09-03");
    EXPECT_EQ(key_of(enrol_all(*fresh, samira_at(hem), other, {eleventh, twelve[0]}, day("2027-03-02"))),
              "cohorts.problem.in_another");
    EXPECT_TRUE(read([&](const sql::Reader& db) { return members(db, other); }).empty());
}

TEST_P(Cohorts, AreSteeredByTheirOwnSiteOnly) {
    const auto week = usual_week();
    EXPECT_EQ(key_of(set_week(*fresh, samira_at(marcq), promo, week)), "cohorts.not_there");
    const Act karim{.by = {{}, Role::Fabmanager, hem}, .at = {}, .once = {}};
    EXPECT_EQ(key_of(set_week(*fresh, karim, promo, week)), "cohorts.not_there");
    EXPECT_EQ(
        key_of(start(
            *fresh, samira_at(marcq),
            {.id = {}, .site = hem, .name = "x", .starts = day("2027-01-01"), .ends = day("2027-02-01")})),
        "cohorts.not_there");
}

TEST_P(Cohorts, ChangeWithoutLosingWhoIsThere) {
    enrolled("Amir", promo);
    auto cohort = *read([&](const sql::Reader& db) { return find(db, promo); });
    cohort.ends = day("2026-09-01");
    EXPECT_EQ(key_of(change(*fresh, samira_at(hem), cohort)), "cohorts.problem.ends_before");
    cohort.starts = day("2026-10-01");
    cohort.ends = day("2027-03-05");
    EXPECT_EQ(key_of(change(*fresh, samira_at(hem), cohort)), "cohorts.problem.member_outside");
    cohort.starts = day("2026-09-07");
    cohort.name = "Promo trois";
    EXPECT_TRUE(change(*fresh, samira_at(hem), cohort));
    EXPECT_EQ(read([&](const sql::Reader& db) { return find(db, promo)->name; }), "Promo trois");
}

TEST_P(Cohorts, AreListedByMomentAndName) {
    opened(hem, "Promo 4", "2027-03-08", "2027-09-03");
    opened(marcq, "Promo 1", "2025-09-08", "2026-03-06");
    const auto listed = [&](const Filter& filter) {
        Names names;
        for (const auto& row :
             read([&](const sql::Reader& db) { return list(db, filter, day("2026-11-24")); }))
            names.push_back(row.cohort.name);
        return names;
    };
    EXPECT_EQ(listed({}), (Names{"Promo 4", "Promo 3", "Promo 1"}));
    EXPECT_EQ(listed({.site = hem, .moment = Moment::Running, .words = ""}), (Names{"Promo 3"}));
    EXPECT_EQ(listed({.site = {}, .moment = Moment::Over, .words = ""}), (Names{"Promo 1"}));
    EXPECT_EQ(listed({.site = {}, .moment = {}, .words = "marcq"}), (Names{"Promo 1"}));
}

}  // namespace
}  // namespace fabnum::cohorts
