#include "platform/html/html.h"

#include <array>
#include <charconv>

namespace fabnum::html {

namespace {

// From this size on, a piece of page is shared instead of copied.
constexpr std::size_t long_piece = 4096;

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

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_escaped(out, value);
    out += '"';
}

// data-… names of a document are plain strings: anything unexpected in them is dropped.
std::string data_name(std::string_view what) {
    std::string name("data-");
    for (const char c : what)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') name += c;
    return name;
}

}  // namespace

// The only maker of Markup from text.
struct Maker {
    static std::string& end_of(Markup& markup) { return markup.end_; }
    static void append(std::string& out, const Markup& markup) {
        for (const auto& part : markup.shared_) out += *part;
        out += markup.end_;
    }

    static Attribute attribute(std::string_view family, std::string_view name, std::string_view value) {
        Attribute made = flag(name);
        made.family_ = family;
        made.value_.emplace(value);
        return made;
    }
    static Attribute flag(std::string_view name) {
        Attribute made;
        made.name_ = name;
        return made;
    }

    static void append(std::string& out, const Attribute& attribute) {
        if (attribute.name_.empty()) return;
        out += ' ';
        out += attribute.family_;
        out += attribute.name_;
        if (!attribute.value_) return;
        out += "=\"";
        append_escaped(out, *attribute.value_);
        out += '"';
    }

    static void append(Markup& out, const Markup& more) {
        if (!more.shared_.empty()) {
            if (!out.end_.empty()) share(out);
            out.shared_.insert(out.shared_.end(), more.shared_.begin(), more.shared_.end());
        }
        out.end_ += more.end_;
    }

    // The end of what is written so far becomes one of the parts that are shared.
    static void share(Markup& out) {
        out.shared_.push_back(std::make_shared<const std::string>(std::move(out.end_)));
        out.end_ = {};
    }
    static void share_when_long(Markup& out) {
        if (out.end_.size() < long_piece) return;
        share(out);
        out.end_.reserve(long_piece + long_piece / 4);
    }

    static void append_content(Markup& out, const Node& node) {
        append_escaped(out.end_, node.text_);
        for (const Markup& piece : node.pieces_) append(out, piece);
    }
    static void append_content(Markup& out, Nodes nodes) {
        for (const Node& node : nodes) append_content(out, node);
    }
    static void append_start(Markup& out, std::string_view name, Nodes nodes) {
        out.end_ += '<';
        out.end_ += name;
        for (const Node& node : nodes)
            if (node.attribute_ != nullptr) append(out.end_, *node.attribute_);
        out.end_ += '>';
    }
    static void append_end(Markup& out, std::string_view name) {
        out.end_ += "</";
        out.end_ += name;
        out.end_ += '>';
        share_when_long(out);
    }

    // About how many bytes the element will have that are not shared.
    static std::size_t size_of(std::string_view name, Nodes nodes) {
        std::size_t size = 2 * name.size() + 16;  // some room for what is escaped
        for (const Node& node : nodes) {
            size += node.text_.size();
            for (const Markup& piece : node.pieces_) size += piece.end_.size();
            if (const Attribute* one = node.attribute_)
                size += one->family_.size() + one->name_.size() + (one->value_ ? one->value_->size() : 0) + 4;
        }
        return size;
    }
};

std::size_t Markup::size() const {
    std::size_t size = end_.size();
    for (const auto& part : shared_) size += part->size();
    return size;
}

std::string Markup::text() const {
    std::string all;
    all.reserve(size());
    Maker::append(all, *this);
    return all;
}

Markup& Markup::operator+=(const Markup& more) {
    if (&more == this) return *this += Markup(more);
    Maker::append(*this, more);
    Maker::share_when_long(*this);
    return *this;
}

