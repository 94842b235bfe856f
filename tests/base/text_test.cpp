#include "base/text.h"

#include <gtest/gtest.h>

namespace fabnum {
namespace {

using namespace std::string_view_literals;

TEST(Text, IsTrimmedOfEveryWhiteSpaceAtBothEnds) {
    EXPECT_EQ(trimmed(" \t\r\n\v\f Hem \n"), "Hem");
    EXPECT_EQ(trimmed("\xC2\xA0 12 \xC2\xA0\xC2\xA0"), "12");
    EXPECT_EQ(trimmed("Promo  3"), "Promo  3");
    EXPECT_EQ(trimmed(" \xC2\xA0\t"), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Text, KeepsALetterThatEndsLikeANoBreakSpace) {
    EXPECT_EQ(trimmed("voilà"), "voilà");
}

TEST(Text, IsUtf8WhenEveryCharacterIsWellFormed) {
    for (const auto text : {""sv, "Hem"sv, "Inès, cœur, 50 €"sv, "\xF0\x9F\x8E\x89"sv, "\xED\x9F\xBF"sv,
                            "\xEE\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv})
        EXPECT_TRUE(is_utf8(text)) << text;
}

TEST(Text, IsNotUtf8WhenBytesAreMissingOverlongSurrogateOrBeyondUnicode) {
    for (const auto text :
         {"\x80"sv, "\xBF"sv, "\xC3"sv, "a\xC3"sv, "\xC3("sv, "\xC0\xAF"sv, "\xC1\xBF"sv, "\xE0\x9F\xBF"sv,
          "\xE2\x82"sv, "\xED\xA0\x80"sv, "\xF0\x8F\xBF\xBF"sv, "\xF0\x9F\x8E"sv, "\xF4\x90\x80\x80"sv,
          "\xF5\x80\x80\x80"sv, "\xFF"sv, "In\xE8s"sv})
        EXPECT_FALSE(is_utf8(text));
}

TEST(Text, HoldsNoNul) {
    EXPECT_FALSE(is_utf8("a\0b"sv));
}

TEST(Text, IsMeasuredInCharactersNotBytes) {
    EXPECT_EQ(length_of(""), 0U);
    EXPECT_EQ(length_of("Inès"), 4U);
    EXPECT_EQ(length_of("50 €"), 4U);
    EXPECT_EQ(length_of("\xF0\x9F\x8E\x89"), 1U);
}

TEST(Text, IsShortenedAtTheEdgeOfACharacter) {
    EXPECT_EQ(shortened("médaille", 8), "médaille");
    EXPECT_EQ(shortened("médailles", 8), "médaill…");
    EXPECT_EQ(shortened("éééé", 3), "éé…");
    EXPECT_EQ(shortened("\xF0\x9F\x8E\x89\xF0\x9F\x8E\x89\xF0\x9F\x8E\x89", 2), "\xF0\x9F\x8E\x89…");
    EXPECT_EQ(shortened("abc", 1), "…");
}

TEST(Text, ShortenedHasNoSpaceBeforeTheDots) {
    EXPECT_EQ(shortened("un pot de fleurs", 4), "un…");
}

TEST(Text, ShortenedIsNeverLongerThanAsked) {
    for (std::size_t most = 1; most < 20; ++most)
        EXPECT_LE(length_of(shortened("Une étagère à chaussures", most)), most);
}

}  // namespace
}  // namespace fabnum
