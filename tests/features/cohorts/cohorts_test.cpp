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
    void went(PersonId person, const WayOut& way) {
        write([&](const sql::Writer& db) { note_way_out(db, promo, person, way); });
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
    went(enrolled("Zoé", promo), {.left = day("2026-11-24"), .next_step = "fixed_term", .next_field = ""});
    EXPECT_EQ(present_on("2026-09-30"), (Names{"Amir", "Zoé"}));
    EXPECT_EQ(present_on("2026-11-24"), (Names{"Amir", "Élise", "Zoé"}));
    EXPECT_EQ(present_on("2026-11-25"), (Names{"Amir", "Élise"}));
}

TEST_P(Cohorts, HoldAPersonUntilTheyLeaveOrItEnds) {
    const auto amir = enrolled("Amir", promo);
    const auto zoe = enrolled("Zoé", promo);
    went(zoe, {.left = day("2026-11-24"), .next_step = "", .next_field = ""});
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

TEST_P(Cohorts, CountHowTheyEnded) {
    went(enrolled("A", promo), {.left = {}, .next_step = "fixed_term", .next_field = "communication"});
    went(enrolled("B", promo), {.left = {}, .next_step = "temporary", .next_field = "other"});
    went(enrolled("C", promo), {.left = {}, .next_step = "training", .next_field = "culture"});
    went(enrolled("D", promo), {.left = {}, .next_step = "search", .next_field = "information"});
    went(enrolled("E", promo), {.left = day("2026-11-01"), .next_step = "", .next_field = ""});
    enrolled("F", promo);
    const auto result = read([&](const sql::Reader& db) { return result_of(db, promo); });
    EXPECT_EQ(result.entered, 6);
    EXPECT_EQ(result.left_early, 1);
    EXPECT_EQ(result.with_a_way_forward, 4);
    EXPECT_EQ(result.towards_communication, 3);
    EXPECT_EQ(result.in_work, 2);
}

TEST_P(Cohorts, WithoutMembersCountNobody) {
    const auto result = read([&](const sql::Reader& db) { return result_of(db, promo); });
    EXPECT_EQ(result.entered + result.left_early + result.with_a_way_forward + result.towards_communication +
                  result.in_work,
              0);
    EXPECT_TRUE(read([&](const sql::Reader& db) { return members(db, promo); }).empty());
}

TEST_P(Cohorts, KnowOnlyTheWaysOutThatAreCounted) {
    const auto amir = enrolled("Amir", promo);
    EXPECT_THROW(went(amir, {.left = {}, .next_step = "astronaut", .next_field = ""}), sql::Constraint);
    EXPECT_THROW(went(amir, {.left = {}, .next_step = "", .next_field = "space"}), sql::Constraint);
}

}  // namespace
}  // namespace fabnum::cohorts
