#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "platform/assets/assets.h"
#include "platform/i18n/catalogue.h"

namespace fabnum::i18n {
namespace {

using Keys = std::vector<std::string_view>;

Keys missing(const Keys& from, const Keys& in) {
    Keys missing;
    std::set_difference(in.begin(), in.end(), from.begin(), from.end(), std::back_inserter(missing));
    return missing;
}

// English has no use for it, and not every address needs it.
std::set<std::string> blanks_to_fill(const Sentence& sentence) {
    auto blanks = sentence.blanks();
    blanks.erase("agreement");
    return blanks;
}

TEST(Catalogues, CanAllBeRead) {
    try {
        catalogues();
    } catch (const std::exception& faults) {
        FAIL() << faults.what();
    }
}

TEST(Catalogues, HoldTheSentencesOfEveryFile) {
    for (const std::string voice : {"fr", "fr-tu", "en"}) {
        const Keys all = keys(voice);
        for (const auto& file : assets::under("locales/" + voice + "/")) {
            std::string room(file.name.substr(9 + voice.size(), file.name.rfind('.') - 9 - voice.size()));
            std::replace(room.begin(), room.end(), '/', '.');  // a file in a folder: journal/engagement
            EXPECT_TRUE(
                std::any_of(all.begin(), all.end(), [&](auto key) { return key.starts_with(room + "."); }))
                << file.name << " holds no sentence";
        }
    }
}

TEST(Catalogues, SayEverythingInBothLanguages) {
    EXPECT_EQ(missing(keys("en"), keys("fr")), Keys{}) << "said in French only";
    EXPECT_EQ(missing(keys("fr"), keys("en")), Keys{}) << "said in English only";
}

TEST(Catalogues, SayTuOnlyWhereTheySayVous) {
    EXPECT_EQ(missing(keys("fr"), keys("fr-tu")), Keys{});
}

TEST(Catalogues, HaveTheSameBlanksInEveryVoice) {
    const Catalogues& all = catalogues();
    for (const auto key : keys("fr")) {
        const auto blanks = blanks_to_fill(*all.fr.find(key));
        for (const Sentence* other : {all.en.find(key), all.tu.find(key)}) {
            if (!other) continue;
            EXPECT_EQ(blanks_to_fill(*other), blanks)
                << key << (other == all.tu.find(key) ? " fr-tu" : " en");
        }
    }
}

}  // namespace
}  // namespace fabnum::i18n
