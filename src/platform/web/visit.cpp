#include "platform/web/visit.h"

#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"

namespace fabnum::web {

namespace {

// The key a form carries, tied to what the form says: sent twice it is the same act; changed after a step
// back it is a new one.
std::string once_of(const http::Request& request) {
    const auto key = request.form.get("once");
    if (key.size() < 20 || key.size() > 64) return {};
    crypto::Sha256 typed;
    typed.add(request.path);
    for (const auto& [name, value] : request.form.items()) {
        typed.add("\n" + name + "=");
        typed.add(value);
    }
    for (const auto& upload : request.uploads)
        typed.add("\n" + upload.field + "=" + upload.file_name + ":" + std::to_string(upload.size));
    return std::string(key) + "." + crypto::hex(typed.finish()).substr(0, 24);
}

std::string decoded(std::string_view text) {
    std::string out;
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

// The notice travels in a cookie of the next page: key&name=value&name=value, each part percent-encoded.
std::optional<Notice> notice_from(std::string_view cookie) {
    if (cookie.empty() || cookie.size() > 1500) return std::nullopt;
    Notice notice;
    bool first = true;
    while (!cookie.empty()) {
        const auto end = cookie.find('&');
        const auto part = cookie.substr(0, end);
        if (first) {
            notice.key = decoded(part);
        } else if (const auto equals = part.find('='); equals != std::string_view::npos) {
            notice.facts.emplace_back(decoded(part.substr(0, equals)), decoded(part.substr(equals + 1)));
        }
        first = false;
        if (end == std::string_view::npos) break;
        cookie.remove_prefix(end + 1);
    }
    return notice;
}

}  // namespace

Visit::Visit(const http::Request& request, Visitor visitor, Instant now)
    : request_(request),
      visitor_(std::move(visitor)),
      words_(visitor_.voice),
      now_(now),
      today_(clock::day_in(visitor_.zone, now)),
      minute_(clock::minutes_in(visitor_.zone, now)),
      once_(once_of(request)),
      heard_(notice_from(request.cookies.get("said"))) {}

void Visit::say(std::string_view key, std::vector<std::pair<std::string, std::string>> facts) {
    said_ = Notice{std::string(key), std::move(facts)};
}

void Visit::set_cookie(std::string_view name, std::string_view value,
                       std::optional<std::chrono::seconds> lasts) {
    std::string cookie = std::string(name) + "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Lax";
    if (request_.secure) cookie += "; Secure";
    if (lasts) cookie += "; Max-Age=" + std::to_string(lasts->count());
    cookies_.push_back(std::move(cookie));
}

void Visit::forget_cookie(std::string_view name) {
    set_cookie(name, "", std::chrono::seconds{0});
}

std::string Visit::absolute(const html::Url& url) const {
    return std::string(request_.secure ? "https://" : "http://") + request_.host + url.text();
}

}  // namespace fabnum::web
