#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "platform/i18n/i18n.h"

namespace fabnum::i18n {
namespace {

const Words fr{Voice{}};
const Words en{Voice{.language = Language::English}};

TEST(Formats, WriteNumbersWithTheSpaceThatTheFontHas) {
    EXPECT_EQ(fr.number(std::int64_t{7488}), "7\u00A0488");
    EXPECT_EQ(fr.number(std::int64_t{-1234567}), "-1\u00A0234\u00A0567");
    EXPECT_EQ(fr.number(std::int64_t{999}), "999");
    EXPECT_EQ(en.number(std::int64_t{7488}), "7,488");
    EXPECT_EQ(fr.number(2.5, 1), "2,5");
    EXPECT_EQ(fr.number(1234.5, 0), "1\u00A0235");
    EXPECT_EQ(fr.number(2.345, 1), "2,3");
    EXPECT_EQ(en.number(2.5, 2), "2.50");
    EXPECT_EQ(fr.number(1.0, 5), "1,00000");
}

TEST(Formats, WriteMoneyWithCentsOnlyWhenThereAreSome) {
    EXPECT_EQ(fr.money(euros(150)), "150\u00A0€");
    EXPECT_EQ(fr.money({15050}), "150,50\u00A0€");
    EXPECT_EQ(fr.money({5}), "0,05\u00A0€");
    EXPECT_EQ(fr.money({-1250}), "-12,50\u00A0€");
    EXPECT_EQ(fr.money({-5}), "-0,05\u00A0€");
    EXPECT_EQ(fr.money(euros(1200)), "1\u00A0200\u00A0€");
    EXPECT_EQ(fr.money({900'719'925'474'099'3}), "90\u00A0071\u00A0992\u00A0547\u00A0409,93\u00A0€");
    EXPECT_EQ(en.money({1250}), "€12.50");
    EXPECT_EQ(en.money(euros(1200)), "€1,200");
}

TEST(Formats, WriteSizesInTheUnitThatReadsBest) {
    EXPECT_EQ(fr.size(2'400'000), "2,4\u00A0Mo");
    EXPECT_EQ(fr.size(350'000), "350\u00A0ko");
    EXPECT_EQ(fr.size(12), "12\u00A0o");
    EXPECT_EQ(fr.size(1'500'000'000), "1,5\u00A0Go");
    EXPECT_EQ(fr.size(999'960), "1\u00A0Mo");
    EXPECT_EQ(en.size(2'400'000), "2.4 MB");
}

TEST(Formats, WriteListsAsTheyAreSpoken) {
    EXPECT_EQ(fr.list({}), "");
    EXPECT_EQ(fr.list({"Inès"}), "Inès");
    EXPECT_EQ(fr.list({"Inès", "Noah"}), "Inès et Noah");
    EXPECT_EQ(fr.list({"Inès", "Noah", "Kenza"}), "Inès, Noah et Kenza");
    EXPECT_EQ(en.list({"Inès", "Noah", "Kenza"}), "Inès, Noah and Kenza");
}

TEST(Formats, AreWrittenByManyThreadsAtOnce) {
    std::vector<std::jthread> threads;
    std::vector<int> wrong(4);
    for (std::size_t t = 0; t < wrong.size(); ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 500; ++i) {
                if (fr.number(std::int64_t{1000 + i}).size() != 6) ++wrong[t];
                if (fr.money({1250}) != "12,50\u00A0€" || en.money({1250}) != "€12.50") ++wrong[t];
                if (fr.number(2.5, 1) != "2,5" || fr.list({"Inès", "Noah"}) != "Inès et Noah") ++wrong[t];
                if (search_key("Cœur d’Inès") != "coeur d'ines") ++wrong[t];
            }
        });
    threads.clear();
    EXPECT_EQ(wrong, std::vector<int>(4));
}

}  // namespace
}  // namespace fabnum::i18n
