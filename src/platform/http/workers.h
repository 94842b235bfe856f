#pragma once

// The threads that run handlers. A route holds at most half of them, and half of the places in the queue, so
// that one slow page never stops the others; otherwise who came first goes first.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fabnum::http {

using Clock = std::chrono::steady_clock;

struct Job {
    int route = -1;
    std::function<void()> run;
    std::function<void()> give_up;  // called instead of `run` when the job waited too long
    Clock::time_point since = {};
};

class Workers {
 public:
    Workers(int threads, int queue_most);
    ~Workers();  // waits for the jobs that run; those that wait are dropped
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    bool take(Job job);  // false: too many are waiting
    void give_up_older_than(Clock::time_point limit);
    std::int64_t waiting() const;
    std::int64_t running() const;

 private:
    struct Route {
        std::deque<Job> waiting;
        int running = 0;
        bool in_turn = false;  // stands in turns_
    };

    void work();
    void line_up(int number, Route& route);

    const int cap_;
    const std::int64_t queue_most_;
    const std::int64_t route_queue_most_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::unordered_map<int, Route> routes_;
    // Routes that have a job waiting and a worker left to take, by the time their first job came.
    std::set<std::pair<Clock::time_point, int>> turns_;
    std::int64_t waiting_ = 0;
    std::int64_t running_ = 0;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

// One thread that does small things in order: refusals, and reading and writing of files.
class Lane {
 public:
    explicit Lane(std::size_t most);
    ~Lane();  // what waits is dropped
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    bool take(std::function<void()> work);  // false: too many are waiting
    bool idle() const;

 private:
    void work();

    const std::size_t most_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> waiting_;
    bool busy_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace fabnum::http
