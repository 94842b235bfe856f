#include "platform/assets/assets.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace fabnum::assets {
namespace {

std::string last_part(const html::Url& url) {
    return url.text().substr(url.text().rfind('/') + 1);
}

TEST(Assets, AreInTheOrderOfTheirNames) {
    const auto files = all();
    ASSERT_FALSE(files.empty());
    EXPECT_TRUE(std::is_sorted(files.begin(), files.end(),
                               [](const Embedded& a, const Embedded& b) { return a.name < b.name; }));
}

TEST(Assets, FindAFileByItsNameAndNothingElse) {
    const Embedded* sheet = find("assets/app.css");
    ASSERT_NE(sheet, nullptr);
    EXPECT_NE(sheet->bytes.find("@layer"), std::string_view::npos);
    EXPECT_EQ(find("assets/app"), nullptr);
    EXPECT_EQ(find(""), nullptr);
    EXPECT_EQ(find("assets/app.css.br"), nullptr) << "compressed forms go with their file";
}

TEST(Assets, AreAskedForByAnAddressThatHoldsTheirDigest) {
    const html::Url address = url_of("assets/app.css");
    EXPECT_EQ(address.text(), "/assets/app." + std::string(find("assets/app.css")->digest) + ".css");
    EXPECT_EQ(behind(last_part(address)), find("assets/app.css"));
}

TEST(Assets, AnAddressOfAnotherBuildLeadsNowhere) {
    EXPECT_EQ(behind("app.0000000000000000.css"), nullptr);
    EXPECT_EQ(behind("app.css"), nullptr);
    EXPECT_EQ(behind(""), nullptr);
    EXPECT_EQ(behind("."), nullptr);
    EXPECT_EQ(behind(".."), nullptr);
    EXPECT_EQ(behind("../../etc/passwd"), nullptr);
}

TEST(Assets, NamingAFileThatIsNotThereIsABug) {
    EXPECT_THROW(url_of("assets/none.css"), std::out_of_range);
}

TEST(Assets, TextsComeCompressedAndFontsDoNot) {
    EXPECT_LT(find("assets/app.js")->brotli.size(), find("assets/app.js")->bytes.size());
    EXPECT_EQ(find("assets/app.js")->gzip.substr(0, 2), "\x1f\x8b");
    EXPECT_TRUE(find("assets/text.woff2")->gzip.empty());
}

TEST(Assets, EveryFileUnderAFolderIsListed) {
    const auto fonts = under("assets/t");
    ASSERT_EQ(fonts.size(), 2U);
    EXPECT_EQ(fonts.front().name, "assets/text.woff2");
    EXPECT_TRUE(under("nowhere/").empty());
    EXPECT_EQ(under("").size(), all().size());
}

TEST(Assets, TheStylesheetAsksForTheFontsOfThisBuild) {
    const std::string_view sheet = find("assets/app.css")->bytes;
    for (const std::string_view font : {"assets/text.woff2", "assets/title.woff2", "assets/digits.woff2"})
        EXPECT_NE(sheet.find(last_part(url_of(font))), std::string_view::npos) << font;
}

}  // namespace
}  // namespace fabnum::assets
