#include "platform/http/loop.h"

#include <exception>
#include <utility>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "platform/log/log.h"

namespace fabnum::http {

namespace {

constexpr std::chrono::milliseconds look_around_every{500};
constexpr std::size_t scratch_size = 65'536;

}  // namespace

struct Loop::Inside {
    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard{context.get_executor()};
    boost::asio::steady_timer timer{context};
};

Loop::Loop() : inside_(std::make_unique<Inside>()), scratch_(scratch_size) {}

Loop::~Loop() = default;

void Loop::run() {
    look_around();
    while (!inside_->context.stopped()) {
        try {
            inside_->context.run();
        } catch (
            const std::exception& error) {  // one connection's trouble (no memory left) is not the others'
            log::error("http.loop_failed", {{"what", error.what()}});
        }
    }
}

void Loop::halt() {
    inside_->context.stop();
}

void Loop::cut_all() {
    for (const auto& resident : everybody()) resident->cut();
}

void Loop::post(std::function<void()> work) {
    boost::asio::post(inside_->context, std::move(work));
}

void Loop::enter(std::shared_ptr<Resident> resident) {
    Resident* key = resident.get();
    residents_.emplace(key, std::move(resident));
}

void Loop::leave(Resident& resident) {
    residents_.erase(&resident);
}

void Loop::wind_down() {
    for (const auto& resident : everybody()) resident->wind_down();
}

void Loop::make_room(int places) {
    for (const auto& resident : everybody())
        if (places > 0 && resident->make_room()) --places;
}

boost::asio::io_context& Loop::context() {
    return inside_->context;
}

void Loop::look_around() {
    const auto now = Clock::now();
    for (const auto& resident : everybody()) resident->tick(now);
    inside_->timer.expires_after(look_around_every);
    inside_->timer.async_wait([this](const boost::system::error_code& error) {
        if (!error) look_around();
    });
}

// A copy, because those who are asked may leave.
std::vector<std::shared_ptr<Resident>> Loop::everybody() const {
    std::vector<std::shared_ptr<Resident>> everybody;
    everybody.reserve(residents_.size());
    for (const auto& [key, resident] : residents_) everybody.push_back(resident);
    return everybody;
}

}  // namespace fabnum::http
