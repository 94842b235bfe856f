#include <gtest/gtest.h>

#include "features/production/measure.h"
#include "tests/support/zip.h"

namespace fabnum::production {
namespace {

constexpr std::string_view tetrahedron = R"(<mesh><vertices>
    <vertex x="0" y="0" z="0"/><vertex x="10" y="0" z="0"/><vertex x="0" y="10" z="0"/><vertex x="0" y="0" z="10"/>
    </vertices><triangles><triangle v1="0" v2="2" v3="1"/><triangle v1="0" v2="1" v3="3"/>
    <triangle v1="1" v2="2" v3="3"/><triangle v1="0" v2="3" v3="2"/></triangles></mesh>)";

std::string model(std::string_view unit, std::string_view objects, std::string_view items) {
    return "<?xml version=\"1.0\"?><model unit=\"" + std::string(unit) +
           "\" xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\"><resources>" +
           std::string(objects) + "</resources><build>" + std::string(items) + "</build></model>";
}
std::string object(std::string_view id, std::string_view content) {
    return "<object id=\"" + std::string(id) + "\" type=\"model\">" + std::string(content) + "</object>";
}
std::string three_mf(const std::string& xml) {
    return support::zip_of({{"3D/3dmodel.model", xml}});
}

TEST(ThreeMf, IsMeasuredInMillimetres) {
    const auto report =
        measure(three_mf(model("centimeter", object("1", tetrahedron), "<item objectid=\"1\"/>")));
    ASSERT_TRUE(report);
    EXPECT_EQ(report->findings.format, mesh::Format::ThreeMf);
    EXPECT_NEAR(report->findings.volume_mm3, 1e6 / 6, 1e-3);
    EXPECT_TRUE(report->findings.watertight && report->findings.consistent);
    EXPECT_EQ(report->details->parts, 1);
}

TEST(ThreeMf, PlacesEachCopyOfItsObjects) {
    const auto report = measure(three_mf(
        model("millimeter", object("1", tetrahedron) + object("2", R"(<components><component objectid="1"/>
                <component objectid="1" transform="1 0 0 0 1 0 0 0 1 20 0 0"/></components>)"),
              R"(<item objectid="2" transform="2 0 0 0 2 0 0 0 2 0 0 5"/>)")));
    ASSERT_TRUE(report);
    EXPECT_EQ(report->details->parts, 2);
    EXPECT_NEAR(report->findings.volume_mm3, 2 * 8 * 1000 / 6.0, 1e-3);
    EXPECT_EQ(report->findings.box.size(), (std::array<double, 3>{60, 20, 20}));
    EXPECT_EQ(report->findings.box.least.z, 5);
}

TEST(ThreeMf, StaysTheRightWayOutWhenMirrored) {
    const auto report =
        measure(three_mf(model("millimeter", object("1", tetrahedron),
                               R"(<item objectid="1" transform="-1 0 0 0 1 0 0 0 1 0 0 0"/>)")));
    ASSERT_TRUE(report);
    EXPECT_FALSE(report->findings.inside_out);
}

TEST(ThreeMf, FollowsObjectsIntoFilesOfTheirOwn) {
    const auto bytes = support::zip_of(
        {{"_rels/.rels",
          R"(<Relationships><Relationship Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"
            Target="/3D/main.model"/></Relationships>)"},
         {"3D/main.model",
          model(
              "millimeter",
              object("9",
                     R"(<components><component p:path="/3D/Objects/one.model" objectid="1"/></components>)"),
              "<item objectid=\"9\"/>")},
         {"3D/Objects/one.model", model("millimeter", object("1", tetrahedron), "")}});
    const auto report = measure(bytes);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->findings.triangles, 4);
}

TEST(ThreeMf, ThatIsNotSoundIsRefused) {
    const auto refused = [](const std::string& bytes) {
        const auto report = measure(bytes);
        return report ? "read" : report.refusal().key;
    };
    EXPECT_EQ(refused("PK\x03\x04 but no zip"), "mesh.not_sound");
    EXPECT_EQ(refused(three_mf("<model><resources>")), "mesh.not_sound");
    EXPECT_EQ(refused(support::zip_of({{"readme.txt", "hello"}})), "mesh.not_sound");
    EXPECT_EQ(refused(three_mf(model("millimeter", object("1", tetrahedron), ""))), "mesh.empty");
    EXPECT_EQ(refused(three_mf(model("millimeter", object("1", tetrahedron), "<item objectid=\"7\"/>"))),
              "mesh.not_sound");
    // A triangle that names a point that is not there.
    EXPECT_EQ(refused(three_mf(model("millimeter",
                                     object("1", R"(<mesh><vertices><vertex x="0" y="0" z="0"/></vertices>
                                         <triangles><triangle v1="0" v2="1" v3="2"/></triangles></mesh>)"),
                                     "<item objectid=\"1\"/>"))),
              "mesh.not_sound");
    // An object made of itself, for ever.
    EXPECT_EQ(refused(three_mf(model("millimeter",
                                     object("1", R"(<components><component objectid="1"/></components>)"),
                                     "<item objectid=\"1\"/>"))),
              "mesh.not_sound");
    // Entities that would expand a billion times.
    EXPECT_EQ(
        refused(three_mf("<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><model>&b;</model>")),
        "mesh.not_sound");
}

}  // namespace
}  // namespace fabnum::production
