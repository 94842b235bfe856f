#include "platform/i18n/sentence.h"

#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace fabnum::i18n {
namespace {

std::string written(std::string_view pattern, std::initializer_list<Fact> facts, Voice voice = {}) {
    std::string text;
    Sentence(pattern).write(text, Words(voice), {facts.begin(), facts.size()});
    return text;
}

constexpr Voice english{.language = Language::English};
constexpr auto photos = "{count, plural, =0 {Aucune photo} one {# photo} other {# photos}}";

TEST(Sentence, SaysAPlainTextAsItIs) {
    EXPECT_EQ(written("L’équipe s’en occupe.", {}), "L’équipe s’en occupe.");
    EXPECT_EQ(written("", {}), "");
}

TEST(Sentence, ElidesBeforeAVowelInFrenchAlone) {
    const auto of = [](std::string_view name, Voice voice = {}) {
        return written("Bilan de {name}", {{"name", name}}, voice);
    };
    EXPECT_EQ(of("Inès"), "Bilan d’Inès");
    EXPECT_EQ(of("Émile"), "Bilan d’Émile");
    EXPECT_EQ(of("Yves"), "Bilan d’Yves");
    EXPECT_EQ(of("Yanis"), "Bilan de Yanis");
    EXPECT_EQ(of("Hugo"), "Bilan de Hugo");
    EXPECT_EQ(of("11 h"), "Bilan de 11 h");
    EXPECT_EQ(of("Inès", english), "Bilan de Inès");
    EXPECT_EQ(written("Laide {name}", {{"name", "Inès"}}), "Laide Inès");
    EXPECT_EQ(written("Le jour que {name} choisit", {{"name", "Inès"}}), "Le jour qu’Inès choisit");
}

TEST(Sentence, FillsItsBlanks) {
    EXPECT_EQ(written("{name} a {count} pièces pour {name}.", {{"name", "Inès"}, {"count", 7488}}),
              "Inès a 7\u00A0488 pièces pour Inès.");
    EXPECT_EQ(written("{a}{b}", {{"a", "x"}, {"b", "y"}}), "xy");
}

TEST(Sentence, TakesAFactsTextAsItIs) {
    EXPECT_EQ(written("Bonjour {name}", {{"name", "{count} # '<b>'"}}), "Bonjour {count} # '<b>'");
}

TEST(Sentence, ShowsABlankThatNobodyFilled) {
    EXPECT_EQ(written("Bonjour {name}", {}), "Bonjour {name}");
}

TEST(Sentence, CountsInFrenchWhereZeroAndOneAreSingular) {
    EXPECT_EQ(written(photos, {{"count", 0}}), "Aucune photo");
    EXPECT_EQ(written(photos, {{"count", 1}}), "1 photo");
    EXPECT_EQ(written(photos, {{"count", 2}}), "2 photos");
    EXPECT_EQ(written(photos, {{"count", 1200}}), "1\u00A0200 photos");
    EXPECT_EQ(written(photos, {{"count", 1'000'000}}), "1\u00A0000\u00A0000 photos");
    constexpr auto no_zero = "{count, plural, one {# photo} other {# photos}}";
    EXPECT_EQ(written(no_zero, {{"count", 0}}), "0 photo");
    EXPECT_EQ(written(no_zero, {{"count", -1}}), "-1 photo");
}

TEST(Sentence, CountsInEnglishWhereZeroIsPlural) {
    constexpr auto pattern = "{count, plural, one {# photo} other {# photos}}";
    EXPECT_EQ(written(pattern, {{"count", 0}}, english), "0 photos");
    EXPECT_EQ(written(pattern, {{"count", 1}}, english), "1 photo");
    EXPECT_EQ(written(pattern, {{"count", 2}}, english), "2 photos");
}

TEST(Sentence, CountsAFactThatComesAsDigits) {
    EXPECT_EQ(written(photos, {{"count", "1"}}), "1 photo");
    EXPECT_EQ(written(photos, {{"count", "2"}}), "2 photos");
    EXPECT_EQ(written("{count, plural, one {une} other {des}} photos", {{"count", "beaucoup"}}),
              "des photos");
}

TEST(Sentence, RanksAndCountsTheOthers) {
    EXPECT_EQ(written("{n, selectordinal, one {#re} other {#e}} étape", {{"n", 1}}), "1re étape");
    EXPECT_EQ(written("{n, selectordinal, one {#re} other {#e}} étape", {{"n", 2}}), "2e étape");
    constexpr auto team = "{n, plural, offset:1 =1 {Toi} one {Toi et # autre} other {Toi et # autres}}";
    EXPECT_EQ(written(team, {{"n", 1}}), "Toi");
    EXPECT_EQ(written(team, {{"n", 2}}), "Toi et 1 autre");
    EXPECT_EQ(written(team, {{"n", 4}}), "Toi et 3 autres");
}

TEST(Sentence, AgreesWithItsReader) {
    constexpr auto here =
        "{agreement, select, f {Tu es pointée} m {Tu es pointé} other {Ta présence est notée}}.";
    EXPECT_EQ(written(here, {}), "Ta présence est notée.");
    EXPECT_EQ(written(here, {}, {.agreement = Agreement::Feminine}), "Tu es pointée.");
    EXPECT_EQ(written(here, {}, {.agreement = Agreement::Masculine}), "Tu es pointé.");
    EXPECT_EQ(written(here, {{"agreement", "f"}}), "Tu es pointée.") << "of someone else than the reader";
}

TEST(Sentence, PutsOneFormInAnother) {
    constexpr auto pattern =
        "{kind, select, photo {{count, plural, one {# photo de {who}} other {# photos de {who}}}} "
        "other {{count} fichiers}}";
    EXPECT_EQ(written(pattern, {{"kind", "photo"}, {"count", 2}, {"who", "Noah"}}), "2 photos de Noah");
    EXPECT_EQ(written(pattern, {{"kind", "plan"}, {"count", 3}, {"who", "Noah"}}), "3 fichiers");
}

TEST(Sentence, KeepsApostrophesOfBothKinds) {
    EXPECT_EQ(written("l'{name}, l’{name}, c'est '", {{"name", "atelier"}}), "l'atelier, l’atelier, c'est '");
    EXPECT_EQ(written("{n, plural, one {l'œuvre} other {'#' œuvres d'{who}}}", {{"n", 2}, {"who", "Inès"}}),
              "'2' œuvres d'Inès");
}

TEST(Sentence, RefusesAPatternThatCannotBeRead) {
    for (const auto* pattern :
         {"{", "}", "{name", "{a b}", "{n, plural, one {x}}", "{n, plural}", "{n, number}",
          "{d, date, short}", "{n, choice, 0#x}", "{}", "{n, select, f {x} other {x}"})
        EXPECT_THROW(Sentence{pattern}, std::invalid_argument) << pattern;
}

TEST(Sentence, IsWrittenByManyThreadsAtOnce) {
    const Sentence sentence("{count, plural, one {# photo de {who}} other {# photos de {who}}}");
    std::vector<std::jthread> threads;
    std::vector<int> wrong(4);
    for (std::size_t t = 0; t < wrong.size(); ++t)
        threads.emplace_back([&, t] {
            for (int i = 2; i < 2000; ++i) {
                const Fact facts[] = {{"count", i % 900 + 2}, {"who", "Inès"}};
                std::string text;
                sentence.write(text, Words({}), facts);
                if (text != std::to_string(i % 900 + 2) + " photos d’Inès") ++wrong[t];
            }
        });
    threads.clear();
    EXPECT_EQ(wrong, std::vector<int>(4));
}

}  // namespace
}  // namespace fabnum::i18n
