#include "features/imports/imports.h"

#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "tests/support/world.h"

namespace fabnum::imports {
namespace {

const Day today = clock::day_in("Europe/Paris", support::usual_now);
constexpr auto key_of = [](const auto& answer) { return answer ? std::string() : answer.refusal().key; };
constexpr auto three =
    "Prénom;Nom;Né le;Mail;Tél\n"
    "Camille;Durand;12/03/2007;camille@exemple.fr;06 39 98 11 22\n"
    "Noé;Lefèvre;4 juin 2008;;\n"
    ";Personne;;;\n";

class Imports : public testing::TestWithParam<sql::Engine> {
 protected:
    Act samira() { return {.by = lab.world.coordinator(), .at = lab.now, .once = {}}; }
    ImportId bring_file(std::string_view text) {
        const auto grid = grid_of(text);
        const auto id = bring(*lab.database, samira(), "jeunes.csv", *grid, today);
        EXPECT_TRUE(id);
        return *id;
    }
    DryRun run_of(ImportId id) {
        return *lab.database->read(
            [&](const sql::Reader& db) { return dry_run(db, lab.world.coordinator(), id, today); });
    }
    Result<Counts> confirmed(ImportId id) { return confirm(*lab.database, samira(), id, today); }
    std::optional<people::Person> person(PersonId id) {
        return lab.database->read([&](const sql::Reader& db) { return people::find(db, id); });
    }

    support::Lab lab{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Imports, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Imports, WriteNothingUntilTheyAreConfirmed) {
    const ImportId id = bring_file(three);
    const auto counts = run_of(id).counts;
    EXPECT_EQ(counts.added, 2u);
    EXPECT_EQ(counts.refused, 1u);
    const auto found = [&] {
        return lab.database
            ->read([&](const sql::Reader& db) {
                return people::search(db, lab.world.coordinator(), "Durand", today, 5);
            })
            .size();
    };
    EXPECT_EQ(found(), 0u);
    ASSERT_TRUE(confirmed(id));
    EXPECT_EQ(found(), 1u);
    EXPECT_EQ(lab.database->read([&](const sql::Reader& db) { return people_of(db, id).size(); }), 2u);
    EXPECT_EQ(key_of(confirmed(id)), "imports.moved_meanwhile");
}

TEST_P(Imports, OfTheSameFileTwiceChangeNothing) {
    ASSERT_TRUE(confirmed(bring_file(three)));
    const ImportId again = bring_file(three);
    EXPECT_EQ(run_of(again).counts.same, 2u);
    const auto counts = confirmed(again);
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->added + counts->changed, 0u);
}

TEST_P(Imports, ReplaceNothingThatNobodyChose) {
    ASSERT_TRUE(confirmed(bring_file(three)));
    const auto other =
        "Prénom;Nom;Né le;Mail;Tél\n"
        "Camille;Durand;12/03/2007;autre@exemple.fr;\n"
        "Noé;Lefèvre;4/6/2008;noe@exemple.fr;\n";
    const ImportId id = bring_file(other);
    const auto run = run_of(id);
    ASSERT_EQ(run.counts.changed, 2u);
    const PersonId camille = run.rows[0].person, noe = run.rows[1].person;
    ASSERT_TRUE(confirmed(id));
    EXPECT_EQ(person(camille)->mail, "camille@exemple.fr");
    EXPECT_EQ(person(noe)->mail, "noe@exemple.fr");  // it filled a gap

    const ImportId chosen = bring_file(other);
    support::expect_done(choose(*lab.database, samira(), chosen, {2}, {{2, Column::Mail}}));
    EXPECT_EQ(confirmed(chosen)->changed, 1u);
    EXPECT_EQ(person(camille)->mail, "autre@exemple.fr");
}

TEST_P(Imports, ReadAgainWithOtherColumns) {
    const ImportId id = bring_file("Prénom;Nom;Contact\nCamille;Durand;camille@exemple.fr\n");
    EXPECT_FALSE(run_of(id).rows[0].facts.mail);
    support::expect_done(map_columns(*lab.database, samira(), id,
                                     {Column::GivenName, Column::FamilyName, Column::Mail}, today));
    EXPECT_EQ(run_of(id).rows[0].facts.mail, "camille@exemple.fr");
    EXPECT_EQ(
        key_of(map_columns(*lab.database, samira(), id, {Column::Mail, Column::None, Column::None}, today)),
        "imports.problem.names");
}

TEST_P(Imports, AreOfTheCoordinatorOfTheSiteAlone) {
    const ImportId id = bring_file(three);
    const auto seen_by = [&](const Actor& actor) {
        return lab.database->read([&](const sql::Reader& db) { return find(db, actor, id).has_value(); });
    };
    EXPECT_TRUE(seen_by(lab.world.coordinator()));
    EXPECT_FALSE(seen_by(lab.world.fabmanager()));
    EXPECT_FALSE(seen_by({lab.world.samira, Role::Coordinator, lab.world.marcq}));
}

TEST_P(Imports, ThatNobodyConfirmedAreForgotten) {
    const ImportId id = bring_file(three);
    EXPECT_EQ(*lab.database->write(samira(),
                                   [&](const sql::Writer& db) -> Result<int> {
                                       return drop_forgotten(db, lab.now + std::chrono::hours{1});
                                   }),
              1);
    EXPECT_EQ(key_of(confirmed(id)), "imports.moved_meanwhile");
}

}  // namespace
}  // namespace fabnum::imports
