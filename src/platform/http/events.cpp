#include "platform/http/events.h"

#include <utility>

namespace fabnum::http {

namespace {

constexpr std::size_t waiting_most = 262'144;  // bytes a slow reader may be behind

}  // namespace

bool EventChannel::send(std::string_view event, std::string_view data) {
    std::string text = written_event(event, data);
    const std::lock_guard lock(mutex_);
    if (closed_ || behind_) return false;
    behind_ = waiting_.size() + text.size() > waiting_most;
    if (!behind_) waiting_ += text;
    if (!std::exchange(told_, true) || behind_) wake_();
    return !behind_;
}

std::string EventChannel::take() {
    const std::lock_guard lock(mutex_);
    told_ = false;
    return std::exchange(waiting_, std::string());
}

bool EventChannel::fell_behind() const {
    const std::lock_guard lock(mutex_);
    return behind_;
}

void EventChannel::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    wake_ = nullptr;
    waiting_.clear();
}

std::string written_event(std::string_view event, std::string_view data) {
    std::string text;
    if (!event.empty()) {
        text += "event: ";
        for (const char c : event)
            if (c != '\r' && c != '\n') text += c;
        text += '\n';
    }
    text += "data: ";
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data[i] == '\r' && i + 1 < data.size() && data[i + 1] == '\n') continue;
        if (data[i] == '\n' || data[i] == '\r')
            text += "\ndata: ";
        else
            text += data[i];
    }
    text += "\n\n";
    return text;
}

}  // namespace fabnum::http
