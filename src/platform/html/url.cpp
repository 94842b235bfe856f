#include "platform/html/url.h"

#include <algorithm>

#include "base/text.h"

namespace fabnum::html {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Printable ASCII without the characters that end or restart an address.
bool is_plain_address(std::string_view text) {
    for (const char c : text)
        if (c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '\\' || c == '`') return false;
    return !text.empty() && text.size() <= 2000;
}
bool is_unreserved(char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

}  // namespace

std::string percent_encoded(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), is_unreserved)) return std::string(text);
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (is_unreserved(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', hex[byte >> 4], hex[byte & 15]};
        }
    }
    return out;
}

Url Url::operator/(std::string_view segment) const {
    std::string text = text_;
    if (!text.ends_with('/')) text += '/';
    // A segment of dots would climb to another path; encoded dots are still dots, so they are dropped.
    if (segment != "." && segment != "..") text += percent_encoded(segment);
    return {Made{}, std::move(text)};
}

Url Url::with(std::string_view name, std::string_view value) const {
    const char joint = text_.find('?') == std::string::npos ? '?' : '&';
    return {Made{}, text_ + joint + percent_encoded(name) + '=' + percent_encoded(value)};
}

Url Url::with(std::string_view name, std::int64_t value) const {
    return with(name, std::to_string(value));
}

Url Url::at(std::string_view fragment) const {
    return {Made{}, text_ + '#' + percent_encoded(fragment)};
}

Url Url::on_this_page(std::string_view fragment) {
    return {Made{}, '#' + percent_encoded(fragment)};
}

std::optional<Url> Url::web(std::string_view address) {
    const auto text = trimmed(address);
    if (!text.starts_with("https://") && !text.starts_with("http://")) return std::nullopt;
    if (text.ends_with("//") || !is_plain_address(text)) return std::nullopt;
    return Url{Made{}, std::string(text)};
}

std::optional<Url> Url::mail(std::string_view address) {
    const auto text = trimmed(address);
    const auto at = text.find('@');
    if (at == 0 || at == std::string_view::npos || at + 1 == text.size()) return std::nullopt;
    return Url{Made{},
               "mailto:" + percent_encoded(text.substr(0, at)) + '@' + percent_encoded(text.substr(at + 1))};
}

std::optional<Url> Url::phone(std::string_view number) {
    std::string digits;
    for (const char c : number) {
        if (is_digit(c) || (c == '+' && digits.empty()))
            digits += c;
        else if (c != ' ' && c != '.' && c != '-')
            return std::nullopt;
    }
    if (digits.size() < 3) return std::nullopt;
    return Url{Made{}, "tel:" + digits};
}

std::optional<Url> Url::local(std::string_view path) {
    if (!path.starts_with('/') || path.starts_with("//") || !is_plain_address(path)) return std::nullopt;
    return Url{Made{}, std::string(path)};
}

}  // namespace fabnum::html
