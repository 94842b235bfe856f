#pragma once

// Url: an address that may stand in a link, a form or a redirect. It is made from parts, each escaped, so
// that no text can turn it into "javascript:" or lead to another site by surprise.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace fabnum::html {

// A path of this product, written in the code: "/commandes". The compiler checks it.
class Path {
 public:
    consteval Path(const char* text) : text_(text) {
        if (text[0] != '/' || text[1] == '/' || text[1] == '\\') throw "a path starts with one slash";
        for (const char* c = text; *c; ++c)
            if (*c == '"' || *c == '<' || *c == '>' || *c == '&' || *c == '\'' || *c <= ' ')
                throw "a path has no character to escape";
    }
    std::string_view text() const { return text_; }

 private:
    const char* text_;
};

class Url {
 public:
    Url(Path path) : text_(path.text()) {}

    // Url("/commandes") / order / "etapes"
    template <class Tag>
    Url operator/(Id<Tag> id) const {
        return *this / std::to_string(id.value);
    }
    Url operator/(std::string_view segment) const;

    Url with(std::string_view name, std::string_view value) const;  // ?name=value
    Url with(std::string_view name, std::int64_t value) const;
    Url at(std::string_view fragment) const;             // #fragment, last
    static Url on_this_page(std::string_view fragment);  // "#fragment" alone

    // Addresses out of the product; nullopt unless the text is what it claims to be.
    static std::optional<Url> web(std::string_view address);   // http:// or https://
    static std::optional<Url> mail(std::string_view address);  // mailto:
    static std::optional<Url> phone(std::string_view number);  // tel:
    // A path of this product that came from outside ("where were you?"); nullopt if it could lead elsewhere.
    static std::optional<Url> local(std::string_view path);

    const std::string& text() const { return text_; }

 private:
    struct Made {};
    Url(Made, std::string text) : text_(std::move(text)) {}

    std::string text_;
};

// Text as one part of a path or query: RFC 3986 unreserved characters stay, the rest is %XX.
std::string percent_encoded(std::string_view text);

}  // namespace fabnum::html
