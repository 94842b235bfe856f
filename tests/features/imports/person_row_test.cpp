#include "features/imports/person_row.h"

#include <gtest/gtest.h>

namespace fabnum::imports {
namespace {

using namespace std::chrono_literals;
const Day today{2026y / std::chrono::November / 24};
const Day born{2008y / std::chrono::March / 12};
const Mapping usual{Column::GivenName, Column::FamilyName, Column::BirthDay, Column::Mail, Column::Phone};

Known known_as(std::int64_t id, std::string given, std::string family) {
    Known one;
    one.person.id = {id};
    one.person.given_name = std::move(given);
    one.person.family_name = std::move(family);
    one.here = one.young = true;
    return one;
}
Judged verdict_on(const std::vector<std::string>& row, const std::vector<Known>& known = {}) {
    return judged({.headers = std::vector<std::string>(5), .rows = {row}}, usual, known, today).front();
}

TEST(Columns, AreGuessedFromTheirTitles) {
    EXPECT_EQ(guessed({"PRÉNOM", "Nom de famille :", "Né(e) le", "Courriel", "Tel. fixe", "Portable"}),
              (Mapping{Column::GivenName, Column::FamilyName, Column::BirthDay, Column::Mail, Column::None,
                       Column::Phone}));
    EXPECT_TRUE(problem_of(guessed({"Nom", "Ville"})));
    EXPECT_FALSE(problem_of(usual));
}

TEST(BirthDay, IsReadInTheWaysPeopleWriteIt) {
    for (const auto* text : {"12/03/2008", "12.03.08", "12-03-2008", "12 mars 2008", "2008-03-12", "39519"})
        EXPECT_EQ(birth_day_from(text, today), born) << text;
    EXPECT_EQ(to_iso(*birth_day_from("12/03/98", today)), "1998-03-12");
    for (const auto* text : {"12 mars", "12/03", "demain", "31/02/2008", "12/03/2031", "8", "bientôt"})
        EXPECT_FALSE(birth_day_from(text, today)) << text;
}

TEST(Phone, GetsBackTheZeroThatASpreadsheetAte) {
    EXPECT_EQ(phone_from("639981122"), "06 39 98 11 22");
    EXPECT_EQ(phone_from("06.39.98.11.22"), "06 39 98 11 22");
    EXPECT_EQ(phone_from("+33 6 39 98 11 22"), "06 39 98 11 22");
    EXPECT_FALSE(phone_from("06 39"));
}

TEST(Row, OfNobodyKnownIsNew) {
    const auto one = verdict_on({"Fatou", "Sarr", "12/03/2008", "", ""});
    EXPECT_EQ(one.verdict, Verdict::New);
    EXPECT_EQ(one.line, 2u);
}

TEST(Row, OfSomebodyKnownIsTheSameInOtherLetters) {
    auto fatou = known_as(7, "Fatou", "Sarr");
    fatou.person.birth_day = born;
    fatou.person.phone = "06 39 98 11 22";
    EXPECT_EQ(verdict_on({"FATOU", "SARR", "12/03/2008", "", "+33639981122"}, {fatou}).verdict,
              Verdict::Same);
}

TEST(Row, ShowsEachDifferenceAndWhetherItFillsAGap) {
    auto fatou = known_as(7, "Fatou", "Sarr");
    fatou.person.birth_day = born;
    fatou.person.phone = "06 39 98 11 22";
    const auto one =
        verdict_on({"Fatou", "Sarr", "12/03/2008", "fatou@exemple.fr", "06 39 98 99 99"}, {fatou});
    ASSERT_EQ(one.verdict, Verdict::Changes);
    ASSERT_EQ(one.differences.size(), 2u);
    EXPECT_TRUE(one.differences[0].fills());
    EXPECT_EQ(one.differences[1].column, Column::Phone);
    EXPECT_FALSE(one.differences[1].fills());
}

TEST(Row, WithTheNameOfSomebodyBornAnotherDayIsANamesake) {
    auto fatou = known_as(7, "Fatou", "Sarr");
    fatou.person.birth_day = born + 400;
    const auto one = verdict_on({"Fatou", "Sarr", "12/03/2008", "", ""}, {fatou});
    EXPECT_EQ(one.verdict, Verdict::New);
    EXPECT_TRUE(one.namesake);
}

TEST(Row, ThatCannotBeReadSaysWhy) {
    const auto why = [](const std::vector<std::string>& row, const std::vector<Known>& known = {}) {
        const auto one = verdict_on(row, known);
        return one.why ? one.why->key : std::string();
    };
    EXPECT_EQ(why({"", "Sarr", "", "", ""}), "imports.refused.given_name");
    EXPECT_EQ(why({"Fatou", "", "", "", ""}), "imports.refused.family_name");
    EXPECT_EQ(why({"Fatou", "Sarr", "hier", "", ""}), "imports.refused.birth_day");
    EXPECT_EQ(why({"Fatou", "Sarr", "", "fatou", ""}), "imports.refused.mail");
    EXPECT_EQ(why({"Fatou", "Sarr", "", "", "06"}), "imports.refused.phone");
    EXPECT_EQ(
        why({"Fatou", "Sarr", "", "", ""}, {known_as(7, "Fatou", "Sarr"), known_as(8, "Fatou", "Sarr")}),
        "imports.refused.several");
    auto elsewhere = known_as(9, "Paul", "Petit");
    elsewhere.here = false;
    elsewhere.person.mail = "paul@exemple.fr";
    EXPECT_EQ(why({"Fatou", "Sarr", "", "PAUL@exemple.fr", ""}, {elsewhere}),
              "imports.refused.mail_elsewhere");
    auto team = known_as(4, "Karim", "Haddad");
    team.young = false;
    EXPECT_EQ(why({"Karim", "Haddad", "", "", ""}, {team}), "imports.refused.staff");
}

TEST(Row, SaidTwiceInAFileIsTakenOnce) {
    const auto rows =
        judged({.headers = std::vector<std::string>(5),
                .rows = {{"Fatou", "Sarr", "12/03/2008", "", ""}, {"Fatou", "SARR", "12/3/08", "", ""}}},
               usual, {}, today);
    EXPECT_EQ(rows[0].verdict, Verdict::New);
    EXPECT_EQ(rows[1].why->key, "imports.refused.twice");
    EXPECT_EQ(counts_of(rows).refused, 1u);
}

}  // namespace
}  // namespace fabnum::imports
