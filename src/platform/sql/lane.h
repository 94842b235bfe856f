#pragma once

// Lane: one at a time, first come first served. A std::mutex lets whoever is quick pass in front, so one
// eager thread can keep the others waiting for ever.

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace fabnum::sql {

class Lane {
 public:
    // Waits for its turn; false when it did not come in time. Throws std::logic_error when this thread is
    // already inside: it would wait for itself.
    bool enter(std::chrono::milliseconds patience);
    // Gives the turn to the first of those who wait, if any.
    void leave();
    // The same, but keeps the turn and answers false when nobody waits.
    bool pass_on();
    int waiting() const;

 private:
    struct Place {
        std::condition_variable called;
        bool is_called = false;
        std::thread::id who;
    };
    bool call_next();

    mutable std::mutex mutex_;
    std::deque<Place*> queue_;
    bool is_taken_ = false;
    std::thread::id holder_;
};

}  // namespace fabnum::sql
