#include "platform/jobs/bell.h"

namespace fabnum::jobs {

Bell& Bell::of_program() {
    static Bell bell;
    return bell;
}

void Bell::ring() {
    const std::lock_guard lock(mutex_);
    ++rung_;
    heard_.notify_all();
}

std::uint64_t Bell::rung() const {
    const std::lock_guard lock(mutex_);
    return rung_;
}

void Bell::wait(std::uint64_t before, std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    heard_.wait_for(lock, longest, [&] { return rung_ > before; });
}

}  // namespace fabnum::jobs
