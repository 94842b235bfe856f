#pragma once

// What a G-code file will do, before any machine does it: how long, how much filament, how large, in how many
// layers. Two witnesses: what the slicer wrote in its comments, and our own run of every move. Pure.
//
//     const Findings found = analyse(bytes);     // the whole file, mapped or read
//
// Nothing in a file can stop the analysis: lines that say nothing are counted and passed over.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabnum::gcode {

inline constexpr std::size_t most_tools = 16;

// Limits of a machine; each axis is x, y, z, e. The defaults are those of a usual desktop printer.
struct Limits {
    std::array<double, 4> feedrate = {500, 500, 12, 120};           // mm/s
    std::array<double, 4> acceleration = {9000, 9000, 500, 10000};  // mm/s²
    std::array<double, 4> jerk = {10, 10, 0.2, 2.5};                // mm/s: the change of speed taken at once
    double extruding = 1500, retracting = 1500, travelling = 1500;  // mm/s²
};

// What the slicer wrote about its own work; what it did not write is absent.
struct Notes {
    std::string slicer;  // "PrusaSlicer", "Cura", "OrcaSlicer", "BambuStudio"; "" when it is none of them
    std::string slicer_version;  // "2.5.0"
    std::optional<double> time_s;
    std::vector<double> filament_mm, filament_g;  // one per tool
    std::optional<int> layers;
    std::optional<double> layer_height_mm, height_mm;
    std::vector<double> filament_diameter_mm, filament_density_g_cm3;  // one per tool
    std::string filament_type, printer_model;                          // "PLA"; "MK4"
    std::optional<double> nozzle_diameter_mm, fill_percent;
    std::optional<Limits> limits;
};

// The comments alone: head and tail of the file for what slicers write there (1 MiB each, where they all do).
Notes notes_of(std::string_view bytes);

struct Box {
    std::array<double, 3> least = {0, 0, 0}, most = {0, 0, 0};  // mm
    bool is_empty = true;

    void add(double x, double y, double z);
    std::array<double, 3> size() const;
};

struct Moves {
    double time_s = 0;
    std::array<double, most_tools> filament_mm = {};
    std::size_t tools = 0;  // the highest used, plus one
    int layers = 0;         // by the slicer's marks when there are any, else by height
    Box printed;            // the thing itself: without skirt, brim, tower, the machine's own start and end
    Box reached;            // wherever the head goes
    double nozzle_c = 0, bed_c = 0;  // the highest asked for
    std::int64_t moves = 0, arcs = 0;
    double extruded_length_mm = 0, travel_length_mm = 0;
};

// A command that a print has no business with: it writes to the machine's memory, its card or its firmware.
struct Forbidden {
    std::int64_t line = 0;
    std::string command;  // "M997"
};

struct Findings {
    Notes notes;
    Moves moves;
    std::vector<Forbidden> forbidden;  // the first hundred
    std::int64_t lines = 0;
    std::int64_t not_understood = 0;  // lines that are neither a command nor a comment
    bool is_gcode = false;            // at least one move, and hardly a line that says nothing

    // The slicer's word when it gave one, else ours.
    double time_s() const;
    double filament_mm() const;
    double filament_g() const;  // by our own length and a density (PLA, 1.24 g/cm³, when none is said)
    bool density_is_assumed() const;
    int layers() const;
};

// The limits are those of the file's own notes unless others are given.
Findings analyse(std::string_view bytes, const std::optional<Limits>& limits = {});

// One layer as lines on the plate, for a drawing: where filament was laid.
struct Point {
    float x = 0, y = 0;  // mm
};
struct Layer {
    double z = 0;
    std::vector<std::vector<Point>> lines;
};
// At most `most_points` in all: beyond, whole layers are left out evenly. `of` is how many layers there were.
struct Preview {
    std::vector<Layer> layers;
    int of = 0;
};
Preview preview_of(std::string_view bytes, std::size_t most_points = 200'000);

}  // namespace fabnum::gcode
