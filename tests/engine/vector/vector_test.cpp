#include "engine/vector/vector.h"

#include <numbers>

#include <gtest/gtest.h>

namespace fabnum::vector {
namespace {

Findings drawn(std::string_view data, const Transform& placed = {}) {
    Drawing drawing;
    for (const Line& line : lines_of_path(data, placed).lines) drawing.add(line, "#ff0000");
    return drawing.findings();
}
double cut(std::string_view data) {
    return drawn(data).cut_mm();
}

TEST(VectorPath, StraightLinesAreAsLongAsTheyAre) {
    EXPECT_DOUBLE_EQ(cut("M0 0H10V10H0Z"), 40);
    EXPECT_DOUBLE_EQ(cut("m5,5h10v10h-10z"), 40);
    EXPECT_DOUBLE_EQ(cut("M0 0 3 4"), 5) << "a pair after a move is a line";
    EXPECT_DOUBLE_EQ(cut("M0,0L3,4L3-4"), 13) << "a minus parts two numbers";
    EXPECT_DOUBLE_EQ(cut("M0 0H10Z L0 5"), 25) << "after the end, from where it began";
    EXPECT_EQ(drawn("M0 0H1M5 5H6").strokes.front().lines, 2);
    EXPECT_DOUBLE_EQ(cut("M0 0H.5.5"), 0.5);
}

TEST(VectorPath, CurvesAreNearlyAsLongAsTheyAre) {
    const double quarter = std::numbers::pi / 2 * 50;
    EXPECT_NEAR(cut("M50 0A50 50 0 0 1 0 50"), quarter, 0.2);
    EXPECT_NEAR(cut("M50 0A50 50 0 1 1 0 50") + quarter, 2 * std::numbers::pi * 50, 0.8);
    EXPECT_NEAR(cut("M50 0A50 50 0 010 50"), quarter, 0.2) << "flags may stand against what follows";
    EXPECT_NEAR(cut("M0 0A1 1 0 0 1 100 0"), std::numbers::pi * 50, 0.3) << "radii too small are enlarged";
    EXPECT_NEAR(cut("M50 0C50 27.6142 27.6142 50 0 50"), quarter, 0.2);
    EXPECT_NEAR(cut("M0 0Q50 0 100 0T200 0"), 200, 0.01);
    EXPECT_NEAR(cut("M0 0A0 5 0 0 1 10 0"), 10, 1e-9) << "no radius, no arc";
}

TEST(VectorPath, WhatFollowsAMistakeIsLeftOut) {
    for (const char* bad :
         {"", "10 10", "L5 5", "M", "M0", "M0 0L", "M0 0X", "Z", "M0 0L1e99 0", "M0 0A1 1 0 2 0 5 5"}) {
        const auto path = lines_of_path(bad, {});
        EXPECT_TRUE(path.lines.empty()) << bad;
    }
    EXPECT_DOUBLE_EQ(cut("M0 0H10Vnothing"), 10);
}

TEST(VectorPath, TransformsAreDoneFromTheLastToTheFirst) {
    const auto placed = transform_from("translate(10,20) rotate(90) scale(2)");
    ASSERT_TRUE(placed);
    const Point p = placed->of({3, 0});
    EXPECT_NEAR(p.x, 10, 1e-9);
    EXPECT_NEAR(p.y, 26, 1e-9);
    const Point turned = transform_from("rotate(180 5 5)")->of({0, 0});
    EXPECT_NEAR(turned.x, 10, 1e-9);
    EXPECT_NEAR(turned.y, 10, 1e-9);
    EXPECT_TRUE(transform_from("matrix(1 0 0 1 5 6) skewX(0)"));
    for (const char* bad : {"turn(5)", "rotate", "rotate(", "rotate()", "scale(1,2", "matrix(1 2 3)"})
        EXPECT_FALSE(transform_from(bad)) << bad;
}

TEST(VectorPath, UnitsAreMillimetresInTheEnd) {
    EXPECT_DOUBLE_EQ(*millimetres_from("12.5mm"), 12.5);
    EXPECT_DOUBLE_EQ(*millimetres_from("2cm"), 20);
    EXPECT_DOUBLE_EQ(*millimetres_from("1in"), 25.4);
    EXPECT_DOUBLE_EQ(*millimetres_from("96"), 25.4);
    EXPECT_FALSE(millimetres_from("50%"));
    EXPECT_FALSE(millimetres_from("wide"));
}

TEST(VectorDrawing, ColoursAreOperationsTheLongestFirst) {
    Drawing drawing;
    drawing.add({{0, 0}, {10, 0}}, "#0000ff");
    drawing.add({{0, 0}, {0, 30}}, "#ff0000");
    drawing.add({{0, 0}}, "#00ff00");
    drawing.add({{0, 0}, {1e30, 0}}, "#00ff00");
    const auto found = drawing.findings();
    ASSERT_EQ(found.strokes.size(), 2U);
    EXPECT_EQ(found.strokes[0].colour, "#ff0000");
    EXPECT_DOUBLE_EQ(found.cut_mm(), 40);
    EXPECT_EQ(found.size_mm(), (std::array<double, 2>{10, 30}));
    EXPECT_NEAR(seconds_of(found, {.cut_mm_s = 10, .seconds_per_line = 0.5}), 5, 1e-9);
}

TEST(VectorDxf, LinesArcsAndPolylinesByColour) {
    const auto found = analyse_dxf(
        "0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n"
        "0\nLINE\n8\n0\n62\n1\n10\n0.0\n20\n0.0\n11\n30.0\n21\n40.0\n"
        "0\nCIRCLE\n62\n5\n10\n50\n20\n50\n40\n10\n"
        "0\nARC\n62\n5\n10\n0\n20\n0\n40\n10\n50\n270\n51\n0\n"
        "0\nLWPOLYLINE\n62\n1\n90\n4\n70\n1\n10\n0\n20\n0\n10\n10\n20\n0\n10\n10\n20\n10\n10\n0\n20\n10\n"
        "0\nPOLYLINE\n62\n3\n66\n1\n10\n0\n20\n0\n0\nVERTEX\n10\n0\n20\n0\n42\n1\n0\nVERTEX\n10\n10\n20\n0\n0"
        "\nSEQEND\n"
        "0\nENDSEC\n0\nEOF\n");
    ASSERT_TRUE(found);
    ASSERT_EQ(found->strokes.size(), 3U);
    EXPECT_EQ(found->strokes[0].colour, "1");
    EXPECT_NEAR(found->strokes[0].length_mm, 50 + 40, 1e-6);
    EXPECT_NEAR(found->strokes[1].length_mm, std::numbers::pi * 25, 0.3);
    EXPECT_NEAR(found->strokes[2].length_mm, std::numbers::pi * 5, 0.1) << "a bulge of 1 is half a circle";
}

TEST(VectorDxf, InchesBecomeMillimetres) {
    const auto found = analyse_dxf(
        "0\r\nSECTION\r\n2\r\nHEADER\r\n9\r\n$INSUNITS\r\n70\r\n1\r\n0\r\nENDSEC\r\n0\r\nSECTION\r\n2\r\n"
        "ENTITIES\r\n0\r\nLINE\r\n10\r\n0\r\n20\r\n0\r\n11\r\n1\r\n21\r\n0\r\n0\r\nEOF\r\n");
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->cut_mm(), 25.4, 1e-9);
}

TEST(VectorDxf, WhatIsNoDrawingIsSaidToBeNone) {
    EXPECT_EQ(analyse_dxf("").refusal().key, "vector.not_a_drawing");
    EXPECT_EQ(analyse_dxf("nothing\nat all\n").refusal().key, "vector.not_a_drawing");
    EXPECT_EQ(analyse_dxf("0\nSECTION\n2\nENTITIES\n0\nENDSEC\n").refusal().key, "vector.empty");
}

}  // namespace
}  // namespace fabnum::vector
