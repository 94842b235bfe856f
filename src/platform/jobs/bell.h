#pragma once

// Bell: rung when a job was enqueued; every runner of this program hears it. What rings is a function inside
// a transaction that knows no runner, so there is one bell per program.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace fabnum::jobs {

class Bell {
 public:
    static Bell& of_program();

    void ring();
    std::uint64_t rung() const;
    // Waits until it rang more often than `before` times, or so long.
    void wait(std::uint64_t before, std::chrono::milliseconds longest);

 private:
    mutable std::mutex mutex_;
    std::condition_variable heard_;
    std::uint64_t rung_ = 0;
};

}  // namespace fabnum::jobs
