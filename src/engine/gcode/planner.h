#pragma once

// How long moves take on a machine that cannot change speed at once: trapezoids of speed, looking ahead, with
// the jerk at corners that firmware allows. The model of Grbl and Marlin's classic planner (S. K. Jeon,
// "Improving Grbl's cornering algorithm", 2011; Marlin 1.1 documentation, "Jerk"): a move starts and ends as
// fast as its neighbours let it, and no faster than it can brake from.

#include <array>
#include <cstddef>
#include <vector>

#include "engine/gcode/gcode.h"

namespace fabnum::gcode {

struct Motion {
    std::array<double, 4> by = {};  // mm along x, y, z, e
    double length = 0;              // mm: of x, y, z, or of e when nothing else moves
    double feedrate = 0;            // mm/s, as asked
    double acceleration = 0;        // mm/s², as asked
};

class Planner {
 public:
    explicit Planner(const Limits& limits);

    Limits& limits() { return limits_; }
    void add(const Motion& motion);
    void stop();                // everything before is done, at rest
    void wait(double seconds);  // at rest
    double seconds();           // of all that was added; comes to rest

 private:
    struct Block {
        double length, cruise, acceleration;
        double entry_most;  // what the corner before it allows
        double safe;        // what it may start or stop at from rest
        double entry;       // as planned
    };
    void plan(bool to_rest);

    Limits limits_;
    std::vector<Block> queue_;
    std::array<double, 4> last_speed_ = {};  // of the block before, by axis
    double last_cruise_ = 0, last_safe_ = 0;
    bool at_rest_ = true;
    double seconds_ = 0;
};

}  // namespace fabnum::gcode
