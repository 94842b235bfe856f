#include "platform/files/zip.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "platform/files/recognise.h"

namespace fabnum::files {
namespace {

std::string archive(const std::string& name) {
    const auto file = std::filesystem::path(__FILE__).parent_path() / "archives" / name;
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << file;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

bool is_taken(const std::string& bytes) {
    return recognised(bytes).has_value();
}

TEST(Zip, IsAModelWhenItHoldsOne) {
    EXPECT_EQ(recognised(archive("box.3mf"))->type, "model/3mf");
    EXPECT_EQ(recognised(archive("large.3mf"))->type, "model/3mf");  // sizes of 64 bits
    EXPECT_FALSE(is_taken(archive("other.zip")));
}

TEST(Zip, IsRefusedWhenItUnpacksToMuchMoreThanItWeighs) {
    EXPECT_FALSE(is_taken(archive("bomb.3mf")));
    EXPECT_FALSE(is_taken(archive("huge.3mf")));
    EXPECT_TRUE(sound_zip_names(archive("bomb.3mf"), {.ratio = 10'000}));
}

TEST(Zip, IsRefusedWhenItLiesAboutASize) {
    EXPECT_FALSE(is_taken(archive("lying.3mf")));
}
TEST(Zip, IsRefusedWhenTwoFilesShareTheirBytes) {
    EXPECT_FALSE(is_taken(archive("overlap.3mf")));
}
TEST(Zip, IsRefusedWhenAFileWouldLandOutside) {
    EXPECT_FALSE(is_taken(archive("outside.3mf")));
}
TEST(Zip, IsRefusedWhenItHoldsAnother) {
    EXPECT_FALSE(is_taken(archive("nested.3mf")));
}
TEST(Zip, IsRefusedWhenItHoldsTooManyFiles) {
    EXPECT_FALSE(is_taken(archive("crowd.3mf")));
}
TEST(Zip, IsRefusedWhenItIsLocked) {
    EXPECT_FALSE(is_taken(archive("encrypted.3mf")));
}

TEST(Zip, IsRefusedWhereverItIsCut) {
    const std::string whole = archive("box.3mf");
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(is_taken(whole.substr(0, size))) << size;
}

TEST(Zip, NeverReadsOutsideItsBytesWhateverIsChanged) {
    const std::string whole = archive("large.3mf");
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const char other : {'\0', '\x7F', '\xFF'}) {
            std::string bytes = whole;
            bytes[at] = other;
            static_cast<void>(recognised(bytes));
        }
}

}  // namespace
}  // namespace fabnum::files
