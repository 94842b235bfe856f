#include "features/production/preview.h"

#include <gtest/gtest.h>

namespace fabnum::production {
namespace {

TEST(Preview, ASquareIsSeenFromItsCorner) {
    const gcode::Layer square{.z = 0, .lines = {{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}}};
    const auto preview = picture_of({.layers = {square}, .of = 1});
    EXPECT_EQ(preview.path, "M500 574L980 297L500 20L20 297L500 574");
    EXPECT_EQ(preview.height, 594);
}

TEST(Preview, HigherLayersStandHigherAndATowerFits) {
    gcode::Preview tower;
    for (int i = 0; i < 100; ++i) tower.layers.push_back({.z = i * 1.0, .lines = {{{0, 0}, {10, 0}}}});
    const auto preview = picture_of(tower);
    EXPECT_EQ(preview.height, 1000);
}

TEST(Preview, NothingIsDrawnOfNothingNorOfNonsense) {
    EXPECT_EQ(picture_of({}).path, "");
    EXPECT_EQ(picture_of({.layers = {{.z = 0, .lines = {{{1, 1}}}}}, .of = 1}).path, "");
    EXPECT_EQ(picture_of({.layers = {{.z = 0, .lines = {{{0, 0}, {1e30F, 0}}}}}, .of = 1}).path, "");
}

TEST(Preview, AHugeFileGivesASmallPicture) {
    gcode::Preview many;
    gcode::Layer layer;
    for (int i = 0; i < 100'000; ++i)
        layer.lines.push_back({{static_cast<float>(i % 100), 0}, {static_cast<float>(i % 50), 90}});
    many.layers.push_back(layer);
    EXPECT_LT(picture_of(many).path.size(), 121'000U);
}

}  // namespace
}  // namespace fabnum::production
