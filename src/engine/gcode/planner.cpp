#include "engine/gcode/planner.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace fabnum::gcode {

namespace {

// Blocks planned together, and how many of them wait for what comes behind.
constexpr std::size_t queue_size = 1024, kept_back = 64;

using Bits = int __attribute__((vector_size(16)));

Axes axes_of(const std::array<double, 4>& numbers) {
    return Axes{static_cast<float>(numbers[0]), static_cast<float>(numbers[1]),
                static_cast<float>(numbers[2]), static_cast<float>(numbers[3])};
}

Axes all(float number) {
    return Axes{number, number, number, number};
}

Axes size_of(Axes axes) {
    constexpr Bits without_sign = {0x7fffffff, 0x7fffffff, 0x7fffffff, 0x7fffffff};
    return reinterpret_cast<Axes>(reinterpret_cast<Bits>(axes) & without_sign);
}

float least_of(Axes axes) {
    return std::min(std::min(axes[0], axes[1]), std::min(axes[2], axes[3]));
}

// The time of one move from `from` to `to` (v²): its acceleration decides whether it reaches its cruise.
float time_of(float from, float to, float cruise, float acceleration, float gain) {
    const float top = std::min(cruise * cruise, std::max({(gain + from + to) / 2, from, to}));
    const float peak = std::sqrt(top);
    // The rest of the length, at the peak: what is neither speeding up nor braking.
    const float level = std::max(gain - (top - from) - (top - to), 0.0F) / (2 * peak);
    return (2 * peak - std::sqrt(from) - std::sqrt(to) + level) / acceleration;
}

}  // namespace

Planner::Planner(const Limits& limits) {
    queue_.reserve(queue_size);
    set_limits(limits);
}

void Planner::set_limits(const Limits& limits) {
    limits_ = limits;
    feedrate_ = axes_of(limits.feedrate);
    acceleration_ = axes_of(limits.acceleration);
    jerk_ = axes_of(limits.jerk);
}

void Planner::add(const Motion& motion) {
    if (motion.length <= 0 || motion.feedrate <= 0) return;
    const auto length = static_cast<float>(motion.length);
    const Axes direction = motion.by / all(length);
    // An axis that hardly moves limits nothing.
    const Axes part = size_of(direction) + all(1e-9F);
    const Axes inverse = all(1) / part;
    const float cruise = std::min(static_cast<float>(motion.feedrate), least_of(feedrate_ * inverse));
    const float acceleration =
        std::min(static_cast<float>(motion.acceleration), least_of(acceleration_ * inverse));
    const float safe = std::min(cruise, least_of(jerk_ * inverse));
    float corner = safe;
    if (!at_rest_) {
        const float slower = std::min(cruise, last_cruise_);
        // At the slower of both speeds: an axis that goes on the same way changes by the difference, one that
        // turns back by the larger of both.
        const Axes out = last_direction_, in = direction;
        const Axes turns = out * in;
        const Axes larger = size_of(out) > size_of(in) ? size_of(out) : size_of(in);
        const Axes change = (turns < all(0) ? larger : size_of(out - in)) * all(slower) + all(1e-9F);
        corner = slower * std::min(1.0F, least_of(jerk_ / change));
        // Stopping short and starting again may be quicker than the corner.
        if (last_safe_ > corner * 0.99F && safe > corner * 0.99F) corner = safe;
    }
    queue_.push_back({cruise, acceleration, 2 * acceleration * length, corner * corner, safe * safe, 0});
    last_direction_ = direction;
    last_cruise_ = cruise;
    last_safe_ = safe;
    at_rest_ = false;
    if (queue_.size() == queue_size) plan(false);
}

// Backwards: no block starts faster than it can brake from. Forwards: none starts faster than what came
// before it could reach. Then the blocks that no later one can change are done.
void Planner::plan(bool to_rest) {
    if (queue_.empty()) return;
    float next = queue_.back().safe;
    for (auto block = queue_.rbegin(); block != queue_.rend(); ++block)
        next = block->entry = std::min(block->entry_most, next + block->gain);
    const std::size_t done = to_rest ? queue_.size() : queue_.size() - kept_back;
    float entry = queue_.front().entry;
    for (std::size_t i = 0; i < done; ++i) {
        const Block& block = queue_[i];
        float exit = block.safe;
        if (i + 1 < queue_.size()) {
            Block& after = queue_[i + 1];
            exit = after.entry = std::min(after.entry, entry + block.gain);
        }
        seconds_ += double{time_of(entry, exit, block.cruise, block.acceleration, block.gain)};
        entry = exit;
    }
    if (done < queue_.size()) queue_[done].entry_most = queue_[done].entry;
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(done));
}

void Planner::stop() {
    plan(true);
    at_rest_ = true;
}

void Planner::wait(double seconds) {
    stop();
    seconds_ += seconds;
}

double Planner::seconds() {
    stop();
    return seconds_;
}

}  // namespace fabnum::gcode
