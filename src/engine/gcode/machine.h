#pragma once

// A machine that obeys: its position, its modes and its tools, command after command.

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "engine/gcode/gcode.h"
#include "engine/gcode/planner.h"

namespace fabnum::gcode {

// One line's words: the letter and number of the command, and the numbers behind other letters.
struct Words {
    char letter = 0;  // 'G', 'M', 'T'; 0: no command
    int number = 0;
    std::array<double, 26> value = {};
    std::uint32_t said = 0;  // bit per letter

    bool has(char of) const { return (said >> (of - 'A') & 1u) != 0; }
    double at(char of) const { return value[static_cast<std::size_t>(of - 'A')]; }
};
// False when the line is no command.
bool read_words(std::string_view line, Words& words);

class Machine {
 public:
    explicit Machine(const Limits& limits)
        : planner_(limits),
          acceleration_(limits.extruding),
          retract_acceleration_(limits.retracting),
          travel_acceleration_(limits.travelling) {}

    void obey(const Words& words);
    // A comment that says where in the work this is: a new layer, the machine's own start.
    void heed(std::string_view comment);
    Moves moves();

    // The last move, for a drawing.
    struct Stroke {
        double from_x = 0, from_y = 0, x = 0, y = 0, z = 0;
        bool lays = false;  // filament
    };
    const Stroke& stroke() const { return stroke_; }
    int layer() const { return marks_ > 0 ? marks_ : heights_; }

 private:
    void move(const Words& words, bool is_arc, bool clockwise);
    void extrude(double by);
    void set_limits(const Words& words);
    void set_acceleration(const Words& words);

    Planner planner_;
    double acceleration_, retract_acceleration_, travel_acceleration_;
    std::array<double, 4> at_ = {};  // x, y, z, e in mm
    bool absolute_ = true, absolute_e_ = true;
    double unit_ = 1, feedrate_ = 25, speed_factor_ = 1, flow_factor_ = 1;
    std::size_t tool_ = 0;
    std::array<double, most_tools> pushed_ = {};  // net filament; retracted filament comes back
    bool beside_ = false;                         // not the thing itself: the machine's own start, a skirt
    int marks_ = 0, heights_ = 0;
    double layer_z_ = -std::numeric_limits<double>::infinity();
    Moves moves_;
    Stroke stroke_;
};

}  // namespace fabnum::gcode
