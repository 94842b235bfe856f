#include "engine/gcode/planner.h"

#include <algorithm>
#include <cmath>

namespace fabnum::gcode {

namespace {

// Blocks planned together, and how many of them wait for what comes behind.
constexpr std::size_t queue_size = 1024, kept_back = 64;

double speed_after(double speed, double acceleration, double length) {
    return std::sqrt(speed * speed + 2 * acceleration * length);
}

// The time of one move that starts at `from`, may cruise at `cruise` and ends at `to`.
double time_of(double length, double from, double cruise, double to, double acceleration) {
    const double rise = (cruise * cruise - from * from) / (2 * acceleration);
    const double fall = (cruise * cruise - to * to) / (2 * acceleration);
    if (rise + fall <= length)
        return (cruise - from) / acceleration + (cruise - to) / acceleration +
               (length - rise - fall) / cruise;
    // Never reaches its cruise: speeds up, then brakes.
    const double top = std::max({std::sqrt(acceleration * length + (from * from + to * to) / 2), from, to});
    return (top - from) / acceleration + (top - to) / acceleration;
}

// How much of the speed at a corner may be kept so that one axis changes by no more than its jerk.
double kept_at_corner(double out, double in, double jerk) {
    const double change = out > in ? (in > 0 || out < 0 ? out - in : std::max(out, -in))
                                   : (in < 0 || out > 0 ? in - out : std::max(-out, in));
    return change > jerk ? jerk / change : 1;
}

}  // namespace

Planner::Planner(const Limits& limits) : limits_(limits) {
    queue_.reserve(queue_size);
}

void Planner::add(const Motion& motion) {
    if (motion.length <= 0 || motion.feedrate <= 0) return;
    const double per_mm = 1 / motion.length;
    double cruise = motion.feedrate, acceleration = motion.acceleration;
    std::array<double, 4> share;
    for (std::size_t axis = 0; axis < 4; ++axis) {
        share[axis] = motion.by[axis] * per_mm;
        const double part = std::abs(share[axis]);
        if (part * cruise > limits_.feedrate[axis]) cruise = limits_.feedrate[axis] / part;
        if (part * acceleration > limits_.acceleration[axis])
            acceleration = limits_.acceleration[axis] / part;
    }
    std::array<double, 4> speed;
    double safe = cruise;
    for (std::size_t axis = 0; axis < 4; ++axis) {
        speed[axis] = share[axis] * cruise;
        if (std::abs(speed[axis]) > limits_.jerk[axis])
            safe = std::min(safe, limits_.jerk[axis] / std::abs(share[axis]));
    }
    double corner = safe;
    if (!at_rest_) {
        const double slower = std::min(cruise, last_cruise_);
        double kept = 1;
        for (std::size_t axis = 0; axis < 4; ++axis) {
            const double out = last_speed_[axis] * (slower / last_cruise_) * kept;
            const double in = speed[axis] * (slower / cruise) * kept;
            kept *= kept_at_corner(out, in, limits_.jerk[axis]);
        }
        corner = slower * kept;
        // Stopping short and starting again may be quicker than the corner.
        if (last_safe_ > corner * 0.99 && safe > corner * 0.99) corner = safe;
    }
    queue_.push_back({motion.length, cruise, acceleration, corner, safe, corner});
    last_speed_ = speed;
    last_cruise_ = cruise;
    last_safe_ = safe;
    at_rest_ = false;
    if (queue_.size() == queue_size) plan(false);
}

// Backwards: no block starts faster than it can brake from. Forwards: none starts faster than what came
// before it could reach. Then the blocks that no later one can change are done.
void Planner::plan(bool to_rest) {
    if (queue_.empty()) return;
    double next = queue_.back().safe;
    for (auto block = queue_.rbegin(); block != queue_.rend(); ++block) {
        const double brakes_from = speed_after(next, block->acceleration, block->length);
        block->entry = std::min({block->entry_most, brakes_from, block->cruise});
        next = block->entry;
    }
    const std::size_t done = to_rest ? queue_.size() : queue_.size() - kept_back;
    for (std::size_t i = 0; i < done; ++i) {
        Block& block = queue_[i];
        double exit = block.safe;
        if (i + 1 < queue_.size()) {
            Block& after = queue_[i + 1];
            after.entry = std::min(after.entry, speed_after(block.entry, block.acceleration, block.length));
            exit = std::min(after.entry, block.cruise);
        }
        seconds_ += time_of(block.length, block.entry, block.cruise, exit, block.acceleration);
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
