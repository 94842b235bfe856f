#include "features/production/svg.h"

#include <gtest/gtest.h>

namespace fabnum::production {
namespace {

TEST(Svg, IsMeasuredInMillimetresByColour) {
    const auto found = measure_svg(
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="200mm" height="100mm" viewBox="0 0 100 50">)svg"
        R"svg(<g transform="translate(10 0)" style="stroke:#ff0000;fill:none"><rect x="0" y="0" width="20" height="10"/>)svg"
        R"svg(<g stroke="blue"><line x1="0" y1="0" x2="5" y2="0"/></g></g>)svg"
        R"svg(<defs><circle r="500" stroke="red"/></defs><text x="0" y="40">Hem</text>)svg"
        R"svg(<path display="none" d="M0 0H1000"/></svg>)svg");
    ASSERT_TRUE(found);
    ASSERT_EQ(found->strokes.size(), 2U);
    EXPECT_EQ(found->strokes[0].colour, "#ff0000");
    EXPECT_NEAR(found->strokes[0].length_mm, 120, 1e-9);
    EXPECT_EQ(found->strokes[1].colour, "blue");
    EXPECT_NEAR(found->strokes[1].length_mm, 10, 1e-9);
    EXPECT_NEAR(found->least.x, 20, 1e-9);
    EXPECT_NEAR(found->size_mm()[0], 40, 1e-9);
}

TEST(Svg, WithoutASizeItIsNinetySixPointsToTheInch) {
    const auto found = measure_svg(R"svg(<svg><circle cx="0" cy="0" r="96"/></svg>)svg");
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->size_mm()[0], 2 * 25.4, 0.05);
    EXPECT_EQ(found->strokes.front().colour, "—");
}

TEST(Svg, WhatIsNoDrawingIsRefused) {
    for (const char* text : {"", "<svg", "<html><path d='M0 0H5'/></html>", "<svg><path d='M0 0H5'/>",
                             "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg><path d='M0 0H5'/></svg>"})
        EXPECT_EQ(measure_svg(text).refusal().key, "vector.not_a_drawing") << text;
    EXPECT_EQ(measure_svg("<svg><text>a</text></svg>").refusal().key, "vector.empty");
}

}  // namespace
}  // namespace fabnum::production
