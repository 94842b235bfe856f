#include <gtest/gtest.h>

#include "platform/i18n/i18n.h"

namespace fabnum::i18n {
namespace {

using namespace std::chrono_literals;

const Words fr{Voice{}};
const Words en{Voice{.language = Language::English}};
const Day tuesday{std::chrono::year_month_day{2026y / 11 / 24}};
const Day first{std::chrono::year_month_day{2027y / 1 / 1}};

TEST(Formats, WriteDaysInBothLanguages) {
    EXPECT_EQ(fr.day(tuesday), "mardi 24 novembre");
    EXPECT_EQ(en.day(tuesday), "Tuesday 24 November");
    EXPECT_EQ(fr.day_with_year(tuesday), "24 novembre 2026");
    EXPECT_EQ(en.day_with_year(tuesday), "24 November 2026");
    EXPECT_EQ(fr.short_day(tuesday), "24 nov.");
    EXPECT_EQ(en.short_day(tuesday), "24 Nov");
    EXPECT_EQ(fr.numeric_day(tuesday), "24/11/2026");
    EXPECT_EQ(en.numeric_day(first), "01/01/2027");
    EXPECT_EQ(fr.month(tuesday), "novembre 2026");
    EXPECT_EQ(en.month(tuesday), "November 2026");
    EXPECT_EQ(fr.weekday(tuesday + 5), "dimanche");
    EXPECT_EQ(en.weekday(tuesday + 4), "Saturday");
}

TEST(Formats, WriteTheFirstOfAMonthAsFrenchSaysIt) {
    EXPECT_EQ(fr.day(first), "vendredi 1er janvier");
    EXPECT_EQ(fr.day_with_year(first), "1er janvier 2027");
    EXPECT_EQ(fr.short_day(first), "1er janv.");
    EXPECT_EQ(en.day(first), "Friday 1 January");
}

TEST(Formats, WriteDaysNearTodayInWords) {
    EXPECT_EQ(fr.day_from_today(tuesday, tuesday), "aujourd’hui");
    EXPECT_EQ(fr.day_from_today(tuesday + 1, tuesday), "demain");
    EXPECT_EQ(fr.day_from_today(tuesday - 1, tuesday), "hier");
    EXPECT_EQ(fr.day_from_today(tuesday + 2, tuesday), "26 nov.");
    EXPECT_EQ(en.day_from_today(tuesday, tuesday), "today");
    EXPECT_EQ(en.day_from_today(tuesday + 1, tuesday), "tomorrow");
}

TEST(Formats, WriteTimesAndDurations) {
    EXPECT_EQ(fr.time(9 * 60 + 2), "9\u00A0h\u00A002");
    EXPECT_EQ(fr.time(9 * 60), "9\u00A0h");
    EXPECT_EQ(fr.time(0), "0\u00A0h");
    EXPECT_EQ(en.time(9 * 60 + 2), "9:02");
    EXPECT_EQ(en.time(14 * 60), "14:00");
    EXPECT_EQ(fr.duration(90), "1\u00A0h\u00A030");
    EXPECT_EQ(fr.duration(45), "45\u00A0min");
    EXPECT_EQ(fr.duration(0), "0\u00A0min");
    EXPECT_EQ(fr.duration(65), "1\u00A0h\u00A005");
    EXPECT_EQ(fr.duration(120), "2\u00A0h");
    EXPECT_EQ(fr.duration(-90), "-1\u00A0h\u00A030");
    EXPECT_EQ(fr.duration(1200 * 60), "1\u00A0200\u00A0h");
}

}  // namespace
}  // namespace fabnum::i18n
