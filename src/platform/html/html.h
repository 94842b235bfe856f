#pragma once

// HTML as C++ values. Text becomes a text node, escaped; only this folder can make Markup, so nothing else
// can put unescaped text on a page. Elements are functions:
//
//     li({cls("order"), a({href(order_path(order.id)), order.title}), " ", badge(order.state)})

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/html/url.h"

namespace fabnum::html {

// A piece of page, already escaped. What is short is copied into what it becomes a part of; what is long is
// shared by all that hold it, so that a table is not copied once for each element around it.
class Markup {
 public:
    Markup() = default;  // nothing

    // Markup written in the code, as it stands; only a constant of the program can be one.
    class Literal {
     public:
        consteval Literal(const char* text) : text_(text) {}
        std::string_view text() const { return text_; }

     private:
        const char* text_;
    };
    Markup(Literal literal) : end_(literal.text()) {}

    std::string text() const;
    std::size_t size() const;
    bool empty() const { return end_.empty() && shared_.empty(); }
    Markup& operator+=(const Markup& more);
    friend Markup operator+(Markup a, const Markup& b) { return std::move(a += b); }

 private:
    friend struct Maker;
    std::vector<std::shared_ptr<const std::string>> shared_;  // the long parts, then
    std::string end_;
};

// The name of an attribute: a constant, and none that would run its value or take a style or an address
// (those have their own functions: href, src, action).
class Name {
 public:
    consteval Name(const char* text) : text_(text) {
        // HTML takes names in any case: they are judged in small letters.
        char small[64] = {};
        std::size_t size = 0;
        for (const char* c = text; *c; ++c) {
            if (size + 1 == sizeof small) throw "an attribute name is short";
            small[size++] = *c >= 'A' && *c <= 'Z' ? static_cast<char>(*c - 'A' + 'a') : *c;
        }
        const std::string_view name(small, size);
        for (const char c : name)
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':' ||
                  (c >= 'A' && c <= 'Z')))
                throw "an attribute name is letters, digits, '-' and ':'";
        if (name.starts_with("on")) throw "no inline handlers";
        if (name == "style" || name == "srcdoc") throw "no inline style or document";
        if (name == "href" || name == "src" || name == "action" || name == "formaction" || name == "poster" ||
            name == "xlink:href" || name == "data" || name == "ping" || name == "background" ||
            name == "srcset")
            throw "an address has its own function";
        if (name == "script" || name == "iframe" || name == "object" || name == "embed" || name == "base")
            throw "no element that brings in another document or a program";
    }
    std::string_view text() const { return text_; }

 private:
    const char* text_;
};

// What follows "aria-" or "data-" in the name of an attribute: a constant of small letters, digits and '-'.
class Suffix {
 public:
    consteval Suffix(const char* text) : text_(text) {
        for (const char* c = text; *c; ++c)
            if (!((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '-'))
                throw "the rest of a name is small letters, digits and '-'";
    }
    std::string_view text() const { return text_; }

 private:
    const char* text_;
};

// One attribute, not yet escaped; the default is none at all. Its name is made of constants.
class Attribute {
 public:
    Attribute() = default;

 private:
    friend struct Maker;
    std::string_view family_ = {};  // "aria-", "data-" or nothing
    std::string_view name_ = {};
    std::optional<std::string> value_ = {};  // none: a boolean attribute
};

Attribute attr(Name name, std::string_view value);
Attribute attr(Name name, std::int64_t value);
Attribute flag(Name name, bool present = true);  // a boolean attribute: checked, disabled, required
Attribute cls(std::string_view classes);
Attribute id(std::string_view value);
Attribute type(std::string_view value);
Attribute name(std::string_view value);
Attribute value(std::string_view value);
Attribute role(std::string_view value);
Attribute aria(Suffix what, std::string_view value);  // aria-label="…"
Attribute data(Suffix what, std::string_view value);  // data-step="…"
Attribute href(const Url& url);
Attribute src(const Url& url);
Attribute action(const Url& url);
Attribute formaction(const Url& url);

// What may stand between the braces of an element: text, markup, or (first) attributes. It only looks at what
// it stands for, and lives as long as the braces do.
class Node {
 public:
    Node(const char* text) : text_(text) {}
    Node(std::string_view text) : text_(text) {}
    Node(const std::string& text) : text_(text) {}
    Node(std::int64_t number);
    Node(int number) : Node(static_cast<std::int64_t>(number)) {}
    Node(const Markup& markup) : pieces_(&markup, 1) {}
    Node(const Attribute& attribute) : attribute_(&attribute) {}
    Node(const std::vector<Markup>& pieces) : pieces_(pieces) {}
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

