#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

namespace {

struct Ran {
    int status = 0;
    std::string said;
};

Ran check_words(const std::filesystem::path& folder) {
    const std::string command =
        std::string(FABNUM_SOURCE_DIR) + "/tools/check_words '" + folder.string() + "' 2>&1";
    FILE* const out = popen(command.c_str(), "r");
    Ran ran;
    std::array<char, 4096> part;
    while (const std::size_t read = std::fread(part.data(), 1, part.size(), out))
        ran.said.append(part.data(), read);
    ran.status = WEXITSTATUS(pclose(out));
    return ran;
}

// A folder with one French file for each of the two readers.
class CheckWords : public testing::Test {
 protected:
    CheckWords() {
        std::string name = (std::filesystem::temp_directory_path() / "fabnum-words-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~CheckWords() override { std::filesystem::remove_all(folder_); }

    Ran of(const std::string& voice, const std::string& toml) const {
        std::filesystem::create_directories(folder_ / "locales" / voice);
        std::ofstream(folder_ / "locales" / voice / "room.toml") << toml;
        return check_words(folder_);
    }

    std::filesystem::path folder_;
};

const std::string thirteen = "\"Un deux trois quatre cinq six sept huit neuf dix onze douze treize.\"\n";

TEST_F(CheckWords, AcceptsGoodFrench) {
    const Ran ran =
        of("fr",
           "a = \"L’équipe vous répond\u00A0: {days} jours au plus. «\u00A0Merci\u00A0!\u00A0»\"\n"
           "b = \"{n, plural, one {# photo} other {# photos}} à 9\u00A0h\u00A030, http://a?b\"\n");
    EXPECT_EQ(ran.status, 0) << ran.said;
}

TEST_F(CheckWords, CountsWordsForTheReader) {
    EXPECT_EQ(of("fr", "a = " + thirteen).status, 0);
    EXPECT_EQ(of("fr", "meta.reader = \"participant\"\na = " + thirteen).status, 1);
    EXPECT_EQ(of("fr", "a = \"Une phrase. Une autre phrase.\"").status, 0);
    const Ran ran = of("fr-tu", "a = \"Bien.\"\n[state]\nb = " + thirteen);
    EXPECT_EQ(ran.status, 1);
    EXPECT_NE(ran.said.find("locales/fr-tu/room.toml: room.state.b: 13 words, 12 at most"), std::string::npos)
        << ran.said;
}

TEST_F(CheckWords, ReadsEveryFormOfASentence) {
    EXPECT_EQ(of("fr-tu", "a = \"{n, plural, one {Oui.} other {Veuillez attendre.}}\"").status, 1);
    EXPECT_EQ(of("fr-tu", "a = \"{agreement, select, f {Ouf !} other {Oui.}}\"").status, 1);
}

TEST_F(CheckWords, FindsWhatIsNotWrittenThatWay) {
    std::string toml;
    int count = 0;
    for (const char* text :
         {"Date invalide.", "Cliquez ici.", "Veuillez patienter.", "L'atelier.", "Quoi\u202F?", "Quoi ?",
          "Quoi?", "Voici : un mot", "un ; deux", "« oui\u00A0»", "«\u00A0oui »", "a {b", "b }"})
        toml += "fault" + std::to_string(++count) + "_ = \"" + text + "\"\n";
    const Ran ran = of("fr", toml);
    EXPECT_EQ(ran.status, 1);
    for (; count > 0; --count)
        EXPECT_NE(ran.said.find("room.fault" + std::to_string(count) + "_: "), std::string::npos)
            << count << ran.said;
}

TEST_F(CheckWords, FailsWhenThereIsNothingToRead) {
    EXPECT_EQ(check_words(folder_).status, 1);
}

TEST(Catalogues, AreWrittenForTheirReaders) {
    const Ran ran = check_words(FABNUM_SOURCE_DIR);
    EXPECT_EQ(ran.status, 0) << ran.said;
}

}  // namespace
