// What cohorts knew of the next step of their young people is kept when exits get a room of their own.

#include <gtest/gtest.h>

#include "features/outcomes/outcomes.h"
#include "platform/clock/clock.h"
#include "platform/sql/migrations.h"
#include "tests/support/engines.h"

namespace fabnum::outcomes {
namespace {

TEST(MovedFromCohorts, KeepsWhereEachWentAndAsksForTheirNews) {
    for (const auto engine : support::both_engines) {
        SCOPED_TRACE(support::name_of(engine));
        const support::Place place(engine, support::Place::With::Nothing);
        std::vector<sql::Migration> before;
        for (const auto& one : sql::house_migrations())
            if (one.name < "0060") before.push_back(one);
        const Instant now = clock::paris(2027, 1, 5);
        sql::migrate(place.where(), before, now);
        support::run_script(place.where(), R"sql(
            INSERT INTO sites (id, name, town, address, phone, mail, zone, material_cap_cents, hour_value_cents)
            VALUES (1, 'Hem', '', '', '', '', 'Europe/Paris', 0, 0);
            INSERT INTO people (id, given_name, family_name, search_key, address, agreement, language, made_at)
            VALUES (1, 'A', 'B', 'a b', 'tu', 'n', 'fr', 0), (2, 'C', 'D', 'c d', 'tu', 'n', 'fr', 0),
                   (3, 'E', 'F', 'e f', 'tu', 'n', 'fr', 0);
            INSERT INTO cohorts (id, site_id, name, starts_on, ends_on, seats, weekly_hours)
            VALUES (1, 1, 'Promo 1', '2026-01-05', '2026-07-03', 12, 24);
            INSERT INTO cohort_members (cohort_id, person_id, joined_on, left_on, next_step, next_field)
            VALUES (1, 1, '2026-01-05', NULL, 'temporary', 'culture'),
                   (1, 2, '2026-01-05', '2026-03-02', NULL, NULL),
                   (1, 3, '2026-01-05', NULL, NULL, NULL);)sql");
        EXPECT_GE(sql::migrate(place.where(), sql::house_migrations(), now), 1);
        const auto database = sql::Database::open({.where = place.where()});
        const Day today = *day_from_iso("2027-01-05");
        database->read([&](const sql::Reader& db) {
            const auto found =
                results_of(courses(db, {cohorts::CohortId{1}}).at(cohorts::CohortId{1}), today);
            EXPECT_EQ(found.entered, 3);
            EXPECT_EQ(found.noted, 2);
            EXPECT_EQ(found.left_early.part, 1);
            EXPECT_EQ(found.situations.at(Situation::Temporary), 1);
            EXPECT_EQ(found.situations.at(Situation::NotKnown), 1);
            EXPECT_EQ(found.ours.part, 1);
            const auto news = news_of(db, ExitId{1});
            ASSERT_EQ(news.size(), 4U);
            EXPECT_EQ(to_iso(news[2].due), "2027-01-03");
        });
    }
}

}  // namespace
}  // namespace fabnum::outcomes
