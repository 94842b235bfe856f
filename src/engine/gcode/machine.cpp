#include "engine/gcode/machine.h"

#include <algorithm>
#include <cmath>

#include "engine/gcode/numbers.h"

namespace fabnum::gcode {

namespace {

constexpr double pi = 3.14159265358979323846;

// The length of an arc in the plane, and whether it makes sense. Centre by I and J (offsets from the start).
double arc_length(const Words& words, double unit, double dx, double dy, bool clockwise) {
    const double i = words.has('I') ? words.at('I') * unit : 0, j = words.has('J') ? words.at('J') * unit : 0;
    const double radius = std::hypot(i, j);
    if (radius <= 0) return std::hypot(dx, dy);
    double turn = std::atan2(dy - j, dx - i) - std::atan2(-j, -i);
    if (clockwise) turn = -turn;
    while (turn <= 1e-9) turn += 2 * pi;
    return radius * turn;
}

}  // namespace

bool read_words(std::string_view line, Words& words) {
    const char* at = line.data();
    const char* end = at + line.size();
    words.letter = 0;
    words.said = 0;
    while (at < end) {
        char letter = *at;
        if (letter == ' ' || letter == '\t') {
            ++at;
            continue;
        }
        if (letter == ';' || letter == '*') break;
        if (letter == '(') {  // a comment in the middle
            while (at < end && *at != ')') ++at;
            if (at < end) ++at;
            continue;
        }
        letter = static_cast<char>(letter & ~0x20);
        if (letter < 'A' || letter > 'Z') return words.letter != 0;
        ++at;
        double number = 0;
        const bool numbered = read_number(at, end, number);
        if (words.letter == 0) {
            if (letter == 'N' && numbered) continue;  // a line number
            if (!numbered || (letter != 'G' && letter != 'M' && letter != 'T')) return false;
            words.letter = letter;
            words.number = static_cast<int>(std::clamp(number, 0.0, 1e6));
            // Behind M117 and its like stands text for people.
            if (letter == 'M' && (words.number == 117 || words.number == 118 || words.number == 23))
                return true;
            continue;
        }
        words.value[static_cast<std::size_t>(letter - 'A')] = number;
        words.said |= 1u << (letter - 'A');
    }
    return words.letter != 0;
}

void Machine::obey(const Words& words) {
    if (words.letter == 'T') {
        tool_ = std::min(static_cast<std::size_t>(words.number), most_tools - 1);
        planner_.stop();
        return;
    }
    if (words.letter == 'G') {
        switch (words.number) {
            case 0:
            case 1: move(words, false, false); return;
            case 2:
            case 3: move(words, true, words.number == 2); return;
            case 4:
                planner_.wait((words.has('P') ? words.at('P') / 1000 : 0) +
                              (words.has('S') ? words.at('S') : 0));
                return;
            case 20: unit_ = 25.4; return;
            case 21: unit_ = 1; return;
            case 28:
                planner_.stop();
                for (const auto& [letter, axis] : {std::pair{'X', 0}, {'Y', 1}, {'Z', 2}})
                    if (words.has(letter) || (words.said & 0x3800000u) == 0)
                        at_[static_cast<std::size_t>(axis)] = 0;
                return;
            case 90: absolute_ = absolute_e_ = true; return;
            case 91: absolute_ = absolute_e_ = false; return;
            case 92:
                for (const auto& [letter, axis] : {std::pair{'X', 0}, {'Y', 1}, {'Z', 2}, {'E', 3}})
                    if (words.has(letter)) at_[static_cast<std::size_t>(axis)] = words.at(letter) * unit_;
                return;
            default: return;
        }
    }
    switch (words.number) {
        case 82: absolute_e_ = true; return;
        case 83: absolute_e_ = false; return;
        case 104:
        case 109:
            if (words.has('S')) moves_.nozzle_c = std::max(moves_.nozzle_c, words.at('S'));
            return;
        case 140:
        case 190:
            if (words.has('S')) moves_.bed_c = std::max(moves_.bed_c, words.at('S'));
            return;
        case 201:
        case 203:
        case 205: set_limits(words); return;
        case 204: set_acceleration(words); return;
        case 220:
            if (words.has('S') && words.at('S') > 0) speed_factor_ = words.at('S') / 100;
            return;
        case 221:
            if (words.has('S') && words.at('S') > 0) flow_factor_ = words.at('S') / 100;
            return;
        default: return;
    }
}

void Machine::set_limits(const Words& words) {
    Limits limits = planner_.limits();
    auto& kept = words.number == 201   ? limits.acceleration
                 : words.number == 203 ? limits.feedrate
                                       : limits.jerk;
    for (const auto& [letter, axis] : {std::pair{'X', 0}, {'Y', 1}, {'Z', 2}, {'E', 3}})
        if (words.has(letter) && words.at(letter) > 0)
            kept[static_cast<std::size_t>(axis)] = words.at(letter);
    if (words.number == 205 && words.has('X') && !words.has('Y')) kept[1] = words.at('X');
    planner_.set_limits(limits);
}

// M204 P R T, or in older firmware S (and T for retractions).
void Machine::set_acceleration(const Words& words) {
    const auto take = [&](char letter, double& kept, double most) {
        if (words.has(letter) && words.at(letter) > 0)
            kept = most > 0 ? std::min(words.at(letter), most) : words.at(letter);
    };
    const Limits& limits = planner_.limits();
    take('S', acceleration_, limits.extruding);
    take('S', travel_acceleration_, limits.travelling);
    if (words.has('S')) {
        take('T', retract_acceleration_, limits.retracting);
        return;
    }
    take('P', acceleration_, limits.extruding);
    take('R', retract_acceleration_, limits.retracting);
    take('T', travel_acceleration_, limits.travelling);
}

void Machine::extrude(double by) {
    double& pushed = pushed_[tool_];
    pushed += by * flow_factor_;
    // What is pulled back and pushed again was used once.
    moves_.filament_mm[tool_] = std::max(moves_.filament_mm[tool_], pushed);
    moves_.tools = std::max(moves_.tools, tool_ + 1);
}

void Machine::move(const Words& words, bool is_arc, bool clockwise) {
    if (words.has('F') && words.at('F') > 0) feedrate_ = words.at('F') * unit_ / 60;
    const std::array<double, 4> from = at_;
    std::array<double, 4> by = {};
    static constexpr char letters[] = {'X', 'Y', 'Z', 'E'};
    for (std::size_t axis = 0; axis < 4; ++axis) {
        if (!words.has(letters[axis])) continue;
        const double value = words.at(letters[axis]) * unit_;
        by[axis] = (axis < 3 ? absolute_ : absolute_e_) ? value - at_[axis] : value;
        at_[axis] += by[axis];
    }
    const double flat =
        is_arc ? arc_length(words, unit_, by[0], by[1], clockwise) : std::sqrt(by[0] * by[0] + by[1] * by[1]);
    const double rise = by[2], pushed = by[3];
    Motion motion{.by = Axes{static_cast<float>(by[0]), static_cast<float>(by[1]), static_cast<float>(by[2]),
                             static_cast<float>(by[3])}};
    const double path = rise == 0 ? flat : std::sqrt(flat * flat + rise * rise);
    motion.length = path > 0 ? path : std::abs(pushed);
    if (motion.length <= 0 || !std::isfinite(motion.length)) return;
    const bool lays = pushed > 0 && flat > 0;
    motion.feedrate = feedrate_ * speed_factor_;
    motion.acceleration = path <= 0    ? retract_acceleration_
                          : pushed > 0 ? acceleration_
                                       : travel_acceleration_;
    planner_.add(motion);

    ++moves_.moves;
    if (is_arc) ++moves_.arcs;
    if (pushed != 0) extrude(pushed);
    (lays ? moves_.extruded_length_mm : moves_.travel_length_mm) += path;
    moves_.reached.add(at_[0], at_[1], at_[2]);
    if (lays && !beside_) {
        moves_.printed.add(from[0], from[1], from[2]);
        moves_.printed.add(at_[0], at_[1], at_[2]);
        if (at_[2] > layer_z_ + 1e-6) {
            layer_z_ = at_[2];
            ++heights_;
        }
    }
    stroke_ = {from[0], from[1], at_[0], at_[1], at_[2], lays && !beside_};
}

// What the next lines lay: PrusaSlicer and Cura say TYPE, Bambu and Orca FEATURE.
void Machine::heed(std::string_view comment) {
    if (comment.starts_with("LAYER_CHANGE") || comment.starts_with(" CHANGE_LAYER") ||
        comment.starts_with("LAYER:")) {
        ++marks_;
        return;
    }
    const bool is_type = comment.starts_with("TYPE:"), is_feature = comment.starts_with(" FEATURE: ");
    if (!is_type && !is_feature) return;
    const std::string_view what = comment.substr(is_type ? 5 : 10);
    beside_ = what == "Custom" || what.starts_with("Skirt") || what.starts_with("SKIRT") ||
              what.starts_with("Brim") || what.starts_with("Prime tower") ||
              what.starts_with("PRIME-TOWER") || what.starts_with("Wipe tower");
}

Moves Machine::moves() {
    moves_.time_s = planner_.seconds();
    moves_.layers = layer();
    return moves_;
}

}  // namespace fabnum::gcode
