#include <gtest/gtest.h>

#include "platform/i18n/i18n.h"

namespace fabnum::i18n {
namespace {

using namespace std::chrono_literals;

const Day today{std::chrono::year_month_day{2026y / 11 / 23}};

std::string day(std::string_view typed) {
    const auto read = day_from(typed, today);
    return read ? to_iso(*read) : "";
}

TEST(Typed, DaysAreReadAsPeopleWriteThem) {
    for (const auto* typed : {"24/11/2026",
                              "24/11",
                              "24 nov",
                              "24 nov.",
                              "2026-11-24",
                              "24-11-2026",
                              "24.11.2026",
                              "24.11.",
                              "24/11/26",
                              "24 novembre",
                              "24 Novembre 2026",
                              "mardi 24 novembre",
                              "mar. 24 nov. 2026",
                              "24 November",
                              "Nov 24, 2026",
                              "November 24th",
                              "Tuesday 24 November 2026",
                              " 24 / 11 ",
                              "24\u00A0novembre\u00A02026",
                              "demain",
                              "tomorrow",
                              "2026/11/24"})
        EXPECT_EQ(day(typed), "2026-11-24") << typed;
    EXPECT_EQ(day("1er décembre"), "2026-12-01");
    EXPECT_EQ(day("aujourd’hui"), "2026-11-23");
    EXPECT_EQ(day("aujourd'hui"), "2026-11-23");
    EXPECT_EQ(day("29 février 2028"), "2028-02-29");
    EXPECT_EQ(day("12 août 2026"), "2026-08-12");
    EXPECT_EQ(day("12 aout 2026"), "2026-08-12");
    EXPECT_EQ(day("3 mar 2026"), "2026-03-03");
    EXPECT_EQ(day("14/02/98"), "1998-02-14");
    EXPECT_EQ(day("14/02/08"), "2008-02-14");
}

TEST(Typed, ADayWithoutYearIsTheNearOne) {
    EXPECT_EQ(day("24/12"), "2026-12-24");
    EXPECT_EQ(day("1/9"), "2026-09-01");
    EXPECT_EQ(day("5/1"), "2027-01-05");
    EXPECT_EQ(to_iso(*day_from("24/12", Day{2027y / 1 / 10})), "2026-12-24");
    EXPECT_EQ(to_iso(*day_from("24/11", Day{2027y / 3 / 1})), "2027-11-24");
}

TEST(Typed, WhatIsNoDayIsRefused) {
    for (const auto* typed : {"",
                              " ",
                              "24",
                              "31/02/2026",
                              "32/01",
                              "0/1",
                              "1/13",
                              "29/02/2026",
                              "24//11",
                              "/11",
                              "24/11/",
                              "24/11/202",
                              "24/11/20266",
                              "24 jui",
                              "24 xyz",
                              "24 ma",
                              "novembre",
                              "24/11/2026/1",
                              "mardi",
                              "lundi 24",
                              "24/11/1799",
                              "24e11",
                              "-24/11",
                              "24 11 26 a",
                              "99999999999/1",
                              "24/11/2026 et plus encore, beaucoup plus que cela"})
        EXPECT_EQ(day(typed), "") << typed;
}

TEST(Typed, MoneyIsReadAsPeopleWriteIt) {
    const struct {
        const char* typed;
        std::int64_t cents;
    } cases[] = {{"12,50", 1250},
                 {"12.5 €", 1250},
                 {"1 200", 120000},
                 {"1\u00A0200,5", 120050},
                 {"1\u202F200 €", 120000},
                 {"€12.50", 1250},
                 {"0", 0},
                 {"0,05", 5},
                 {"1200 euros", 120000},
                 {"1.200,50", 120050},
                 {"1,200.50", 120050},
                 {" 7 ", 700},
                 {"12 345 678,90 €", 1234567890},
                 {"15 EUR", 1500},
                 {"€ 15", 1500},
                 {"1200", 120000}};
    for (const auto& c : cases) {
        const auto read = money_from(c.typed);
        ASSERT_TRUE(read) << c.typed;
        EXPECT_EQ(read->cents, c.cents) << c.typed;
    }
}

TEST(Typed, WhatIsNoAmountOrCouldBeTwoIsRefused) {
    for (const auto* typed :
         {"",       "€",    "abc",      "12,",        ",50", "12,505", "1,200", "1.200",    "12 00",
          "1 2345", "-5",   "+5",       "1 200 00",   "1e5", "12,5,0", "12..5", "1 200 €€", "9999999999999",
          "12 $",   "0x10", "1.200.50", "1 200.300,5"})
        EXPECT_FALSE(money_from(typed)) << typed;
}

TEST(Typed, MinutesAreReadAsPeopleWriteThem) {
    const struct {
        const char* typed;
        std::int64_t minutes;
    } cases[] = {{"1h30", 90},
                 {"1 h 30", 90},
                 {"90", 90},
                 {"1:30", 90},
                 {"45 min", 45},
                 {"1 h", 60},
                 {"2h", 120},
                 {"1h30min", 90},
                 {"1 h 30 mn", 90},
                 {"2 heures", 120},
                 {"1,5 h", 90},
                 {"1.25h", 75},
                 {"2 hours 15 minutes", 135},
                 {"9\u00A0h\u00A002", 542},
                 {"0", 0},
                 {"1H05", 65},
                 {"90 minutes", 90}};
    for (const auto& c : cases) EXPECT_EQ(minutes_from(c.typed), c.minutes) << c.typed;
}

TEST(Typed, WhatIsNoDurationIsRefused) {
    for (const auto* typed :
         {"", "h", "1h60", "1:5", "1:60", "1:300", "-5", "1,5", "1,5 min", "1h30h", "1 jour", "1h 30 45",
          "1 30", "999999999", "9999999999999999999", "1,234 h", "1h,5", "1h30 sec"})
        EXPECT_EQ(minutes_from(typed), std::nullopt) << typed;
}

TEST(SearchKey, FoldsCaseAccentsLigaturesAndSpaces) {
    EXPECT_EQ(search_key("Cœur d’Inès"), "coeur d'ines");
    EXPECT_EQ(search_key("  MARCQ-EN-BARŒUL \t\n 59 "), "marcq-en-baroeul 59");
    EXPECT_EQ(search_key("Éléonore\u00A0Ça\u202Flà"), "eleonore ca la");
    EXPECT_EQ(search_key("E\u0301le\u0301onore"), "eleonore");
    EXPECT_EQ(search_key("Straße, Łódź, Ærøskøbing, İstanbul"), "strasse, lodz, aeroskobing, istanbul");
    EXPECT_EQ(search_key("porte–clés « bois » n° 3, 2 m²"), "porte-cles \" bois \" n° 3, 2 m2");
    EXPECT_EQ(search_key(""), "");
    EXPECT_EQ(search_key("Дарья 李"), "дарья 李");
}

TEST(SearchWords, AreTheWordsOfTheKeyEachOnce) {
    using Words = std::vector<std::string>;
    EXPECT_EQ(search_words("Cœur d’Inès"), (Words{"coeur", "d", "ines"}));
    EXPECT_EQ(search_words("École Jules-Ferry (école), 2e"), (Words{"ecole", "jules", "ferry", "2e"}));
    EXPECT_EQ(search_words("Дарья 李"), (Words{"дарья", "李"}));
    EXPECT_EQ(search_words(" !%_ "), Words{});
}

TEST(SearchKey, OfAKeyIsTheKey) {
    for (const auto* text : {"Cœur d’Inès", "Straße ½ ﬁ", "  a  b ", "Ｆａｂ"}) {
        const std::string key = search_key(text);
        EXPECT_EQ(search_key(key), key);
    }
}

}  // namespace
}  // namespace fabnum::i18n
