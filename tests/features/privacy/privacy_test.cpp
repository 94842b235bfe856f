#include "features/privacy/privacy.h"

#include <algorithm>
#include <cctype>
#include <regex>

#include <gtest/gtest.h>

#include "features/attendance/attendance.h"
#include "features/privacy/holdings.h"
#include "platform/i18n/i18n.h"
#include "platform/journal/journal.h"
#include "platform/sql/schema.h"
#include "tests/support/world.h"

namespace fabnum::privacy {
namespace {

bool is_drawn(const std::string& table, const std::string& column) {
    for (const Holding& one : holdings)
        if (one.table == table && one.whose == column + " = $1") return true;
    for (const Mention& one : mentions)
        if (one.table == table && one.column == column) return true;
    return false;
}

TEST(Holdings, HaveALineForEveryColumnThatNamesAPerson) {
    const std::string schema = sql::schema_text(sql::house_migrations());
    const std::regex table(R"(CREATE TABLE (\w+) \(([\s\S]*?)\);\n)"),
        column(R"((\w+)\s+BIGINT[^,\n]*REFERENCES people)");
    int found = 0;
    for (std::sregex_iterator one(schema.begin(), schema.end(), table), end; one != end; ++one) {
        const std::string columns = (*one)[2];
        for (std::sregex_iterator name(columns.begin(), columns.end(), column); name != end; ++name, ++found)
            EXPECT_TRUE(is_drawn((*one)[1], (*name)[1]))
                << (*one)[1] << "." << (*name)[1] << " names a person: give it a line in holdings.h";
    }
    EXPECT_GT(found, 15);
}

// The names under which a list of selected columns is told: "role AS turn" is told as "turn".
std::vector<std::string> names_of(std::string_view columns) {
    std::vector<std::string> names;
    int depth = 0;
    std::string name;
    for (const char c : std::string(columns) + ",") {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && depth == 0) {
            names.push_back(name);
            name.clear();
        } else if (std::isalnum(static_cast<unsigned char>(c)) || c == '_') {
            name += c;
        } else {
            name.clear();
        }
    }
    return names;
}

TEST(Holdings, AreToldInWordsInEachLanguage) {
    EXPECT_EQ(names_of("role AS turn, (SELECT a, b FROM c) AS site, since"),
              (std::vector<std::string>{"turn", "site", "since"}));
    for (const i18n::Voice voice :
         {i18n::Voice{i18n::Language::French}, i18n::Voice{i18n::Language::English}}) {
        const i18n::Words t(voice);
        for (const Holding& one : holdings) {
            if (one.columns.empty()) continue;
            EXPECT_TRUE(t.has("privacy.held." + std::string(one.table))) << one.table;
            for (const auto& name : names_of(one.columns))
                EXPECT_TRUE(t.has("privacy.column." + name)) << one.table << " tells " << name;
        }
    }
}

class Rights : public testing::TestWithParam<sql::Engine> {
 protected:
    Dossier held(PersonId whose) {
        return lab.database->read([&](const sql::Reader& db) { return dossier_of(db, whose); });
    }
    Result<Done> erased(PersonId whose, Actor by) {
        return erase(*lab.database, {.by = by, .at = lab.now}, whose, today);
    }
    Actor coordinator_of(SiteId site) { return {lab.world.samira, Role::Coordinator, site}; }

