#pragma once

// Watch: one thread that does the same small work again and again, at rest in between. What it does is lost
// with the program and begins anew: nothing is kept, unlike a job.

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace fabnum::jobs {

class Watch {
 public:
    // `name` is for the log; an exception is logged, and the next round begins in time.
    Watch(std::string name, std::chrono::milliseconds rest, std::function<void()> work);
    ~Watch();  // waits for the round under way
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    void start();
    void stop();

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace fabnum::jobs
