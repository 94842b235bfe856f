#include <algorithm>

#include <gtest/gtest.h>

#include "platform/i18n/i18n.h"

namespace fabnum::i18n {
namespace {

TEST(Language, IsTheOneThatTheBrowserPrefersAndFrenchOtherwise) {
    EXPECT_EQ(language_from(""), Language::French);
    EXPECT_EQ(language_from("fr-FR,fr;q=0.9,en;q=0.8"), Language::French);
    EXPECT_EQ(language_from("en-GB,en;q=0.9,fr;q=0.8"), Language::English);
    EXPECT_EQ(language_from("de, en;q=0.5"), Language::English);
    EXPECT_EQ(language_from("de"), Language::French);
    EXPECT_EQ(language_from("*"), Language::French);
    EXPECT_EQ(language_from("en;q=0.3, FR;q=0.7"), Language::French);
    EXPECT_EQ(language_from("EN"), Language::English);
    EXPECT_EQ(language_from("enm, fro"), Language::French);
    EXPECT_EQ(language_from("en;q=0"), Language::French);
    EXPECT_EQ(language_from("en;q=abc;;,,;q="), Language::French);
    EXPECT_EQ(tag_of(Language::French), "fr");
    EXPECT_EQ(tag_of(Language::English), "en");
}

TEST(Words, ShowAKeyThatHasNoSentence) {
    const Words words{Voice{}};
    EXPECT_EQ(words("nowhere.nothing"), "⟦nowhere.nothing⟧");
    EXPECT_EQ(words("nowhere.nothing", {{"name", "Inès"}}), "⟦nowhere.nothing⟧");
    EXPECT_EQ(words(Refusal{"nowhere.nothing", {{"name", "Inès"}}}), "⟦nowhere.nothing⟧");
    EXPECT_FALSE(words.has("nowhere.nothing"));
}

TEST(Words, FallBackOnVousWhereNothingIsSaidTu) {
    const Words vous{Voice{}}, tu{Voice{.address = Address::Tu}};
    const auto own = keys("fr-tu");
    for (const auto key : keys("fr")) {
        EXPECT_TRUE(tu.has(key)) << key;
        if (std::binary_search(own.begin(), own.end(), key)) continue;
        EXPECT_EQ(tu(key), vous(key));
    }
}

TEST(Words, KnowNoKeyOfAVoiceThatDoesNotExist) {
    EXPECT_TRUE(keys("de").empty());
}

}  // namespace
}  // namespace fabnum::i18n