    support::Lab lab{GetParam()};
    Day today = *day_from_iso("2026-11-24");
};
INSTANTIATE_TEST_SUITE_P(Engines, Rights, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Rights, TellAPersonWhatIsKeptInWordsTheyKnow) {
    const auto dossier = held(lab.world.ines);
    const std::string json = as_json(dossier);
    EXPECT_EQ(dossier.person.given_name, "Inès");
    EXPECT_NE(json.find(R"("given_name":"Inès")"), std::string::npos);
    EXPECT_NE(json.find(R"("cohort":"Promo 3")"), std::string::npos);
    EXPECT_NE(json.find(R"("activity":"design")"), std::string::npos);
    EXPECT_EQ(json.find("password"), std::string::npos);
}

TEST_P(Rights, DoNotEraseSomebodyWhoIsInACohortOrInTheTeam) {
    EXPECT_EQ(erased(lab.world.ines, lab.world.coordinator()).refusal().key, "privacy.hold.cohort");
    EXPECT_EQ(erased(lab.world.karim, lab.world.coordinator()).refusal().key, "privacy.hold.staff");
}

TEST_P(Rights, AreForTheCoordinatorToCarryOut) {
    EXPECT_EQ(erased(lab.world.members2[0], lab.world.fabmanager()).refusal().key, "privacy.not_yours");
    EXPECT_EQ(erased(lab.world.members1[0], coordinator_of(lab.world.hem)).refusal().key,
              "privacy.not_there");
}

TEST_P(Rights, ErasureLeavesTheWorkAndTheCountsButNoName) {
    const PersonId whose = lab.world.members2[0];
    const auto name = held(whose).person.given_name;
    const auto count = [&](std::string_view sql) {
        return lab.database->read([&](const sql::Reader& db) { return db.value<std::int64_t>({}, sql); });
    };
    const auto members = count("SELECT count(*) FROM cohort_members"),
               minutes = count("SELECT sum(minutes) FROM project_work");
    ASSERT_TRUE(erased(whose, coordinator_of(lab.world.hem)));
    const auto after = held(whose);
    EXPECT_EQ(after.person.given_name, "—");
    EXPECT_EQ(after.person.family_name, "");
    EXPECT_FALSE(after.person.active);
    EXPECT_EQ(as_json(after).find(name), std::string::npos);
    EXPECT_EQ(count("SELECT count(*) FROM cohort_members"), members);
    EXPECT_EQ(count("SELECT sum(minutes) FROM project_work"), minutes);
    EXPECT_TRUE(lab.database->read([](const sql::Reader& db) { return journal::verify(db); }));
    EXPECT_EQ(erased(whose, coordinator_of(lab.world.hem)).refusal().key, "privacy.not_there");
}

TEST_P(Rights, KeepProofsForTheirTimeAndTheChainAfterIt) {
    const PersonId whose = lab.world.ines;
    const auto signed_names = [&] {
        return lab.database->read([&](const sql::Reader& db) {
            return db.value<std::int64_t>(
                {whose}, "SELECT count(*) FROM attendance_signatures WHERE person_id = $1 AND name <> ''");
        });
    };
    const auto before = signed_names();
    ASSERT_GT(before, 0);
    const Day later = today + 365 * 3, much_later = today + 365 * 12;
    ASSERT_GE(erase_due(*lab.database, lab.now + std::chrono::hours{24 * 365 * 3}, later), 1);
    EXPECT_EQ(held(whose).person.given_name, "—");
    EXPECT_EQ(signed_names(), before);
    support::Lab other{GetParam()};
    ASSERT_GE(erase_due(*other.database, other.now + std::chrono::hours{24 * 365 * 12}, much_later), 1);
    other.database->read([&](const sql::Reader& db) {
        EXPECT_EQ(
            db.value<std::int64_t>(
                {}, "SELECT count(*) FROM attendance_signatures WHERE role = 'participant' AND name <> ''"),
            0);
        EXPECT_TRUE(attendance::verify(db));
    });
}

TEST_P(Rights, RunByThemselvesTwoYearsAfterTheLastContact) {
    const auto due =
        lab.database->read([&](const sql::Reader& db) { return due_by(db, {}, today + 365 * 2); });
    ASSERT_FALSE(due.empty());
    const Due first = due.front();
    EXPECT_EQ(first.erased_on.ymd().year(), first.last_contact.ymd().year() + std::chrono::years{2});
    const Instant night = lab.now + std::chrono::hours{24} * days_between(today, first.erased_on);
    EXPECT_EQ(erase_due(*lab.database, night - std::chrono::hours{24}, first.erased_on - 1), 0);
    EXPECT_GE(erase_due(*lab.database, night, first.erased_on), 1);
    EXPECT_EQ(held(first.face.id).person.given_name, "—");
    EXPECT_EQ(erase_due(*lab.database, night, first.erased_on), 0);
}

}  // namespace
}  // namespace fabnum::privacy
