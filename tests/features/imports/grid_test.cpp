#include "features/imports/grid.h"

#include <gtest/gtest.h>

#include "tests/support/zip.h"

namespace fabnum::imports {
namespace {

constexpr auto key_of = [](const auto& answer) { return answer ? std::string() : answer.refusal().key; };

TEST(File, IsReadWhateverItsSeparatorAndItsLineEnds) {
    for (const auto* text : {"Nom;Prénom\nSarr;Fatou\n", "Nom,Prénom\r\nSarr,Fatou",
                             "Nom\tPrénom\rSarr\tFatou", "\xEF\xBB\xBFNom;Prénom\n;\nSarr;Fatou\n\n"}) {
        const auto grid = grid_of(text);
        ASSERT_TRUE(grid) << text;
        EXPECT_EQ(grid->headers, (std::vector<std::string>{"Nom", "Prénom"})) << text;
        ASSERT_EQ(grid->rows.size(), 1u) << text;
        EXPECT_EQ(grid->rows[0], (std::vector<std::string>{"Sarr", "Fatou"})) << text;
    }
}

TEST(File, OfWindowsKeepsItsAccents) {
    const auto grid = grid_of("Nom;Pr\xE9nom\nLef\xE8vre;No\xEB \x8Cil\n");
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->headers[1], "Prénom");
    EXPECT_EQ(grid->rows[0][1], "Noë Œil");
}

TEST(File, MayHoldSeparatorsAndLinesBetweenQuotes) {
    const auto grid = grid_of("Nom;Note\n\"Le \"\"Grand\"\"; Paul\";\"deux\nlignes\"\n");
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->rows[0][0], "Le \"Grand\"; Paul");
    EXPECT_EQ(grid->rows[0][1], "deux\nlignes");
    EXPECT_EQ(grid_from(*cells_of(as_text(*grid)))->rows, grid->rows);
}

TEST(File, ThatIsDamagedSaysHow) {
    EXPECT_EQ(key_of(grid_of("")), "imports.file.empty");
    EXPECT_EQ(key_of(grid_of("Nom;Prénom\n")), "imports.file.empty");
    EXPECT_EQ(key_of(grid_of("Nom\nSarr\n")), "imports.file.one_column");
    EXPECT_EQ(key_of(grid_of("Nom;Pr\x81nom\nSarr;Fatou\n")), "imports.file.broken");
    EXPECT_EQ(key_of(grid_of(std::string("Nom;\0x\nSarr;F\n", 15))), "imports.file.broken");
    EXPECT_EQ(key_of(grid_of("\xFF\xFEN;")), "imports.file.sixteen_bits");
    EXPECT_EQ(key_of(grid_of("Nom;PrÃ©nom\nLefÃ¨vre;NoÃ©\n")), "imports.file.garbled");
    EXPECT_EQ(key_of(grid_of("Nom;Prénom\n\"Sarr;Fatou\n")), "imports.file.quote");
    EXPECT_EQ(key_of(grid_of("Nom;Prénom\nSarr;" + std::string(600, 'a') + "\n")), "imports.file.long_cell");
    EXPECT_EQ(key_of(grid_of("PK\x03\x04 and nothing else")), "imports.file.workbook");
}

TEST(Workbook, GivesTheCellsOfItsFirstSheet) {
    const auto bytes = support::zip_of(
        {{"xl/workbook.xml",
          "<workbook xmlns:r='r'><sheets><sheet name='Jeunes' r:id='rId7'/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='rId7' Target='worksheets/jeunes.xml'/></Relationships>"},
         {"xl/sharedStrings.xml",
          "<sst><si><t>Nom</t></si><si><r><t>Pré</t></r><r><t>nom</t></r><rPh><t>x</t></rPh></si></sst>"},
         {"xl/worksheets/jeunes.xml",
          "<worksheet><sheetData><row><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
          "<row><c r='A2' t='inlineStr'><is><t>Sarr</t></is></c><c r='B2' t='str'><v>Fatou</v></c></row>"
          "</sheetData></worksheet>"}});
    const auto grid = grid_of(bytes);
    ASSERT_TRUE(grid) << key_of(grid);
    EXPECT_EQ(grid->headers, (std::vector<std::string>{"Nom", "Prénom"}));
    EXPECT_EQ(grid->rows[0], (std::vector<std::string>{"Sarr", "Fatou"}));
}

TEST(Workbook, WithADocumentTypeIsNotRead) {
    const auto bytes =
        support::zip_of({{"xl/worksheets/sheet1.xml",
                          "<!DOCTYPE w [<!ENTITY a 'aa'>]><worksheet><row><c r='A1'><v>&a;</v></c>"
                          "</row></worksheet>"}});
    EXPECT_EQ(key_of(grid_of(bytes)), "imports.file.workbook");
}

}  // namespace
}  // namespace fabnum::imports
