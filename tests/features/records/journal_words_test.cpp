#include "features/records/pages/journal_words.h"

#include <gtest/gtest.h>

#include "platform/json/json.h"
#include "tests/support/world.h"

namespace fabnum::records {
namespace {

const i18n::Words french({.language = i18n::Language::French});
const i18n::Words english({.language = i18n::Language::English});

TEST(JournalWords, EveryChangeOfTheLabIsSaidInBothLanguages) {
    support::Lab lab;
    const auto lines =
        lab.database->read([](const sql::Reader& db) { return journal::lines(db, {}, {.size = 5000}); });
    ASSERT_GT(lines.size(), 100u);
    for (const auto& line : lines) {
        EXPECT_TRUE(french.has("journal." + line.action)) << "locales/fr/journal.toml has no " << line.action;
        EXPECT_TRUE(english.has("journal." + line.action))
            << "locales/en/journal.toml has no " << line.action;
    }
}

TEST(JournalWords, AChangeSaysWhatItWasAndWhatItBecame) {
    const journal::Line line{.action = "order.accepted",
                             .subject_kind = "order",
                             .subject = 7,
                             .before = json::object({{"state", "received"}}),
                             .after = json::object({{"state", "accepted"}, {"due_on", "2026-12-04"}})};
    EXPECT_EQ(action_words(line, french), "Commande acceptée");
    EXPECT_EQ(
        change_words(line, {}, french),
        (std::vector<std::string>{"état\u00A0: Reçue → Acceptée", "promis pour le\u00A0: 4 décembre 2026"}));
    EXPECT_EQ(change_words(line, {}, english),
              (std::vector<std::string>{"state: Received → Accepted", "promised for: 4 December 2026"}));
}

TEST(JournalWords, MoneyTimeAndPeopleAreSaidAsTheyAreSpoken) {
    Spoken spoken;
    spoken.faces[{3}] = {.id = {3}, .given_name = "Inès", .family_name = "Bouchard"};
    spoken.faces[{4}] = {.id = {4}, .given_name = "Noah", .family_name = "Petit"};
    journal::Line line;
    line.action = "project.team_changed";
    line.subject_kind = "project";
    line.after = json::object({{"members", "3,4"}, {"minutes", 90}, {"cost_cents", 1250}, {"passed", true}});
    EXPECT_EQ(change_words(line, spoken, english),
              (std::vector<std::string>{"team: Inès B. and Noah P.", "time: 1\u00A0h\u00A030", "cost: €12.50",
                                        "good: yes"}));
}

TEST(JournalWords, NumbersOfRowsAreToldToNobody) {
    journal::Line line;
    line.action = "project.photo_added";
    line.subject_kind = "project";
    line.after = json::object({{"photo", 7}, {"step", 12}});
    EXPECT_TRUE(change_words(line, {}, french).empty());
}

TEST(JournalWords, AThingIsCalledByItsName) {
    support::Lab lab;
    sql::Database& database = *lab.database;
    Room room{database, lab.orders};
    journal::Line line;
    line.subject_kind = "order";
    line.subject = lab.world.benches.id.value;
    const auto spoken = database.read([&](const sql::Reader& db) { return spoken_of(room, db, {line}); });
    const auto words = subject_words(line, spoken, french);
    EXPECT_EQ(words.substr(0, 2), "C-") << words;
    EXPECT_NE(words.find(", "), std::string::npos) << words;
}

}  // namespace
}  // namespace fabnum::records
