#include "platform/http/message.h"

#include "platform/http/decoding.h"

namespace fabnum::http {

namespace {

Response typed(std::string_view type, std::string body, int status) {
    Response response;
    response.status = status;
    response.with("Content-Type", std::string(type));
    response.body = std::move(body);
    return response;
}

}  // namespace

std::string_view word_of(Method method) {
    switch (method) {
        case Method::Get: return "GET";
        case Method::Head: return "HEAD";
        case Method::Post: return "POST";
        case Method::Put: return "PUT";
        case Method::Delete: return "DELETE";
        case Method::Options: return "OPTIONS";
        case Method::Other: return "OTHER";
    }
    return "OTHER";
}

void Fields::add(std::string name, std::string value) {
    items_.emplace_back(std::move(name), std::move(value));
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
    for (const auto& [key, value] : items_)
        if (same(key, name)) return value;
    return std::nullopt;
}

std::string_view Fields::get(std::string_view name) const {
    return find(name).value_or(std::string_view());
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : items_)
        if (same(key, name)) values.push_back(value);
    return values;
}

bool Fields::same(std::string_view a, std::string_view b) const {
    return names_ == Names::AnyCase ? same_word(a, b) : a == b;
}

Response page(std::string html, int status) {
    return typed("text/html; charset=utf-8", std::move(html), status);
}

Response text(std::string text, int status) {
    return typed("text/plain; charset=utf-8", std::move(text), status);
}

Response json(std::string json, int status) {
    return typed("application/json", std::move(json), status);
}

Response see_other(const html::Url& url) {
    Response response;
    response.status = 303;
    return response.with("Location", url.text());
}

Response download(std::string bytes, std::string_view type, std::string_view file_name) {
    return typed(type, std::move(bytes), 200)
        .with("Content-Disposition", content_disposition("attachment", file_name));
}

std::string content_disposition(std::string_view kind, std::string_view file_name) {
    const std::string name = plain_file_name(file_name);
    std::string fallback;
    bool is_plain = true;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool fits = byte >= 0x20 && byte < 0x7F && c != '"' && c != '%';
        if (fits)
            fallback += c;
        else if ((byte & 0xC0) != 0x80)
            fallback += '_';  // one per character, not per byte
        is_plain = is_plain && fits;
    }
    std::string header = std::string(kind) + "; filename=\"" + fallback + "\"";
    if (!is_plain) header += "; filename*=UTF-8''" + html::percent_encoded(name);
    return header;
}

}  // namespace fabnum::http
