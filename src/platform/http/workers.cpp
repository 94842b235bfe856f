#include "platform/http/workers.h"

#include <algorithm>
#include <utility>

namespace fabnum::http {

Workers::Workers(int threads, int queue_most)
    : cap_(std::max(1, threads / 2)),
      queue_most_(queue_most),
      route_queue_most_(std::max(1, queue_most / 2)) {
    for (int i = 0; i < std::max(1, threads); ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

bool Workers::take(Job job) {
    {
        const std::lock_guard lock(mutex_);
        Route& route = routes_[job.route];
        const auto behind = static_cast<std::int64_t>(route.waiting.size());
        if (stopping_ || waiting_ >= queue_most_ || behind >= route_queue_most_) return false;
        const int number = job.route;
        route.waiting.push_back(std::move(job));
        ++waiting_;
        line_up(number, route);
    }
    wake_.notify_one();
    return true;
}

void Workers::give_up_older_than(Clock::time_point limit) {
    std::vector<Job> late;
    {
        const std::lock_guard lock(mutex_);
        for (auto& [number, route] : routes_) {
            while (!route.waiting.empty() && route.waiting.front().since < limit) {
                late.push_back(std::move(route.waiting.front()));
                route.waiting.pop_front();
                --waiting_;
            }
        }
    }
    for (const Job& job : late) job.give_up();
}

std::int64_t Workers::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_;
}

std::int64_t Workers::running() const {
    const std::lock_guard lock(mutex_);
    return running_;
}

void Workers::line_up(int number, Route& route) {
    if (route.in_turn || route.waiting.empty() || route.running >= cap_) return;
    route.in_turn = true;
    turns_.emplace(route.waiting.front().since, number);
}

void Workers::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return stopping_ || !turns_.empty(); });
        if (stopping_) return;
        const int number = turns_.extract(turns_.begin()).value().second;
        Route& route = routes_[number];  // stays where it is: nothing is ever erased
        route.in_turn = false;
        if (route.waiting.empty()) continue;
        Job job = std::move(route.waiting.front());
        route.waiting.pop_front();
        --waiting_;
        ++running_;
        ++route.running;
        line_up(number, route);
        lock.unlock();
        job.run();
        job = {};
        lock.lock();
        --running_;
        --route.running;
        line_up(number, route);
    }
}

Lane::Lane(std::size_t most) : most_(most), thread_([this] { work(); }) {}

Lane::~Lane() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

bool Lane::take(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || waiting_.size() >= most_) return false;
        waiting_.push_back(std::move(work));
    }
    wake_.notify_one();
    return true;
}

bool Lane::idle() const {
    const std::lock_guard lock(mutex_);
    return waiting_.empty() && !busy_;
}

void Lane::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        std::function<void()> next = std::move(waiting_.front());
        waiting_.pop_front();
        busy_ = true;
        lock.unlock();
        next();
        next = nullptr;
        lock.lock();
        busy_ = false;
    }
}

}  // namespace fabnum::http
