#include "platform/http/proxies.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>

#include "platform/http/decoding.h"

namespace fabnum::http {

namespace {

using Bytes = std::vector<unsigned char>;

std::optional<Bytes> bytes_of(std::string_view address) {
    const std::string text(address);
    Bytes bytes(16);
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) {
        constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
        if (std::equal(mapped.begin(), mapped.end(), bytes.begin()))
            bytes.erase(bytes.begin(), bytes.begin() + 12);
        return bytes;
    }
    bytes.resize(4);
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return bytes;
    return std::nullopt;
}

std::string spelling(const Bytes& bytes) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(bytes.size() == 4 ? AF_INET : AF_INET6, bytes.data(), text.data(), text.size());
    return text.data();
}

bool holds(const Bytes& network, std::size_t bits, const Bytes& address) {
    if (network.size() != address.size()) return false;
    for (std::size_t bit = 0; bit < bits; ++bit) {
        const unsigned mask = 0x80U >> (bit % 8);
        if ((network[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
    }
    return true;
}

}  // namespace

std::optional<std::string> plain_address(std::string_view text) {
    if (text.starts_with('['))
        text = text.substr(1, text.find(']') - 1);
    else if (std::count(text.begin(), text.end(), ':') == 1)
        text = text.substr(0, text.find(':'));
    const auto bytes = bytes_of(text);
    if (!bytes) return std::nullopt;
    return spelling(*bytes);
}

Proxies::Proxies(const std::vector<std::string>& trusted) {
    for (const std::string& text : trusted) {
        const std::size_t slash = text.find('/');
        const auto bytes = bytes_of(text.substr(0, slash));
        if (!bytes) throw std::invalid_argument("not an address of a proxy: " + text);
        std::size_t bits = bytes->size() * 8;
        if (slash != std::string::npos) {
            const std::size_t most = bits;
            const char* end = text.data() + text.size();
            const auto read = std::from_chars(text.data() + slash + 1, end, bits);
            if (read.ec != std::errc() || read.ptr != end || bits > most)
                throw std::invalid_argument("not a network of proxies: " + text);
        }
        networks_.push_back({*bytes, bits});
    }
}

bool Proxies::trusts(std::string_view address) const {
    if (networks_.empty()) return false;
    const auto bytes = bytes_of(address);
    return bytes && std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
               return holds(network.bytes, network.bits, *bytes);
           });
}

std::string Proxies::client(std::string_view peer, const std::vector<std::string_view>& forwarded_for) const {
    std::vector<std::string_view> hops;
    for (const std::string_view header : forwarded_for)
        for (const std::string_view hop : parts_of(header, ',')) hops.push_back(hop);
    std::string client(peer);
    while (trusts(client) && !hops.empty()) {
        const auto before = plain_address(hops.back());
        if (!before) break;
        client = *before;
        hops.pop_back();
    }
    return client;
}

}  // namespace fabnum::http
