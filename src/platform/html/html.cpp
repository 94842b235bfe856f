#include "platform/html/html.h"

#include <array>
#include <charconv>

namespace fabnum::html {

namespace {

// The characters that are escaped, the same in text and in double-quoted attributes (HTML Living Standard,
// 13.3).
constexpr auto is_escaped = [] {
    std::array<bool, 256> those{};
    for (const unsigned char c : {'&', '<', '>', '"', '\''}) those[c] = true;
    return those;
}();

void append_escaped(std::string& out, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_escaped[static_cast<unsigned char>(text[at])]) continue;
        out.append(text, from, at - from);
        from = at + 1;
        switch (text[at]) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += "&#39;"; break;
        }
    }
    out.append(text, from);
}

}  // namespace

// The only maker of Markup from text.
struct Maker {
    static Markup trusted(std::string html) {
        Markup markup;
        markup.html_ = std::move(html);
        return markup;
    }
    static bool is_attribute(const Node& node) { return node.kind_ == Node::Kind::Attribute; }
    static std::size_t size_of(const Node& node) {
        std::size_t size = node.text_.size();
        for (const Markup& piece : node.pieces_) size += piece.text().size();
        return size;
    }
    static void append_attribute(std::string& out, const Node& node) {
        if (is_attribute(node)) out += node.text_;
    }
    static void append_content(std::string& out, const Node& node) {
        switch (node.kind_) {
            case Node::Kind::Attribute: return;
            case Node::Kind::Text: return append_escaped(out, node.text_);
            case Node::Kind::Markup: out += node.text_; return;
            case Node::Kind::Pieces:
                for (const Markup& piece : node.pieces_) out += piece.text();
        }
    }
};

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    append_escaped(out, text);
    return out;
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_escaped(out, value);
    out += '"';
}

Attribute attribute(std::string_view name, std::string_view value) {
    std::string out;
    out.reserve(name.size() + value.size() + 12);
    append_attribute(out, name, value);
    return {std::move(out)};
}

// The open tag with its attributes, then room for what follows.
std::string opened(std::string_view name, Nodes nodes) {
    std::size_t size = 2 * name.size() + 16;  // some room for what is escaped
    for (const Node& node : nodes) size += Maker::size_of(node);
    std::string out;
    out.reserve(size);
    out += '<';
    out += name;
    for (const Node& node : nodes) Maker::append_attribute(out, node);
    out += '>';
    return out;
}

// data-… and aria-… names come from code but as plain strings: anything unexpected is dropped.
std::string suffixed(std::string_view prefix, std::string_view what) {
    std::string name(prefix);
    for (const char c : what)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') name += c;
    return name;
}

}  // namespace

Attribute attr(Name name, std::string_view value) {
    return attribute(name.text(), value);
}
Attribute attr(Name name, std::int64_t value) {
    return attribute(name.text(), std::to_string(value));
}
Attribute flag(Name name, bool present) {
    return present ? Attribute{" " + std::string(name.text())} : Attribute{};
}
Attribute cls(std::string_view classes) {
    return attribute("class", classes);
}
Attribute id(std::string_view value) {
    return attribute("id", value);
}
Attribute type(std::string_view value) {
    return attribute("type", value);
}
Attribute name(std::string_view value) {
    return attribute("name", value);
}
Attribute value(std::string_view value) {
    return attribute("value", value);
}
Attribute role(std::string_view value) {
    return attribute("role", value);
}
Attribute aria(std::string_view what, std::string_view value) {
    return attribute(suffixed("aria-", what), value);
}
Attribute data(std::string_view what, std::string_view value) {
    return attribute(suffixed("data-", what), value);
}
Attribute href(const Url& url) {
    return attribute("href", url.text());
}
Attribute src(const Url& url) {
    return attribute("src", url.text());
}
Attribute action(const Url& url) {
    return attribute("action", url.text());
}
Attribute formaction(const Url& url) {
    return attribute("formaction", url.text());
}

Node::Node(std::int64_t number) {
    const auto end = std::to_chars(digits_.data(), digits_.data() + digits_.size(), number).ptr;
    text_ = {digits_.data(), end};
}

Markup text(std::string_view text) {
    return Maker::trusted(escaped(text));
}

Markup join(Nodes nodes) {
    std::string out;
    for (const Node& node : nodes) Maker::append_content(out, node);
    return Maker::trusted(std::move(out));
}

Markup element(Name name, Nodes nodes) {
    std::string out = opened(name.text(), nodes);
    for (const Node& node : nodes) Maker::append_content(out, node);
    out += "</";
    out += name.text();
    out += '>';
    return Maker::trusted(std::move(out));
}

Markup void_element(Name name, Nodes nodes) {
    return Maker::trusted(opened(name.text(), nodes));
}

Markup use_icon(const Url& sprite, std::string_view name, std::string_view classes) {
    std::string out;
    out.reserve(sprite.text().size() + name.size() + classes.size() + 80);
    out += "<svg";
    append_attribute(out, "class", classes);
    out += " aria-hidden=\"true\" focusable=\"false\"><use href=\"";
    append_escaped(out, sprite.text());
    out += '#';
    out += percent_encoded(name);
    out += "\"/></svg>";
    return Maker::trusted(std::move(out));
}

std::string print(const Document& document) {
    std::string out;
    out.reserve(document.body.text().size() + document.head.text().size() + 2048);
    out += "<!doctype html>\n<html";
    out += attribute("lang", document.language).text;
    for (const auto& [what, value] : document.html_data) out += data(what, value).text;
    out +=
        "><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\"><title>";
    append_escaped(out, document.title);
    out += "</title>";
    for (const Url& font : document.fonts)
        out += "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin" + href(font).text + ">";
    for (const Url& style : document.styles) out += "<link rel=\"stylesheet\"" + href(style).text + ">";
    for (const Url& script : document.scripts) out += "<script defer" + src(script).text + "></script>";
    out += document.head.text();
    out += "</head><body";
    if (!document.body_class.empty()) out += cls(document.body_class).text;
    out += '>';
    out += document.body.text();
    out += "</body></html>\n";
    return out;
}

}  // namespace fabnum::html
