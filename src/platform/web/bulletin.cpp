#include "platform/web/bulletin.h"

#include <algorithm>
#include <mutex>
#include <vector>

namespace fabnum::web {

namespace {

// Screens of a few workshops; more than that is somebody playing.
constexpr std::size_t most_readers = 200;

}  // namespace

struct Bulletin::Inside {
    mutable std::mutex mutex;
    std::vector<http::EventStream::Send> readers;
};

Bulletin::Bulletin() : inside_(std::make_shared<Inside>()) {}
Bulletin::~Bulletin() = default;

http::Response Bulletin::listen() {
    if (readers() >= most_readers) return http::text("", 503);
    http::Response response;
    response.body = http::EventStream{[inside = inside_](http::EventStream::Send send) {
        if (!send("hello", "")) return;
        const std::lock_guard lock(inside->mutex);
        inside->readers.push_back(std::move(send));
    }};
    return response;
}

void Bulletin::tell(std::string_view event, std::string_view data) {
    const std::lock_guard lock(inside_->mutex);
    std::erase_if(inside_->readers, [&](const auto& send) { return !send(event, data); });
}

std::size_t Bulletin::readers() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->readers.size();
}

}  // namespace fabnum::web
