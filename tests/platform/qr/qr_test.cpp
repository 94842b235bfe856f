#include "platform/qr/qr.h"

#include <sstream>
#include <vector>

#include <gtest/gtest.h>

namespace fabnum::qr {
namespace {

// The squares of the markup, drawn: '#' dark, '.' light, without the quiet zone.
std::vector<std::string> drawn(const std::string& svg) {
    const auto value_of = [&](const std::string& name) {
        const auto start = svg.find(' ' + name + "=\"") + name.size() + 3;
        return svg.substr(start, svg.find('"', start) - start);
    };
    const auto side = std::stoul(value_of("viewBox").substr(4));
    std::vector<std::string> rows(side, std::string(side, '.'));
    std::istringstream path(value_of("d"));
    char letter = 0;
    std::size_t column = 0, row = 0, length = 0;
    std::string rest;
    while (path >> letter >> column >> row >> letter >> length && std::getline(path, rest, 'z'))
        rows.at(row).replace(column, length, std::string(length, '#'));
    for (std::size_t i = 0; i < side; ++i) {
        const bool is_edge = i < 4 || i + 4 >= side;
        EXPECT_EQ(rows[i].substr(0, is_edge ? side : 4), std::string(is_edge ? side : 4, '.'));
        EXPECT_EQ(rows[i].substr(side - 4), "....");
    }
    std::vector<std::string> inner;
    for (std::size_t i = 4; i + 4 < side; ++i) inner.push_back(rows[i].substr(4, side - 8));
    return inner;
}

TEST(Qr, HasItsThreeEyes) {
    const std::vector<std::string> eye = {"#######", "#.....#", "#.###.#", "#.###.#",
                                          "#.###.#", "#.....#", "#######"};
    const auto squares = drawn(code("https://fabnum.example/suivi/abcdefghijklmnop", "x").text());
    const std::size_t far = squares.size() - 7;
    EXPECT_EQ(squares.size() % 4, 1U);  // 17 + 4 × version
    for (std::size_t i = 0; i < 7; ++i) {
        EXPECT_EQ(squares[i].substr(0, 7), eye[i]);
        EXPECT_EQ(squares[i].substr(far), eye[i]);
        EXPECT_EQ(squares[far + i].substr(0, 7), eye[i]);
    }
}

// Version 1, level M; another encoder draws the same squares, and a reader reads "fabnum".
TEST(Qr, DrawsAShortTextAsOthersDo) {
    const std::vector<std::string> known = {
        "#######....#..#######", "#.....#.#####.#.....#", "#.###.#.#.....#.###.#", "#.###.#.##.#..#.###.#",
        "#.###.#...###.#.###.#", "#.....#...#.#.#.....#", "#######.#.#.#.#######", "........#.###........",
        "#.....#.##..###..###.", ".#.##...#.#.#.#.#.#..", ".#..#.##..##.#..####.", ".##.##..###.....###.#",
        "..##.##...#...#..#..#", "........#..####...#.#", "#######..##.#.##...#.", "#.....#..#####.####..",
        "#.###.#..##.#...#..#.", "#.###.#..##.#...##...", "#.###.#..#....#.##.##", "#.....#..##....#.##..",
        "#######.####.#...#.#."};
    EXPECT_EQ(drawn(code("fabnum", "x").text()), known);
}

TEST(Qr, GrowsWithItsTextAndRefusesWhatNoCodeHolds) {
    EXPECT_EQ(drawn(code("a", "x").text()).size(), 21U);
    EXPECT_GT(drawn(code(std::string(200, 'a'), "x").text()).size(), 40U);
    EXPECT_THROW(code(std::string(4000, 'a'), "x"), std::length_error);
    EXPECT_THROW(code("", "x"), std::length_error);
}

TEST(Qr, IsReadToThoseWhoDoNotSeeIt) {
    const std::string svg = code("a", "Adresse de \"suivi\"").text();
    EXPECT_NE(svg.find("role=\"img\" aria-label=\"Adresse de &quot;suivi&quot;\""), std::string::npos);
    EXPECT_NE(svg.find("</rect><path "),
              std::string::npos);  // in SVG, an element that is not closed hides the next
}

}  // namespace
}  // namespace fabnum::qr
