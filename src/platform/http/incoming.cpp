#include "platform/http/incoming.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <system_error>
#include <utility>

#include "platform/http/decoding.h"

namespace fabnum::http {

namespace {

Method method_of(std::string_view word) {
    constexpr std::array known{Method::Get, Method::Head,   Method::Post,
                               Method::Put, Method::Delete, Method::Options};
    const auto* found =
        std::find_if(known.begin(), known.end(), [&](Method m) { return word_of(m) == word; });
    return found == known.end() ? Method::Other : *found;
}

// "name", "name:port", "192.0.2.1:80", "[::1]:80".
bool is_host(std::string_view text) {
    if (text.empty() || text.size() > 255) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
    });
}

// Takes "http://host" off an absolute target; the host named there wins over the header (RFC 9112 §3.2.2).
bool take_authority(std::string_view& target, std::string& host) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!same_word(target.substr(0, scheme.size()), scheme)) continue;
        target.remove_prefix(scheme.size());
        const std::size_t end = std::min(target.find_first_of("/?"), target.size());
        host = target.substr(0, end);
        target.remove_prefix(end);
        if (target.empty()) target = "/";
        return is_host(host);
    }
    return true;
}

int read_host(Request& request, const Head& head, const Peer& peer) {
    const auto hosts = head.headers.all("Host");
    request.host = peer.local_host;
    if (hosts.empty()) return head.is_old ? 0 : 400;
    if (hosts.size() > 1 || !is_host(hosts.front())) return 400;
    request.host = hosts.front();
    return 0;
}

int read_target(Request& request, const Head& head) {
    std::string_view target = head.target;
    std::string host = request.host;
    if (!take_authority(target, host)) return 400;
    request.host = host;
    if (target.find('#') != std::string_view::npos) return 400;
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string_view query = target.substr(std::min(mark + 1, target.size()));
    auto path = decoded_path(target.substr(0, mark));
    if (!path || !add_urlencoded(query, request.query)) {
        request.query = Fields();
        return 400;
    }
    request.path = std::move(*path);
    request.query_text = repaired(query);
    return 0;
}

void believe_proxy(Request& request, const Peer& peer, const Proxies& proxies) {
    if (!proxies.trusts(peer.address)) return;
    request.client = proxies.client(peer.address, request.headers.all("X-Forwarded-For"));
    const auto proto = parts_of(request.headers.get("X-Forwarded-Proto"), ',');
    if (!proto.empty()) request.secure = same_word(proto.back(), "https");
    const auto hosts = parts_of(request.headers.get("X-Forwarded-Host"), ',');
    if (!hosts.empty() && is_host(hosts.back())) request.host = hosts.back();
}

}  // namespace

Received::~Received() {
    for (const Upload& upload : uploads) {
        std::error_code ignored;
        std::filesystem::remove(upload.path, ignored);
    }
}

int fill(Request& request, const Head& head, const Peer& peer, const Proxies& proxies) {
    request.method = method_of(head.method);
    request.path = "/";
    request.headers = head.headers;
    request.client = peer.address;
    request.secure = peer.secure;
    request.id = new_request_id();
    for (const std::string_view header : request.headers.all("Cookie")) add_cookies(header, request.cookies);
    const int host_status = read_host(request, head, peer);
    const int target_status = read_target(request, head);
    believe_proxy(request, peer, proxies);
    return host_status != 0 ? host_status : target_status;
}

std::string new_request_id() {
    thread_local std::mt19937_64 source{std::random_device{}()};
    constexpr std::string_view digits = "0123456789abcdef";
    std::uint64_t number = source();
    std::string id(16, '0');
    for (char& c : id) {
        c = digits[number & 15];
        number >>= 4;
    }
    return id;
}

}  // namespace fabnum::http
