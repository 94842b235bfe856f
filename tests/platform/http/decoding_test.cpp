#include "platform/http/decoding.h"

#include <gtest/gtest.h>

namespace fabnum::http {
namespace {

TEST(Decoding, ReadsAForm) {
    Fields form;
    ASSERT_TRUE(add_urlencoded("a=1&b=h%C3%A9+las&&c&=d&e=1=2&f=100%", form));
    EXPECT_EQ(form.get("a"), "1");
    EXPECT_EQ(form.get("b"), "hé las");
    EXPECT_EQ(form.find("c"), "");
    EXPECT_EQ(form.get(""), "d");
    EXPECT_EQ(form.get("e"), "1=2");
    EXPECT_EQ(form.get("f"), "100%");
}

TEST(Decoding, RefusesAFormThatIsNotText) {
    for (const char* bad : {"a=%00", "%00=a", "a=%FF", "a=%C3", "a=%ED%A0%80", "a=%F5%80%80%80"}) {
        Fields form;
        EXPECT_FALSE(add_urlencoded(bad, form)) << bad;
    }
}

TEST(Decoding, ReadsAPath) {
    EXPECT_EQ(decoded_path("/commandes/%C3%A9tag%C3%A8re%20neuve"), "/commandes/étagère neuve");
    EXPECT_EQ(decoded_path("/a/.../b"), "/a/.../b");
    EXPECT_EQ(decoded_path("/100%25"), "/100%");
    EXPECT_EQ(decoded_path("/a+b"), "/a+b");
}

TEST(Decoding, RefusesAPathWithTwoReadings) {
    for (const char* bad : {"", "a", "/..", "/.", "/a/..", "/%2e%2e/a", "/a%2Fb", "/a\\b", "/a%5Cb", "/%00",
                            "/%0a", "/%7f", "/%", "/%4", "/%zz", "/%ff"})
        EXPECT_FALSE(decoded_path(bad)) << bad;
}

TEST(Decoding, ReadsCookies) {
    Fields cookies;
    add_cookies("session=abc; theme=\"dark\"; =nameless; flag; empty=", cookies);
    EXPECT_EQ(cookies.get("session"), "abc");
    EXPECT_EQ(cookies.get("theme"), "dark");
    EXPECT_EQ(cookies.find("empty"), "");
    EXPECT_EQ(cookies.items().size(), 3U);
}

TEST(Decoding, RepairsWhatIsNotText) {
    EXPECT_EQ(repaired("h\xC3\xA9las"), "hélas");
    EXPECT_EQ(repaired("caf\xE9!"), "caf\xEF\xBF\xBD!");
    EXPECT_EQ(repaired(std::string_view("a\0b", 3)),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(repaired("\xF0\x9F\x92"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Decoding, FindsAParameter) {
    const std::string header = "form-data; name=\"a;b=\\\"c\"; filename=plain.txt ; empty=\"\"";
    EXPECT_EQ(parameter(header, "name"), "a;b=\"c");
    EXPECT_EQ(parameter(header, "FileName"), "plain.txt");
    EXPECT_EQ(parameter(header, "empty"), "");
    EXPECT_FALSE(parameter(header, "b"));
    EXPECT_EQ(kind_of(header), "form-data");
    EXPECT_EQ(kind_of(" Text/HTML ;charset=x"), "text/html");
}

TEST(Decoding, MakesALabelOfAFileName) {
    EXPECT_EQ(plain_file_name("C:\\Users\\amina\\croquis.png"), "croquis.png");
    EXPECT_EQ(plain_file_name("../../etc/passwd"), "passwd");
    EXPECT_EQ(plain_file_name(".."), "file");
    EXPECT_EQ(plain_file_name("photos/"), "file");
    EXPECT_EQ(plain_file_name("a\r\n\tb\x7F.txt"), "ab.txt");
    EXPECT_EQ(plain_file_name("caf\xE9.txt"), "caf\xEF\xBF\xBD.txt");
    EXPECT_LE(plain_file_name(std::string(5000, 'x')).size(), 210U);
}

TEST(Decoding, SplitsAList) {
    EXPECT_TRUE(lists("keep-alive, Upgrade", "upgrade"));
    EXPECT_FALSE(lists("keep-alive-not", "keep-alive"));
    EXPECT_EQ(parts_of(" a , ,b", ',').size(), 2U);
}

}  // namespace
}  // namespace fabnum::http
