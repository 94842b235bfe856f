#include <gtest/gtest.h>

#include "tests/platform/html/refused_lines.h"

namespace fabnum::html {
namespace {

const std::string before = R"(
#include "platform/html/html.h"
using namespace fabnum::html;
std::string typed();
)";

TEST(Markup, IsRefusedByTheCompilerWhereTextCouldRunOrLeadElsewhere) {
    const std::vector<std::string> lines = {
        R"cpp(attr("onclick", typed());)cpp",
        R"cpp(attr("hx-on:click", typed());)cpp",
        R"cpp(attr("style", typed());)cpp",
        R"cpp(attr("srcdoc", typed());)cpp",
        R"cpp(attr("href", typed());)cpp",
        R"cpp(attr("src", typed());)cpp",
        R"cpp(attr("action", typed());)cpp",
        R"cpp(attr("formaction", typed());)cpp",
        R"cpp(attr("xlink:href", typed());)cpp",
        R"cpp(attr("hx-get", typed());)cpp",
        R"cpp(attr("hx-post", typed());)cpp",
        R"cpp(attr("hx-vals", typed());)cpp",
        R"cpp(attr("a b", typed());)cpp",
        R"cpp(attr("a=", typed());)cpp",
        R"cpp(attr(typed().c_str(), "x");)cpp",
        R"cpp(element(typed().c_str(), {});)cpp",
        R"cpp(href(typed());)cpp",
        R"cpp(href("commandes");)cpp",
        R"cpp(href("//evil.example");)cpp",
        R"cpp(href("/\\evil.example");)cpp",
        R"cpp(href("javascript:alert(1)");)cpp",
        R"cpp(Url url("commandes");)cpp",
        R"cpp(Url url("/a b");)cpp",
        R"cpp(Url url("/\"x");)cpp",
        R"cpp(Url url(typed().c_str());)cpp",
        R"cpp(Markup markup(typed());)cpp",
        R"cpp(Markup markup(typed().c_str());)cpp",
        R"cpp(Markup::Literal literal(typed().c_str());)cpp",
        R"cpp(Markup markup; markup += typed();)cpp",
        R"cpp(Markup markup; markup.html_ = typed();)cpp"};
    EXPECT_EQ(support::refused_lines(before, lines), support::all_of(lines));
}

TEST(Markup, IsTakenByTheCompilerWhenItIsMadeAsItShould) {
    const std::vector<std::string> lines = {
        R"cpp(attr("title", typed());)cpp",
        R"cpp(attr("viewBox", "0 0 24 24");)cpp",
        R"cpp(attr("hx-target", "#x");)cpp",
        R"cpp(div({href("/commandes"), href(Url("/commandes") / typed())});)cpp",
        R"cpp(Markup markup("<br>"); markup += text(typed());)cpp"};
    EXPECT_EQ(support::refused_lines(before, lines), std::set<std::size_t>{});
}

}  // namespace
}  // namespace fabnum::html
