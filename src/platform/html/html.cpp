#include "platform/html/html.h"

namespace fabnum::html {

// The only maker of Markup from text.
struct Maker {
    static Markup trusted(std::string html) {
        Markup markup;
        markup.html_ = std::move(html);
        return markup;
    }
    static std::string take(Markup markup) { return std::move(markup.html_); }
    static const std::string& text(const Node& node) { return node.text_; }
    static bool is_attribute(const Node& node) { return node.is_attribute_; }
};

namespace {

// One set of escapes serves text and double-quoted attributes (HTML Living Standard, 13.3).
void append_escaped(std::string& out, std::string_view text) {
    for (;;) {
        const auto at = text.find_first_of("&<>\"'");
        out.append(text.substr(0, at));
        if (at == std::string_view::npos) return;
        switch (text[at]) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += "&#39;"; break;
        }
        text.remove_prefix(at + 1);
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    append_escaped(out, text);
    return out;
}

Attribute attribute(std::string_view name, std::string_view value) {
    std::string out;
    out.reserve(name.size() + value.size() + 12);
    out += ' ';
    out += name;
    out += "=\"";
    append_escaped(out, value);
    out += '"';
    return {std::move(out)};
}

// The open tag with its attributes, then room for what follows.
std::string opened(std::string_view name, Nodes nodes) {
    std::size_t size = 2 * name.size() + 5;
    for (const Node& node : nodes) size += Maker::text(node).size();
    std::string out;
    out.reserve(size);
    out += '<';
    out += name;
    for (const Node& node : nodes)
        if (Maker::is_attribute(node)) out += Maker::text(node);
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

Node::Node(const char* text) : text_(escaped(text)) {}
Node::Node(std::string_view text) : text_(escaped(text)) {}
Node::Node(const std::string& text) : text_(escaped(text)) {}
Node::Node(std::int64_t number) : text_(std::to_string(number)) {}
Node::Node(Markup markup) : text_(Maker::take(std::move(markup))) {}
Node::Node(const std::vector<Markup>& pieces) {
    for (const Markup& piece : pieces) text_ += piece.text();
}

Markup text(std::string_view text) {
    return Maker::trusted(escaped(text));
}

Markup join(Nodes nodes) {
    std::string out;
    for (const Node& node : nodes)
        if (!Maker::is_attribute(node)) out += Maker::text(node);
    return Maker::trusted(std::move(out));
}

Markup element(Name name, Nodes nodes) {
    std::string out = opened(name.text(), nodes);
    for (const Node& node : nodes)
        if (!Maker::is_attribute(node)) out += Maker::text(node);
    out += "</";
    out += name.text();
    out += '>';
    return Maker::trusted(std::move(out));
}

Markup void_element(Name name, Nodes nodes) {
    return Maker::trusted(opened(name.text(), nodes));
}

Markup use_icon(const Url& sprite, std::string_view name, std::string_view classes) {
    std::string out = "<svg";
    out += attribute("class", classes).text;
    out += " aria-hidden=\"true\" focusable=\"false\"><use";
    out += attribute("href", sprite.at(name).text()).text;
    out += "/></svg>";
    return Maker::trusted(std::move(out));
}

std::string print(const Document& document) {
    std::string out = "<!doctype html>\n<html";
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
