#include "platform/http/decoding.h"

#include <algorithm>

#include "base/text.h"

namespace fabnum::http {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_control(char c) {
    return (static_cast<unsigned char>(c) < 0x20) || c == 0x7F;
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// The byte that "%XX" at `at` stands for, or -1.
int escaped_byte(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size()) return -1;
    const int high = digit(text[at + 1]);
    const int low = digit(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// As browsers write forms: '+' is a space, and a '%' that escapes nothing is itself.
std::string form_decoded(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int byte = text[at] == '%' ? escaped_byte(text, at) : -1;
        if (byte >= 0) {
            plain += static_cast<char>(byte);
            at += 2;
        } else {
            plain += text[at] == '+' ? ' ' : text[at];
        }
    }
    return plain;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::vector<std::string_view> parts_of(std::string_view list, char separator) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        const std::string_view part = without_blanks(list.substr(0, end));
        if (!part.empty()) parts.push_back(part);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

bool lists(std::string_view list, std::string_view word) {
    const auto parts = parts_of(list, ',');
    return std::any_of(parts.begin(), parts.end(), [&](auto part) { return same_word(part, word); });
}

std::string repaired(std::string_view bytes) {
    if (is_utf8(bytes)) return std::string(bytes);
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t length = 1;
        while (length <= 4 && at + length <= bytes.size() && !is_utf8(bytes.substr(at, length))) ++length;
        const bool found = length <= 4 && at + length <= bytes.size();
        if (found)
            text += bytes.substr(at, length);
        else
            text += "\xEF\xBF\xBD";
        at += found ? length : 1;
    }
    return text;
}

std::optional<std::string> decoded_path(std::string_view path) {
    if (!path.starts_with('/')) return std::nullopt;
    std::string plain;
    plain.reserve(path.size());
    for (std::size_t at = 0; at < path.size(); ++at) {
        char c = path[at];
        if (c == '%') {
            const int byte = escaped_byte(path, at);
            if (byte < 0 || byte == '/') return std::nullopt;
            c = static_cast<char>(byte);
            at += 2;
        }
        if (c == '\\' || is_control(c)) return std::nullopt;
        plain += c;
    }
    for (const std::string_view part : parts_of(plain, '/'))
        if (part == "." || part == "..") return std::nullopt;
    if (!is_utf8(plain)) return std::nullopt;
    return plain;
}

bool add_urlencoded(std::string_view text, Fields& fields) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        const std::size_t sign = std::min(pair.find('='), pair.size());
        std::string name = form_decoded(pair.substr(0, sign));
        std::string value = form_decoded(pair.substr(std::min(sign + 1, pair.size())));
        if (!is_utf8(name) || !is_utf8(value)) return false;
        fields.add(std::move(name), std::move(value));
    }
    return true;
}

void add_cookies(std::string_view header, Fields& cookies) {
    for (const std::string_view pair : parts_of(header, ';')) {
        const std::size_t sign = pair.find('=');
        if (sign == std::string_view::npos || sign == 0) continue;
        std::string_view value = without_blanks(pair.substr(sign + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        cookies.add(repaired(without_blanks(pair.substr(0, sign))), repaired(value));
    }
}

std::optional<std::string> parameter(std::string_view header, std::string_view name) {
    std::size_t at = header.find(';');
    while (at < header.size()) {
        ++at;
        while (at < header.size() && (header[at] == ' ' || header[at] == '\t')) ++at;
        const std::size_t name_end = std::min(header.find_first_of("=;", at), header.size());
        const std::string_view found = without_blanks(header.substr(at, name_end - at));
        std::string value;
        at = name_end;
        if (at < header.size() && header[at] == '=') {
            ++at;
            while (at < header.size() && (header[at] == ' ' || header[at] == '\t')) ++at;
            if (at < header.size() && header[at] == '"') {
                for (++at; at < header.size() && header[at] != '"'; ++at) {
                    if (header[at] == '\\' && at + 1 < header.size() && header[at + 1] == '"') ++at;
                    value += header[at];
                }
                at = std::min(header.find(';', at), header.size());
            } else {
                const std::size_t end = std::min(header.find(';', at), header.size());
                value = without_blanks(header.substr(at, end - at));
                at = end;
            }
        }
        if (same_word(found, name)) return value;
    }
    return std::nullopt;
}

std::string kind_of(std::string_view header) {
    std::string kind(without_blanks(header.substr(0, header.find(';'))));
    for (char& c : kind) c = lower(c);
    return kind;
}

std::string plain_file_name(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    std::string plain;
    for (const char c : name)
        if (!is_control(c)) plain += c;
    plain = shortened(trimmed(repaired(plain)), 200);
    return plain.empty() || plain == "." || plain == ".." ? "file" : plain;
}

}  // namespace fabnum::http
