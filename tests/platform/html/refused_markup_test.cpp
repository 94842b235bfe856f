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
    const std::vector<std::string> lines = {R"code(attr("onclick", typed());)code",
                                            R"code(attr("style", typed());)code",
                                            R"code(attr("srcdoc", typed());)code",
                                            R"code(attr("href", typed());)code",
                                            R"code(attr("src", typed());)code",
                                            R"code(attr("action", typed());)code",
                                            R"code(attr("formaction", typed());)code",
                                            R"code(attr("xlink:href", typed());)code",
                                            R"code(attr("a b", typed());)code",
                                            R"code(attr("a=", typed());)code",
                                            R"code(attr(typed().c_str(), "x");)code",
                                            R"code(element(typed().c_str(), {});)code",
                                            R"code(data(typed().c_str(), "x");)code",
                                            R"code(data("a\" onclick=\"x", "1");)code",
                                            R"code(aria("label><script", "1");)code",
                                            R"code(href(typed());)code",
                                            R"code(href(Url("commandes"));)code",
                                            R"code(href(Url("//evil.example"));)code",
                                            R"code(href(Url("/\\evil.example"));)code",
                                            R"code(href(Url("javascript:alert(1)"));)code",
                                            R"code(Url url("/a b");)code",
                                            R"code(Url url("/\"x");)code",
                                            R"code(Url url(typed().c_str());)code",
                                            R"code(Markup markup(typed());)code",
                                            R"code(Markup markup(typed().c_str());)code",
                                            R"code(Markup::Literal literal(typed().c_str());)code",
                                            R"code(Markup markup; markup += typed();)code",
                                            R"code(Markup markup; markup.end_ = typed();)code"};
    EXPECT_EQ(support::refused_lines(before, lines), support::all_of(lines));
}

TEST(Markup, IsTakenByTheCompilerWhenItIsMadeAsItShould) {
    const std::vector<std::string> lines = {
        R"code(attr("title", typed());)code", R"code(attr("viewBox", "0 0 24 24");)code",
        R"code(div({href(Url("/commandes")), src(Url("/commandes") / typed())});)code",
        R"code(Markup markup("<br>"); markup += text(typed());)code"};
    EXPECT_EQ(support::refused_lines(before, lines), std::set<std::size_t>{});
}

}  // namespace
}  // namespace fabnum::html
