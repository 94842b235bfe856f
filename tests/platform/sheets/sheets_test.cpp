#include "platform/sheets/sheets.h"

#include <array>
#include <cstdio>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/engines.h"

namespace fabnum::sheets {
namespace {

Sheet orders() {
    using std::chrono::November;
    const Day day(std::chrono::year(2026) / November / 24);
    return {.title = "Commandes: Hem",
            .columns = {"Nom", "Nombre", "Poids", "Jour", "Valeur", "Rien"},
            .rows = {{"60 médailles; « or »", std::int64_t{60}, 1.5, day, Money{15050}, {}},
                     {"=HYPERLINK(\"http://evil.example\")", std::int64_t{-1}, -0.25, day + 1, Money{-5}, {}},
                     {"deux\nlignes, \"citées\"", std::int64_t{0}, 1e15, day, euros(7), {}}}};
}

// What a program prints; "" when it fails.
std::string printed_by(const std::string& command) {
    FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
    std::string text;
    std::array<char, 4096> piece{};
    while (const std::size_t size = fread(piece.data(), 1, piece.size(), pipe))
        text.append(piece.data(), size);
    return pclose(pipe) == 0 ? text : "";
}

// A workbook on disk, and a look inside by another program's zip and XML readers.
struct Book {
    explicit Book(const Sheet& sheet) : file(folder.path() + "/book.xlsx") {
        std::ofstream(file, std::ios::binary) << xlsx(sheet);
    }
    std::string part(const std::string& name) const { return look("sys.stdout.buffer.write(part)", name); }
    bool is_xml(const std::string& name) const {
        return look("import xml.dom.minidom as xml; xml.parseString(part); print(1)", name) == "1\n";
    }
    bool is_whole() const { return look("print(book.testzip())", "xl/workbook.xml") == "None\n"; }

    std::string look(const std::string& script, const std::string& name) const {
        return printed_by(
            "/usr/bin/python3 -c 'import sys, zipfile; book = zipfile.ZipFile(sys.argv[1]); "
            "part = book.read(sys.argv[2]); " +
            script + "' " + file + ' ' + name);
    }

    support::TemporaryFolder folder;
    std::string file;
};

TEST(Csv, IsWhatAFrenchSpreadsheetOpens) {
    EXPECT_EQ(csv(orders()),
              "\xEF\xBB\xBF"
              "Nom;Nombre;Poids;Jour;Valeur;Rien\r\n"
              "\"60 médailles; « or »\";60;1,5;2026-11-24;150,50;\r\n"
              "\"'=HYPERLINK(\"\"http://evil.example\"\")\";-1;-0,25;2026-11-25;-0,05;\r\n"
              "\"deux\nlignes, \"\"citées\"\"\";0;1000000000000000;2026-11-24;7,00;\r\n");
}

TEST(Csv, MakesTextOfEveryFormula) {
    for (const std::string start : {"=", "+", "-", "@", "\t", "\r"}) {
        const std::string table = csv({.title = "", .columns = {start + "1+1"}, .rows = {{start + "1+1"}}});
        EXPECT_EQ(table.find('\n' + start), std::string::npos) << start;
        EXPECT_NE(table.find('\'' + start + "1+1"), std::string::npos) << start;
    }
}

TEST(Xlsx, IsAWorkbookOfOneSheetThatOpens) {
    const Book book(orders());
    EXPECT_TRUE(book.is_whole());
    EXPECT_NE(book.part("xl/workbook.xml").find("name=\"Commandes  Hem\""), std::string::npos);
    for (const char* part : {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"})
        EXPECT_TRUE(book.is_xml(part)) << part;
}

TEST(Xlsx, WritesTextAsTextAndNeverAFormula) {
    const std::string sheet = Book(orders()).part("xl/worksheets/sheet1.xml");
    EXPECT_EQ(sheet.find("<f>"), std::string::npos);
    EXPECT_NE(sheet.find("t=\"inlineStr\"><is><t>=HYPERLINK(\"http://evil.example\")</t></is>"),
              std::string::npos);
    EXPECT_NE(sheet.find("60 médailles; « or »"), std::string::npos);
}

TEST(Xlsx, WritesDaysAndAmountsAsNumbersWithTheirFormat) {
    const Book book(orders());
    const std::string sheet = book.part("xl/worksheets/sheet1.xml"), styles = book.part("xl/styles.xml");
    EXPECT_NE(sheet.find("<v>46350</v>"), std::string::npos);  // 24 November 2026, in days since 1899-12-30
    EXPECT_NE(sheet.find("<v>150.5</v>"), std::string::npos);
    EXPECT_NE(sheet.find("<v>-0.05</v>"), std::string::npos);
    EXPECT_NE(styles.find("€"), std::string::npos);
    EXPECT_NE(styles.find("dd/mm/yyyy"), std::string::npos);
}

TEST(Xlsx, OpensWhateverTheTextsAre) {
    const std::string sheet =
        Book({.title = "'[]*?/\\ un titre beaucoup trop long pour un onglet'",
              .columns = {"a\x01\x0B"
                          "b"},
              .rows = {{std::string(40'000, 'x')}, {"\xC3\xA9\x1F"}, {"http://example.org", "x"}}})
            .part("xl/worksheets/sheet1.xml");
    EXPECT_NE(sheet.find("<t>ab</t>"), std::string::npos);
    EXPECT_NE(sheet.find("<t>http://example.org</t>"), std::string::npos);
    EXPECT_EQ(sheet.find('\x1F'), std::string::npos);
    EXPECT_FALSE(Book({.title = "", .columns = {}, .rows = {}}).part("xl/workbook.xml").empty());
}

}  // namespace
}  // namespace fabnum::sheets