Attribute attr(Name name, std::string_view value) {
    return Maker::attribute({}, name.text(), value);
}
Attribute attr(Name name, std::int64_t value) {
    return Maker::attribute({}, name.text(), std::to_string(value));
}
Attribute flag(Name name, bool present) {
    return present ? Maker::flag(name.text()) : Attribute{};
}
Attribute cls(std::string_view classes) {
    return Maker::attribute({}, "class", classes);
}
Attribute id(std::string_view value) {
    return Maker::attribute({}, "id", value);
}
Attribute type(std::string_view value) {
    return Maker::attribute({}, "type", value);
}
Attribute name(std::string_view value) {
    return Maker::attribute({}, "name", value);
}
Attribute value(std::string_view value) {
    return Maker::attribute({}, "value", value);
}
Attribute role(std::string_view value) {
    return Maker::attribute({}, "role", value);
}
Attribute aria(Suffix what, std::string_view value) {
    return Maker::attribute("aria-", what.text(), value);
}
Attribute data(Suffix what, std::string_view value) {
    return Maker::attribute("data-", what.text(), value);
}
Attribute href(const Url& url) {
    return Maker::attribute({}, "href", url.text());
}
Attribute src(const Url& url) {
    return Maker::attribute({}, "src", url.text());
}
Attribute action(const Url& url) {
    return Maker::attribute({}, "action", url.text());
}
Attribute formaction(const Url& url) {
    return Maker::attribute({}, "formaction", url.text());
}

Node::Node(std::int64_t number) {
    const auto end = std::to_chars(digits_.data(), digits_.data() + digits_.size(), number).ptr;
    text_ = {digits_.data(), end};
}

Markup text(std::string_view text) {
    Markup made;
    append_escaped(Maker::end_of(made), text);
    return made;
}

Markup join(Nodes nodes) {
    Markup made;
    Maker::append_content(made, nodes);
    Maker::share_when_long(made);
    return made;
}

void add(Markup& all, const Node& node) {
    Maker::append_content(all, node);
    Maker::share_when_long(all);
}

Inside::Inside(Markup& all, Name name, Nodes nodes) : all_(all), name_(name) {
    Maker::append_start(all, name.text(), nodes);
    Maker::append_content(all, nodes);
}
Inside::~Inside() {
    Maker::append_end(all_, name_.text());
}

Markup element(Name name, Nodes nodes) {
    Markup made;
    Maker::end_of(made).reserve(Maker::size_of(name.text(), nodes));
    Maker::append_start(made, name.text(), nodes);
    Maker::append_content(made, nodes);
    Maker::append_end(made, name.text());
    return made;
}

Markup void_element(Name name, Nodes nodes) {
    Markup made;
    Maker::end_of(made).reserve(Maker::size_of(name.text(), nodes));
    Maker::append_start(made, name.text(), nodes);
    return made;
}

Markup use_icon(const Url& sprite, std::string_view name, std::string_view classes) {
    Markup made;
    std::string& out = Maker::end_of(made);
    out.reserve(sprite.text().size() + name.size() + classes.size() + 80);
    out += "<svg";
    append_attribute(out, "class", classes);
    out += " aria-hidden=\"true\"><use href=\"";
    append_escaped(out, sprite.text());
    out += '#';
    out += percent_encoded(name);
    out += "\"/></svg>";
    return made;
}

std::string print(const Document& document) {
    std::string out;
    out.reserve(document.body.size() + document.head.size() + 2048);
    out += "<!doctype html>\n<html";
    append_attribute(out, "lang", document.language);
    for (const auto& [what, value] : document.html_data) append_attribute(out, data_name(what), value);
    out +=
        "><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\"><title>";
    append_escaped(out, document.title);
    out += "</title>";
    for (const Url& font : document.fonts) {
        out += "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin";
        append_attribute(out, "href", font.text());
        out += '>';
    }
    for (const Url& style : document.styles) {
        out += "<link rel=\"stylesheet\"";
        append_attribute(out, "href", style.text());
        out += '>';
    }
    for (const Url& script : document.scripts) {
        out += "<script defer";
        append_attribute(out, "src", script.text());
        out += "></script>";
    }
    Maker::append(out, document.head);
    out += "</head><body";
    if (!document.body_class.empty()) append_attribute(out, "class", document.body_class);
    out += '>';
    Maker::append(out, document.body);
    out += "</body></html>\n";
    return out;
}

}  // namespace fabnum::html
