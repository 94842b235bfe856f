#include "platform/files/label.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace fabnum::files {
namespace {

TEST(Label, KeepsAnHonestName) {
    EXPECT_EQ(label_from("Médaille d’Inès – essai 2.stl", "model/stl"), "Médaille d’Inès – essai 2.stl");
    EXPECT_EQ(label_from("plan v1.2.pdf", "application/pdf"), "plan v1.2.pdf");
    EXPECT_EQ(label_from("plan v1.2", "application/pdf"), "plan v1.2.pdf");
}

TEST(Label, EndsAsTheContentSays) {
    EXPECT_EQ(label_from("IMG_0042.HEIC", "image/jpeg"), "IMG_0042.jpg");
    EXPECT_EQ(label_from("page.html", "application/pdf"), "page.pdf");
    EXPECT_EQ(label_from("page.pdf.exe", "application/pdf"), "page.pdf.pdf");
}

TEST(Label, IsNeverAPath) {
    EXPECT_EQ(label_from("../../etc/passwd", "text/csv"), "passwd.csv");
    EXPECT_EQ(label_from("C:\\fakepath\\plan.pdf", "application/pdf"), "plan.pdf");
    EXPECT_EQ(label_from("..", "application/pdf"), "1.pdf");
    EXPECT_EQ(label_from(".htaccess", "application/pdf"), "htaccess.pdf");
    EXPECT_EQ(label_from("a/b/", "application/pdf"), "1.pdf");
}

TEST(Label, HasNoControlCharacterAndTurnsNothingAround) {
    EXPECT_EQ(label_from("a\r\nSet-Cookie: x\t.pdf", "application/pdf"), "a  Set-Cookie: x.pdf");
    EXPECT_EQ(label_from("photo\u202Egpj.exe", "image/jpeg"), "photogpj.jpg");
    EXPECT_EQ(label_from("\xFF\xFE", "image/jpeg"), "1.jpg");
}

TEST(Label, IsNeverLong) {
    std::string name;
    for (int i = 0; i < 300; ++i) name += "é";
    EXPECT_LE(length_of(label_from(name, "image/jpeg")), 120U);
    EXPECT_TRUE(is_utf8(label_from(name, "image/jpeg")));
}

}  // namespace
}  // namespace fabnum::files
