#include "platform/sql/lane.h"

#include <algorithm>
#include <stdexcept>

namespace fabnum::sql {

bool Lane::enter(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    if (is_taken_ && holder_ == std::this_thread::get_id())
        throw std::logic_error("a write was begun inside a write");
    if (!is_taken_) {
        is_taken_ = true;
        holder_ = std::this_thread::get_id();
        return true;
    }
    Place place;
    place.who = std::this_thread::get_id();
    queue_.push_back(&place);
    if (place.called.wait_for(lock, patience, [&] { return place.is_called; })) return true;
    std::erase(queue_, &place);
    return false;
}

void Lane::leave() {
    const std::lock_guard lock(mutex_);
    if (call_next()) return;
    is_taken_ = false;
    holder_ = {};
}

bool Lane::pass_on() {
    const std::lock_guard lock(mutex_);
    return call_next();
}

int Lane::waiting() const {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(queue_.size());
}

bool Lane::call_next() {
    if (queue_.empty()) return false;
    Place* const next = queue_.front();
    queue_.pop_front();
    holder_ = next->who;
    next->is_called = true;
    next->called.notify_one();  // under the lock: the place lives on the stack of whoever is called
    return true;
}

}  // namespace fabnum::sql
