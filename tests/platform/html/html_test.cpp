#include "platform/html/html.h"

#include <gtest/gtest.h>

namespace fabnum::html {
namespace {

// What somebody types to break out of where it is shown.
const std::string breaking = R"("><script>alert(1)</script>' onx=1)";
const std::string breaking_escaped = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39; onx=1";
const std::string scripted = "javascript:alert(1)";

TEST(Html, ShowsTextAsItWasTyped) {
    EXPECT_EQ(p({breaking}).text(), "<p>" + breaking_escaped + "</p>");
    EXPECT_EQ(p({std::string_view(breaking)}).text(), "<p>" + breaking_escaped + "</p>");
    EXPECT_EQ(p({breaking.c_str()}).text(), "<p>" + breaking_escaped + "</p>");
    EXPECT_EQ(text(breaking).text(), breaking_escaped);
    EXPECT_EQ(join({breaking, " ", breaking}).text(), breaking_escaped + " " + breaking_escaped);
    EXPECT_EQ(p({"<b>&amp;"}).text(), "<p>&lt;b&gt;&amp;amp;</p>");
    EXPECT_EQ(p({"Inès, cœur, 50 €"}).text(), "<p>Inès, cœur, 50 €</p>");
}

TEST(Html, KeepsAValueInsideItsAttribute) {
    const std::string value_of_all = "=\"" + breaking_escaped + "\"";
    EXPECT_EQ(div({attr("title", breaking)}).text(), "<div title" + value_of_all + "></div>");
    EXPECT_EQ(div({cls(breaking)}).text(), "<div class" + value_of_all + "></div>");
    EXPECT_EQ(div({id(breaking)}).text(), "<div id" + value_of_all + "></div>");
    EXPECT_EQ(div({role(breaking)}).text(), "<div role" + value_of_all + "></div>");
    EXPECT_EQ(div({aria("label", breaking)}).text(), "<div aria-label" + value_of_all + "></div>");
    EXPECT_EQ(div({data("word", breaking)}).text(), "<div data-word" + value_of_all + "></div>");
    EXPECT_EQ(input({type(breaking), name(breaking), value(breaking)}).text(),
              "<input type" + value_of_all + " name" + value_of_all + " value" + value_of_all + ">");
}

TEST(Html, LetsNoTextIntoALinkButAsAPartOfIt) {
    EXPECT_EQ(a({href(Url("/suivi") / scripted), "suivre"}).text(),
              "<a href=\"/suivi/javascript%3Aalert%281%29\">suivre</a>");
    EXPECT_EQ(a({href(Url("/suivi").with("q", breaking))}).text(),
              "<a href=\"/suivi?q=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%27%20onx%3D1\"></a>");
    EXPECT_EQ(img({src(Url("/photos") / breaking)}).text(),
              "<img src=\"/photos/%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%27%20onx%3D1\">");
    EXPECT_EQ(form({action(Url("/x") / scripted)}).text(),
              "<form action=\"/x/javascript%3Aalert%281%29\"></form>");
    EXPECT_EQ(button({formaction(Url("/x") / scripted)}).text(),
              "<button formaction=\"/x/javascript%3Aalert%281%29\"></button>");
}

TEST(Html, EscapesTheAmpersandsAndQuotesOfAnAddress) {
    EXPECT_EQ(a({href(*Url::web("https://hem.example/?a=1&b='2'"))}).text(),
              "<a href=\"https://hem.example/?a=1&amp;b=&#39;2&#39;\"></a>");
    EXPECT_EQ(a({href(*Url::local("/x?a=1&b=2"))}).text(), "<a href=\"/x?a=1&amp;b=2\"></a>");
}

TEST(Html, PutsAttributesInTheTagAndTheRestBetweenTags) {
    EXPECT_EQ(
        li({cls("order"), "3 ", a({href(Url("/x")), "x"}), 60, Markup(), std::int64_t{7}, flag("hidden")})
            .text(),
        "<li class=\"order\" hidden>3 <a href=\"/x\">x</a>607</li>");
    EXPECT_EQ(join({cls("lost"), "kept"}).text(), "kept");
    EXPECT_EQ(input({flag("checked"), flag("disabled", false), attr("maxlength", 80)}).text(),
              "<input checked maxlength=\"80\">");
    EXPECT_EQ(p({Attribute{}, "x"}).text(), "<p>x</p>");
}

TEST(Html, ComposesMarkupOnceEscaped) {
    const std::vector<std::string> names = {"Inès", "<Noah>"};
    const auto items = each(names, [](const std::string& one) { return li({one}); });
    EXPECT_EQ(ul({items}).text(), "<ul><li>Inès</li><li>&lt;Noah&gt;</li></ul>");
    EXPECT_EQ(ul({std::vector<Markup>{li({"a"}), li({"b"})}}).text(), "<ul><li>a</li><li>b</li></ul>");
    EXPECT_EQ((text("<") + Markup("<br>") + when(false, text("never")) + when(true, text(">"))).text(),
              "&lt;<br>&gt;");
    EXPECT_TRUE(Markup().empty());
}

TEST(Html, KeepsALongPieceWholeWhereverItStands) {
    std::string said;
    Markup rows;
    for (int row = 0; row < 2000; ++row) {
        const Inside around(rows, "tr", {cls("row")});
        add(rows, row);
        add(rows, "<");
        said += "<tr class=\"row\">" + std::to_string(row) + "&lt;</tr>";
    }
    const Markup table = html::table({caption({"Tout"}), tbody({rows}), rows});
    EXPECT_EQ(rows.text(), said);
    EXPECT_EQ(rows.size(), said.size());
    EXPECT_EQ(table.text(), "<table><caption>Tout</caption><tbody>" + said + "</tbody>" + said + "</table>");
    Markup twice = rows;
    twice += twice;
    twice += text("!");
    EXPECT_EQ(twice.text(), said + said + "!");
    EXPECT_EQ(rows.text(), said) << "a copy is a copy";
    EXPECT_FALSE(rows.empty());
}

TEST(Html, KeepsTheNameOfAnIconInsideItsAddress) {
    EXPECT_EQ(use_icon(Url("/sprite.svg"), "log-in", "icon").text(),
              "<svg class=\"icon\" aria-hidden=\"true\"><use "
              "href=\"/sprite.svg#log-in\"/></svg>");
    const auto icon = use_icon(Url("/sprite.svg"), breaking, breaking).text();
    EXPECT_EQ(icon.find("<script"), std::string::npos) << icon;
}

TEST(Html, PrintsADocumentWithoutAnInlineScriptOrStyle) {
    const auto printed = print({.language = breaking,
                                .title = breaking,
                                .body_class = breaking,
                                .html_data = {{"theme", breaking}, {"x y", "z"}},
                                .styles = {Url("/house.css")},
                                .scripts = {Url("/house.js")},
                                .fonts = {Url("/text.woff2")},
                                .head = meta({attr("name", "robots"), attr("content", "noindex")}),
                                .body = main({breaking})});
    EXPECT_EQ(
        printed,
        "<!doctype html>\n<html lang=\"" + breaking_escaped + "\" data-theme=\"" + breaking_escaped +
            "\" data-xy=\"z\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            "content=\"width=device-width, initial-scale=1, viewport-fit=cover\"><title>" +
            breaking_escaped +
            "</title><link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"/text.woff2\">"
            "<link rel=\"stylesheet\" href=\"/house.css\"><script defer src=\"/house.js\"></script>"
            "<meta name=\"robots\" content=\"noindex\"></head><body class=\"" +
            breaking_escaped + "\"><main>" + breaking_escaped + "</main></body></html>\n");
}

}  // namespace
}  // namespace fabnum::html
