#include "engine/mesh/mesh.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/engine/mesh/shapes.h"

namespace fabnum::mesh {
namespace {

Details details(const std::vector<Triangle>& triangles) {
    return details_of(model_of(triangles));
}

TEST(Mesh, OfABoxHasItsMeasures) {
    const auto found = analyse(stl(box(20, 10, 5)));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->format, Format::StlBinary);
    EXPECT_EQ(found->triangles, 12);
    EXPECT_DOUBLE_EQ(found->volume_mm3, 1000);
    EXPECT_DOUBLE_EQ(found->area_mm2, 700);
    EXPECT_EQ(found->box.size(), (std::array<double, 3>{20, 10, 5}));
    EXPECT_TRUE(found->watertight && found->consistent);
    EXPECT_FALSE(found->inside_out);
}

TEST(Mesh, IsTheSameInEveryFormat) {
    const auto binary = analyse(stl(box(20, 10, 5)));
    const auto text = analyse(stl_text(box(20, 10, 5)));
    const auto obj = analyse(
        "# made here\nv 0 0 0\nv 20 0 0\nv 20 10 0\nv 0 10 0\nv 0 0 5\nv 20 0 5\nv 20 10 5\nv 0 10 5\n"
        "f 4 3 2 1\nf 5 6 7 8\nf 1/1/1 2/2/1 6/3/1 5/4/1\nf 2 3 7 6\nf 3 4 8 7\nf -5 -8 -4 -1\n");
    ASSERT_TRUE(text);
    ASSERT_TRUE(obj);
    EXPECT_EQ(text->format, Format::StlText);
    EXPECT_EQ(obj->format, Format::Obj);
    for (const auto* found : {&*text, &*obj}) {
        EXPECT_EQ(found->triangles, 12);
        EXPECT_DOUBLE_EQ(found->volume_mm3, binary->volume_mm3);
        EXPECT_DOUBLE_EQ(found->area_mm2, 700);
        EXPECT_TRUE(found->watertight && found->consistent);
    }
}

TEST(Mesh, FarFromTheMiddleOfTheWorldHasTheSameVolume) {
    const auto found = analyse(stl(box(20, 10, 5, {100'000, -100'000, 50'000})));
    EXPECT_NEAR(found->volume_mm3, 1000, 1e-6);
}

TEST(Mesh, ThatLacksATriangleIsNotWatertightAndSaysWhere) {
    auto open = box(20, 10, 5);
    open.pop_back();
    open.pop_back();  // the top
    EXPECT_FALSE(analyse(stl(open))->watertight);
    const auto found = details(open);
    EXPECT_EQ(found.open_edges, 4);
    ASSERT_EQ(found.holes.size(), 1U);
    EXPECT_EQ(found.holes[0].edges, 4);
    EXPECT_DOUBLE_EQ(found.holes[0].length_mm, 60);
    EXPECT_EQ(found.holes[0].centre, (Vec{10, 5, 5}));
    EXPECT_FALSE(found.thinnest_mm);
}

TEST(Mesh, WithOneTriangleTheOtherWayIsNotConsistentAndIsMended) {
    auto triangles = box(20, 10, 5);
    std::swap(triangles[4][1], triangles[4][2]);
    const auto found = analyse(stl(triangles));
    EXPECT_TRUE(found->watertight);
    EXPECT_FALSE(found->consistent);
    EXPECT_EQ(details(triangles).flipped_triangles, 1);
    const auto mended = analyse(binary_stl(with_sound_orientation(model_of(triangles))));
    EXPECT_TRUE(mended->consistent);
    EXPECT_DOUBLE_EQ(mended->volume_mm3, 1000);
}

TEST(Mesh, InsideOutIsSeenAndTurned) {
    const auto triangles = turned(box(20, 10, 5));
    const auto found = analyse(stl(triangles));
    EXPECT_TRUE(found->inside_out);
    EXPECT_DOUBLE_EQ(found->volume_mm3, 1000);
    EXPECT_EQ(details(triangles).flipped_triangles, 12);
    EXPECT_FALSE(analyse(binary_stl(with_sound_orientation(model_of(triangles))))->inside_out);
}

TEST(Mesh, CountsItsParts) {
    const auto two = together(box(20, 10, 5), box(5, 5, 5, {30, 0, 0}));
    EXPECT_EQ(details(two).parts, 2);
    EXPECT_DOUBLE_EQ(analyse(stl(two))->volume_mm3, 1125);
}

TEST(Mesh, WithAnEdgeThatFourTrianglesMeetSaysSo) {
    const auto touching = together(box(10, 10, 10), box(10, 10, 10, {10, 10, 0}));
    EXPECT_EQ(details(touching).crowded_edges, 1);
    EXPECT_TRUE(analyse(stl(touching))->watertight);
}

TEST(Mesh, KnowsWhatHangsInTheAir) {
    EXPECT_EQ(analyse(stl(box(20, 10, 5)))->overhang_mm2, 0);  // its bottom lies on the plate
    const auto with_shelf = together(box(20, 10, 5), box(5, 5, 1, {40, 0, 20}));
    EXPECT_DOUBLE_EQ(analyse(stl(with_shelf))->overhang_mm2, 25);
    EXPECT_DOUBLE_EQ(analyse(stl(together(box(5, 5, 1, {40, 0, 20}), box(20, 10, 5))))->overhang_mm2, 25);
    EXPECT_DOUBLE_EQ(analyse(stl(turned(with_shelf)))->overhang_mm2, 25);
}

TEST(Mesh, WarnsOfThinWalls) {
    EXPECT_DOUBLE_EQ(*details(box(20, 10, 5)).thinnest_mm, 5);
    EXPECT_EQ(details(box(20, 10, 5)).thin_share, 0);
    const auto sheet = details(box(50, 50, 0.5F));
    EXPECT_DOUBLE_EQ(*sheet.thinnest_mm, 0.5);
    EXPECT_GT(sheet.thin_share, 0);
    // A box with a box-shaped room inside: walls of 2 mm.
    const auto hollow = together(box(20, 20, 20), turned(box(16, 16, 16, {2, 2, 2})));
    EXPECT_DOUBLE_EQ(*details(hollow).thinnest_mm, 2);
}

TEST(Mesh, FitsAMachineIfNeedBeTurned) {
    EXPECT_TRUE(fits({200, 240, 100}, {250, 210, 210}));
    EXPECT_FALSE(fits({200, 240, 220}, {250, 210, 210}));
    EXPECT_FALSE(fits({255, 10, 10}, {250, 210, 210}));
}

TEST(Mesh, EstimatesMoreForMoreWalls) {
    const auto found = *analyse(stl(box(40, 40, 40)));
    const auto usual = estimate_of(found, {}), full = estimate_of(found, {.infill = 1});
    EXPECT_NEAR(full.grams, 64 * 1.24, 1e-9);
    EXPECT_LT(usual.grams, full.grams);
    EXPECT_LT(usual.seconds, full.seconds);
}

TEST(Mesh, CutShortSaysHowMuchIsMissing) {
    const auto whole = stl(box(20, 10, 5));
    const auto cut = analyse(std::string_view(whole).substr(0, whole.size() - 7));
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.refusal(), (Refusal{"mesh.cut_short", {{"missing", "7"}}}));
    const auto text = stl_text(box(20, 10, 5));
    EXPECT_EQ(analyse(std::string_view(text).substr(0, text.size() / 2)).refusal().key, "mesh.cut_short");
}

TEST(Mesh, ThatIsNoModelIsRefused) {
    for (const auto* text : {"", "hello", "G1 X10\nG1 Y10\n",
                             "%PDF-1.7 and so on, for more than eighty-four bytes, so that "
                             "a count of triangles could stand here if it were a model"})
        EXPECT_FALSE(analyse(text)) << text;
    EXPECT_EQ(analyse(stl({})).refusal().key, "mesh.empty");
    EXPECT_EQ(analyse("solid nothing\nendsolid nothing\n").refusal().key, "mesh.empty");
    EXPECT_EQ(analyse("v 0 0 0\nf 1 2 3\n").refusal().key, "mesh.not_a_number");
    auto bad = box(1, 1, 1);
    bad[3][1].y = std::numeric_limits<float>::quiet_NaN();
    auto bytes = stl(box(1, 1, 1));
    std::memcpy(bytes.data() + 84 + 3 * 50 + 12 + 16, &bad[3][1].y, 4);
    EXPECT_EQ(analyse(bytes).refusal(), (Refusal{"mesh.not_a_number", {{"triangle", "4"}}}));
}

TEST(Mesh, WhoseCountIsALieIsRefusedWithoutReservingAnything) {
    std::string lie(84, '\0');
    std::memset(lie.data() + 80, 0xFF, 4);
    EXPECT_EQ(analyse(lie).refusal().key, "mesh.cut_short");
}

TEST(Mesh, ThatStartsWithSolidButIsBinaryIsReadAsBinary) {
    auto bytes = stl(box(20, 10, 5));
    std::memcpy(bytes.data(), "solid", 5);
    EXPECT_EQ(analyse(bytes)->format, Format::StlBinary);
}

}  // namespace
}  // namespace fabnum::mesh
