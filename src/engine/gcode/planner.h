#pragma once

// How long moves take on a machine that cannot change speed at once: trapezoids of speed, looking ahead, with
// the jerk at corners that firmware allows. The model of Grbl and Marlin's classic planner (S. K. Jeon,
// "Improving Grbl's cornering algorithm", 2011; Marlin 1.1 documentation, "Jerk"): a move starts and ends as
// fast as its neighbours let it, and no faster than it can brake from.
//
// Speeds are kept as squares: over a length l at an acceleration a, v² grows by 2·a·l, and no root is needed
// to plan.

#include <array>
#include <cstddef>
#include <vector>

#include "engine/gcode/gcode.h"

namespace fabnum::gcode {

// x, y, z, e in one register.
using Axes = float __attribute__((vector_size(16)));

struct Motion {
    Axes by = {};             // mm along x, y, z, e
    double length = 0;        // mm: of x, y, z, or of e when nothing else moves
    double feedrate = 0;      // mm/s, as asked
    double acceleration = 0;  // mm/s², as asked
};

class Planner {
 public:
    explicit Planner(const Limits& limits);

    const Limits& limits() const { return limits_; }
    void set_limits(const Limits& limits);
    void add(const Motion& motion);
    void stop();                // everything before is done, at rest
    void wait(double seconds);  // at rest
    double seconds();           // of all that was added; comes to rest

 private:
    struct Block {
        float cruise, acceleration;
        float gain;        // of v² over its whole length: 2·a·l
        float entry_most;  // v² that the corner before it allows
        float safe;        // v² that it may start or stop at from rest
        float entry;       // v² as planned
    };
    void plan(bool to_rest);

    Limits limits_;
    Axes feedrate_, acceleration_, jerk_;
    std::vector<Block> queue_;
    Axes last_direction_ = {};
    float last_cruise_ = 0, last_safe_ = 0;
    bool at_rest_ = true;
    double seconds_ = 0;
};

}  // namespace fabnum::gcode
