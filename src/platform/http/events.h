#pragma once

// The way from the product to one reader of an event stream: any thread puts events in, the connection
// takes them out.

#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace fabnum::http {

class EventChannel {
 public:
    // `wake` is called when there is something to take that nobody was told of, or when the reader is lost.
    explicit EventChannel(std::function<void()> wake) : wake_(std::move(wake)) {}

    // False when the reader left or is too far behind.
    bool send(std::string_view event, std::string_view data);

    std::string take();
    bool fell_behind() const;
    void close();

 private:
    mutable std::mutex mutex_;
    std::function<void()> wake_;
    std::string waiting_;
    bool told_ = false;
    bool behind_ = false;
    bool closed_ = false;
};

// One event as it is written; line ends in `data` make further lines of the same event.
std::string written_event(std::string_view event, std::string_view data);

}  // namespace fabnum::http
