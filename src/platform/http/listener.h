#pragma once

// The socket that browsers call.

#include <cstdint>
#include <optional>
#include <string>
#include <system_error>

namespace fabnum::http {

// Somebody who called: a connected socket, to be taken over.
struct Caller {
    int descriptor = -1;
    std::string address;  // "192.0.2.7"
};

class Listener {
 public:
    Listener(const std::string& address, std::uint16_t port);  // throws std::system_error
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    std::uint16_t port() const { return port_; }
    int descriptor() const { return descriptor_; }
    std::optional<Caller> answer(std::error_code& error);  // nullopt without error: nobody waits
    void close();

 private:
    int descriptor_ = -1;
    std::uint16_t port_ = 0;
};

}  // namespace fabnum::http
