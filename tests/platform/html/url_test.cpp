#include "platform/html/url.h"

#include <string>

#include <gtest/gtest.h>

namespace fabnum::html {
namespace {

using namespace std::string_view_literals;

// What somebody would type to make a link run a script or lead elsewhere.
constexpr std::string_view hostile[] = {"javascript:alert(1)"sv,
                                        "JaVaScRiPt:alert(1)"sv,
                                        " javascript:alert(1)"sv,
                                        "java\tscript:alert(1)"sv,
                                        "\x01javascript:alert(1)"sv,
                                        "vbscript:msgbox(1)"sv,
                                        "data:text/html,<script>alert(1)</script>"sv,
                                        "blob:https://fabnum.example/1"sv,
                                        "file:///etc/passwd"sv,
                                        "about:blank"sv,
                                        ""sv,
                                        " "sv,
                                        "#"sv,
                                        "?"sv,
                                        "\"><script>alert(1)</script>' onx=1"sv};

TEST(Url, IsMadeOfPartsThatAreEachEscaped) {
    EXPECT_EQ((Url("/commandes") / Id<struct Any>{7} / "etapes").text(), "/commandes/7/etapes");
    EXPECT_EQ((Url("/") / "a").text(), "/a");
    EXPECT_EQ((Url("/suivi") / "a/b?c#d&e=f").text(), "/suivi/a%2Fb%3Fc%23d%26e%3Df");
    EXPECT_EQ(Url("/recherche").with("q", "cœur & co").with("page", 2).text(),
              "/recherche?q=c%C5%93ur%20%26%20co&page=2");
    EXPECT_EQ(Url("/moi").with("a b", "").at("haut de page").text(), "/moi?a%20b=#haut%20de%20page");
    EXPECT_EQ(Url::on_this_page("étape 2").text(), "#%C3%A9tape%202");
}

TEST(Url, NeverClimbsOutOfItsPath) {
    EXPECT_EQ((Url("/photos") / ".." / "admin").text(), "/photos/admin");
    EXPECT_EQ((Url("/photos") / ".").text(), "/photos/");
    EXPECT_EQ((Url("/photos") / "../admin").text(), "/photos/..%2Fadmin");
    EXPECT_EQ((Url("/photos") / "%2e%2e").text(), "/photos/%252e%252e");
    EXPECT_EQ((Url("/") / "/evil.example").text(), "/%2Fevil.example");
}

TEST(Url, StaysAPathOfOursWhateverTextItIsGiven) {
    for (const auto text : hostile) {
        const Url made = (Url("/x") / text).with(text, text).at(text);
        EXPECT_TRUE(made.text().starts_with("/x/"));
        EXPECT_EQ(made.text().find_first_of("\"'<> \t\\"), std::string::npos) << made.text();
    }
}

TEST(Url, KeepsOnlyUnreservedCharactersAsTheyAre) {
    EXPECT_EQ(percent_encoded("AZaz09-._~"), "AZaz09-._~");
    EXPECT_EQ(percent_encoded("!\"#$%&'()*+,/:;<=>?@[\\]^`{|}"),
              "%21%22%23%24%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E%60%7B%7C%7D");
    EXPECT_EQ(percent_encoded("\0\n\x7F\xFF é"sv), "%00%0A%7F%FF%20%C3%A9");
}

TEST(Url, OfAPathFromOutsideStaysOnThisSite) {
    for (const auto path : {"/"sv, "/commandes/7?tri=date&page=2#haut"sv, "/a/../b"sv}) {
        const auto local = Url::local(path);
        ASSERT_TRUE(local) << path;
        EXPECT_EQ(local->text(), path);
    }
    for (const auto path :
         {"//evil.example"sv, "///evil.example"sv, "/\\evil.example"sv, "\\\\evil.example"sv, "/a\\b"sv,
          "https://evil.example/"sv, "http:/evil.example"sv, "evil"sv, "commandes"sv, "/a b"sv,
          "/\t/evil.example"sv, "/a\r\nSet-Cookie: x=1"sv, "/\"onmouseover=1"sv, "/<script>"sv, "/a`"sv,
          "/caf\xC3\xA9"sv, "/a\0b"sv, " /commandes"sv})
        EXPECT_FALSE(Url::local(path)) << path;
    for (const auto text : hostile) EXPECT_FALSE(Url::local(text)) << text;
    EXPECT_FALSE(Url::local("/" + std::string(2000, 'a')));
}

TEST(Url, OfTheWebIsHttpOrHttpsAndNothingElse) {
    EXPECT_EQ(Url::web("https://hem.example/plan?a=b").value().text(), "https://hem.example/plan?a=b");
    EXPECT_EQ(Url::web("  http://hem.example ").value().text(), "http://hem.example");
    for (const auto text : hostile) EXPECT_FALSE(Url::web(text)) << text;
    for (const auto text : {"//hem.example"sv, "hem.example"sv, "https:hem.example"sv, "https://"sv,
                            "http://"sv, "https://hem.example/\"onx=1"sv, "https://hem.example/a b"sv,
                            "https://hem.example/\n"
                            "x"sv,
                            "https://hem.example/<b>"sv, "https:\\\\hem.example"sv,
                            "https://h\xC3\xA9m.example"sv, "ftp://hem.example"sv})
        EXPECT_FALSE(Url::web(text)) << text;
}

TEST(Url, OfAMailHasNoOtherHeader) {
    EXPECT_EQ(Url::mail(" claire@hem.example ").value().text(), "mailto:claire@hem.example");
    EXPECT_EQ(Url::mail("a@b.example?bcc=c@d.example&body=x").value().text(),
              "mailto:a@b.example%3Fbcc%3Dc%40d.example%26body%3Dx");
    for (const auto text : {""sv, "claire"sv, "@hem.example"sv, "claire@"sv, "@"sv})
        EXPECT_FALSE(Url::mail(text)) << text;
}

TEST(Url, OfAPhoneIsDigits) {
    EXPECT_EQ(Url::phone("06 12.34-56 78").value().text(), "tel:0612345678");
    EXPECT_EQ(Url::phone("+33 6 12 34 56 78").value().text(), "tel:+33612345678");
    for (const auto text : {""sv, "12"sv, "06+12345678"sv, "0612x"sv, "tel:0612345678"sv, "06/12345678"sv})
        EXPECT_FALSE(Url::phone(text)) << text;
    for (const auto text : hostile) EXPECT_FALSE(Url::phone(text)) << text;
}

}  // namespace
}  // namespace fabnum::html
