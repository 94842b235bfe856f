#include "platform/jobs/watch.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/text.h"
#include "platform/log/log.h"

namespace fabnum::jobs {

struct Watch::Inside {
    std::string name;
    std::chrono::milliseconds rest;
    std::function<void()> work;
    std::mutex mutex;
    std::condition_variable_any rested;
    std::jthread thread;

    void run(const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
            try {
                work();
            } catch (const std::exception& error) {
                const std::string_view why = error.what();
                log::error("watch.trouble",
                           {{"watch", name}, {"why", is_utf8(why) ? shortened(why, 300) : ""}});
            }
            rested.wait_for(lock, stop, rest, [] { return false; });
        }
    }
};

Watch::Watch(std::string name, std::chrono::milliseconds rest, std::function<void()> work)
    : inside_(std::make_unique<Inside>()) {
    inside_->name = std::move(name);
    inside_->rest = rest;
    inside_->work = std::move(work);
}

Watch::~Watch() {
    stop();
}

void Watch::start() {
    inside_->thread = std::jthread([this](const std::stop_token& stop) { inside_->run(stop); });
}

void Watch::stop() {
    if (!inside_->thread.joinable()) return;
    inside_->thread.request_stop();
    inside_->thread.join();
}

}  // namespace fabnum::jobs