 private:
    friend struct Maker;
    // One of the three.
    std::string_view text_ = {};  // not yet escaped
    std::span<const Markup> pieces_ = {};
    const Attribute* attribute_ = nullptr;
    std::array<char, 20> digits_;  // of a number, where text_ then looks
};
using Nodes = std::initializer_list<Node>;

Markup text(std::string_view text);  // just text
Markup join(Nodes nodes);            // several things, no element around
inline Markup when(bool condition, Markup markup) {
    return condition ? std::move(markup) : Markup();
}

// Each item through `piece`, one after the other.
template <class Items, class Piece>
Markup each(const Items& items, Piece&& piece) {
    Markup all;
    for (const auto& item : items) all += piece(item);
    return all;
}

// For what is long, like the rows of a table: written behind what is there, not made first and then copied.
void add(Markup& all, const Node& node);
// What is added while it lives is inside of the element.
class Inside {
 public:
    Inside(Markup& all, Name name, Nodes nodes = {});
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

 private:
    Markup& all_;
    Name name_;
};

// One element of any name; the name is a constant.
Markup element(Name name, Nodes nodes);
Markup void_element(Name name, Nodes nodes);

inline Markup a(Nodes nodes) {
    return element("a", nodes);
}
inline Markup abbr(Nodes nodes) {
    return element("abbr", nodes);
}
inline Markup article(Nodes nodes) {
    return element("article", nodes);
}
inline Markup aside(Nodes nodes) {
    return element("aside", nodes);
}
inline Markup audio(Nodes nodes) {
    return element("audio", nodes);
}
inline Markup b(Nodes nodes) {
    return element("b", nodes);
}
inline Markup blockquote(Nodes nodes) {
    return element("blockquote", nodes);
}
inline Markup button(Nodes nodes) {
    return element("button", nodes);
}
inline Markup caption(Nodes nodes) {
    return element("caption", nodes);
}
inline Markup code(Nodes nodes) {
    return element("code", nodes);
}
inline Markup dd(Nodes nodes) {
    return element("dd", nodes);
}
inline Markup del(Nodes nodes) {
    return element("del", nodes);
}
inline Markup details(Nodes nodes) {
    return element("details", nodes);
}
inline Markup dialog(Nodes nodes) {
    return element("dialog", nodes);
}
inline Markup div(Nodes nodes) {
    return element("div", nodes);
}
inline Markup dl(Nodes nodes) {
    return element("dl", nodes);
}
inline Markup dt(Nodes nodes) {
    return element("dt", nodes);
}
inline Markup em(Nodes nodes) {
    return element("em", nodes);
}
inline Markup fieldset(Nodes nodes) {
    return element("fieldset", nodes);
}
inline Markup figcaption(Nodes nodes) {
    return element("figcaption", nodes);
}
inline Markup figure(Nodes nodes) {
    return element("figure", nodes);
}
inline Markup footer(Nodes nodes) {
    return element("footer", nodes);
}
inline Markup form(Nodes nodes) {
    return element("form", nodes);
}
inline Markup h1(Nodes nodes) {
    return element("h1", nodes);
}
inline Markup h2(Nodes nodes) {
    return element("h2", nodes);
}
inline Markup h3(Nodes nodes) {
    return element("h3", nodes);
}
inline Markup h4(Nodes nodes) {
    return element("h4", nodes);
}
inline Markup header(Nodes nodes) {
    return element("header", nodes);
}
inline Markup i(Nodes nodes) {
    return element("i", nodes);
}
inline Markup kbd(Nodes nodes) {
    return element("kbd", nodes);
}
inline Markup label(Nodes nodes) {
    return element("label", nodes);
}
inline Markup legend(Nodes nodes) {
    return element("legend", nodes);
}
inline Markup li(Nodes nodes) {
    return element("li", nodes);
}
inline Markup main(Nodes nodes) {
    return element("main", nodes);
}
inline Markup mark(Nodes nodes) {
    return element("mark", nodes);
}
inline Markup nav(Nodes nodes) {
    return element("nav", nodes);
}
inline Markup ol(Nodes nodes) {
    return element("ol", nodes);
}
inline Markup optgroup(Nodes nodes) {
    return element("optgroup", nodes);
}
inline Markup option(Nodes nodes) {
    return element("option", nodes);
}
inline Markup output(Nodes nodes) {
    return element("output", nodes);
}
inline Markup p(Nodes nodes) {
    return element("p", nodes);
}
inline Markup pre(Nodes nodes) {
    return element("pre", nodes);
}
inline Markup progress(Nodes nodes) {
    return element("progress", nodes);
}
inline Markup search(Nodes nodes) {
    return element("search", nodes);
}
inline Markup section(Nodes nodes) {
    return element("section", nodes);
}
inline Markup select(Nodes nodes) {
    return element("select", nodes);
}
inline Markup small(Nodes nodes) {
    return element("small", nodes);
}
inline Markup span(Nodes nodes) {
    return element("span", nodes);
}
inline Markup strong(Nodes nodes) {
    return element("strong", nodes);
}
inline Markup sub(Nodes nodes) {
    return element("sub", nodes);
}
inline Markup summary(Nodes nodes) {
    return element("summary", nodes);
}
inline Markup sup(Nodes nodes) {
    return element("sup", nodes);
}
inline Markup table(Nodes nodes) {
    return element("table", nodes);
}
inline Markup tbody(Nodes nodes) {
    return element("tbody", nodes);
}
inline Markup td(Nodes nodes) {
    return element("td", nodes);
}
inline Markup textarea(Nodes nodes) {
    return element("textarea", nodes);
}
inline Markup tfoot(Nodes nodes) {
    return element("tfoot", nodes);
}
inline Markup th(Nodes nodes) {
    return element("th", nodes);
}
inline Markup thead(Nodes nodes) {
    return element("thead", nodes);
}
inline Markup time(Nodes nodes) {
    return element("time", nodes);
}
inline Markup tr(Nodes nodes) {
    return element("tr", nodes);
}
inline Markup u(Nodes nodes) {
    return element("u", nodes);
}
inline Markup ul(Nodes nodes) {
    return element("ul", nodes);
}
inline Markup video(Nodes nodes) {
    return element("video", nodes);
}
inline Markup svg(Nodes nodes) {
    return element("svg", nodes);
}
inline Markup g(Nodes nodes) {
    return element("g", nodes);
}
inline Markup title(Nodes nodes) {
    return element("title", nodes);
}

inline Markup br(Nodes nodes) {
    return void_element("br", nodes);
}
inline Markup hr(Nodes nodes) {
    return void_element("hr", nodes);
}
inline Markup img(Nodes nodes) {
    return void_element("img", nodes);
}
inline Markup input(Nodes nodes) {
    return void_element("input", nodes);
}
inline Markup link(Nodes nodes) {
    return void_element("link", nodes);
}
inline Markup meta(Nodes nodes) {
    return void_element("meta", nodes);
}
inline Markup col(Nodes nodes) {
    return void_element("col", nodes);
}
// Shapes of an svg: without their closing tag, what follows would be inside them.
inline Markup path(Nodes nodes) {
    return element("path", nodes);
}
inline Markup rect(Nodes nodes) {
    return element("rect", nodes);
}
inline Markup circle(Nodes nodes) {
    return element("circle", nodes);
}
inline Markup line(Nodes nodes) {
    return element("line", nodes);
}

// The sprite's icon of that name, hidden from screen readers: it always stands beside a word.
Markup use_icon(const Url& sprite, std::string_view name, std::string_view classes);

// A whole document: `<script src>` for each script, deferred. No inline script or style exists.
struct Document {
    std::string language;  // "fr"
    std::string title;
    std::string body_class = {};
    std::vector<std::pair<std::string, std::string>> html_data = {};  // data-… on <html>: theme, comfort
    std::vector<Url> styles = {};
    std::vector<Url> scripts = {};
    std::vector<Url> fonts = {};  // preloaded
    Markup head = {};             // further links and metas
    Markup body = {};
};
std::string print(const Document& document);

}  // namespace fabnum::html
