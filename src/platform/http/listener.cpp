#include "platform/http/listener.h"

#include <array>
#include <cerrno>
#include <memory>

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/http/proxies.h"

namespace fabnum::http {

namespace {

constexpr int backlog = 4096;

[[noreturn]] void fail(int reason, const std::string& where) {
    throw std::system_error(reason, std::generic_category(), "cannot listen on " + where);
}

std::string spelled(const sockaddr_storage& address, socklen_t size) {
    std::array<char, NI_MAXHOST> text{};
    if (getnameinfo(reinterpret_cast<const sockaddr*>(&address), size, text.data(), text.size(), nullptr, 0,
                    NI_NUMERICHOST) != 0)
        return {};
    return plain_address(text.data()).value_or(text.data());
}

std::uint16_t port_of(const sockaddr_storage& address) {
    if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port);
    return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

}  // namespace

Listener::Listener(const std::string& address, std::uint16_t port) {
    const std::string where = address + ':' + std::to_string(port);
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE;
    addrinfo* list = nullptr;
    if (getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &list) != 0)
        fail(EADDRNOTAVAIL, where);
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> found(list, freeaddrinfo);
    descriptor_ = socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int yes = 1;
    sockaddr_storage bound{};
    socklen_t size = sizeof bound;
    if (descriptor_ < 0 || setsockopt(descriptor_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        bind(descriptor_, found->ai_addr, found->ai_addrlen) != 0 || listen(descriptor_, backlog) != 0 ||
        getsockname(descriptor_, reinterpret_cast<sockaddr*>(&bound), &size) != 0) {
        const int reason = errno;
        close();
        fail(reason, where);
    }
    port_ = port_of(bound);
}

Listener::~Listener() {
    close();
}

std::optional<Caller> Listener::answer(std::error_code& error) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    const int descriptor =
        accept4(descriptor_, reinterpret_cast<sockaddr*>(&address), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor >= 0) return Caller{descriptor, spelled(address, size)};
    const bool nobody = errno == EAGAIN || errno == EINTR || errno == ECONNABORTED;
    if (!nobody) error = std::error_code(errno, std::generic_category());
    return std::nullopt;
}

void Listener::close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
}

}  // namespace fabnum::http
