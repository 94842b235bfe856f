#pragma once

// Who the browser behind a reverse proxy is. X-Forwarded-* is believed only from the addresses the host
// named.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabnum::http {

// An address in its usual spelling: no port, no brackets, and IPv4 as IPv4 even when it came through an IPv6
// socket; nullopt when it is no address.
std::optional<std::string> plain_address(std::string_view text);

class Proxies {
 public:
    // Addresses ("127.0.0.1", "::1") or networks ("10.0.0.0/8"); throws std::invalid_argument on anything
    // else.
    explicit Proxies(const std::vector<std::string>& trusted);

    bool trusts(std::string_view address) const;

    // The browser's address: the last of the chain that no trusted proxy stands for.
    std::string client(std::string_view peer, const std::vector<std::string_view>& forwarded_for) const;

 private:
    struct Network {
        std::vector<unsigned char> bytes;  // 4 or 16
        std::size_t bits = 0;
    };
    std::vector<Network> networks_;
};

}  // namespace fabnum::http
