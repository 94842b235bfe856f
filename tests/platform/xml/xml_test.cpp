#include "platform/xml/xml.h"

#include <gtest/gtest.h>

namespace fabnum::xml {
namespace {

std::string walked(std::string_view text) {
    std::string walk;
    const bool sound =
        read(text, {.begin =
                        [&](const Element& element) {
                            walk += "<" + std::string(element.name);
                            for (const auto& [name, value] : element.attributes)
                                walk += " " + std::string(name) + "=" + std::string(value);
                        },
                    .end = [&](std::string_view name) { walk += " /" + std::string(name) + ">"; }});
    return sound ? walk : walk + " not sound";
}

TEST(Xml, IsReadElementByElement) {
    EXPECT_EQ(walked("<a x='1'><p:b p:y=\"&lt;2\"/>words</a>"), "<a x=1<b p:y=<2 /b> /a>");
}

TEST(Xml, ThatIsNotWellFormedIsNotSound) {
    for (const auto* text : {"", "<a>", "<a></b>", "<a x=1/>", "words"})
        EXPECT_TRUE(walked(text).ends_with("not sound")) << text;
}

TEST(Xml, MayNotBringEntitiesOfItsOwn) {
    EXPECT_TRUE(walked("<!DOCTYPE a [<!ENTITY x \"y\">]><a/>").ends_with("not sound"));
}

TEST(Xml, MayNotNestForEver) {
    std::string deep;
    for (int i = 0; i <= deepest; ++i) deep += "<a>";
    for (int i = 0; i <= deepest; ++i) deep += "</a>";
    EXPECT_TRUE(walked(deep).ends_with("not sound"));
}

}  // namespace
}  // namespace fabnum::xml
