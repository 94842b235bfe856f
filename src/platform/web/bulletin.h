#pragma once

// Bulletin: what just changed, told to every page that is open and listens (server-sent events). It says only
// that something is new: each reader asks for the page again, with their own eyes.

#include <memory>
#include <string_view>

#include "platform/http/message.h"

namespace fabnum::web {

class Bulletin {
 public:
    Bulletin();
    ~Bulletin();
    Bulletin(const Bulletin&) = delete;
    Bulletin& operator=(const Bulletin&) = delete;

    // The answer to whoever wants to listen; 503 when too many do.
    http::Response listen();
    void tell(std::string_view event, std::string_view data = "");
    std::size_t readers() const;

 private:
    struct Inside;
    std::shared_ptr<Inside> inside_;  // an answer on its way may outlive the house
};

}  // namespace fabnum::web
