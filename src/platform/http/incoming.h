#pragma once

// From a parsed head to a Request: its path and query decoded, its cookies read, and who asks.

#include <string>
#include <string_view>

#include "platform/http/message.h"
#include "platform/http/parser.h"
#include "platform/http/proxies.h"

namespace fabnum::http {

struct Peer {
    std::string address;     // of the socket's other end
    std::string local_host;  // how this server is reached, for browsers too old to say it
    bool secure = false;     // TLS ends here
};

// A request that takes its uploads with it, unless they were moved away.
class Received : public Request {
 public:
    Received() = default;
    Received(const Received&) = delete;
    Received& operator=(const Received&) = delete;
    ~Received();
};

// Fills everything but the body; answers 0, or 400. Even then `request` is fit to be answered.
int fill(Request& request, const Head& head, const Peer& peer, const Proxies& proxies);

std::string new_request_id();

}  // namespace fabnum::http
