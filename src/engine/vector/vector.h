#pragma once

// Drawings for a laser, a vinyl cutter, a plotter: how large, how long the cut, in which colours (a colour is
// an operation: cut, mark, fold). Pure; what is drawn comes as lines, from SVG path data or from a DXF file.
//
//     Drawing drawing;
//     for (const Line& line : lines_of_path("M0 0H10V10Z", placed)) drawing.add(line, "#ff0000");
//     const Findings found = drawing.findings();

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fabnum::vector {

struct Point {
    double x = 0, y = 0;  // mm, once placed
};
using Line = std::vector<Point>;  // at least two points

// x' = ax + cy + e, y' = bx + dy + f (SVG 1.1, §7.4).
struct Transform {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    Point of(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
};
Transform then(const Transform& inner, const Transform& outer);
// "translate(10 20) rotate(45)"; nullopt when it is not understood.
std::optional<Transform> transform_from(std::string_view text);

// Path data (SVG 1.1, §8.3) as lines where it is placed, curves flattened. As in a browser, what follows a
// mistake is left out.
struct Path {
    std::vector<Line> lines;
    bool is_understood = true;
};
Path lines_of_path(std::string_view data, const Transform& placed);
// "10,20 30,40"
Line line_of_points(std::string_view points, bool is_closed, const Transform& placed);
Line line_of_ellipse(Point centre, double rx, double ry, const Transform& placed);

// "12.5mm", "3in", "40": in millimetres, as 96 points to the inch where no unit is said; nullopt for "50%".
std::optional<double> millimetres_from(std::string_view text);

struct Stroke {
    std::string colour;  // "#ff0000", or what the file says: "7" of a DXF
    double length_mm = 0;
    std::int64_t lines = 0;
};
struct Findings {
    std::vector<Stroke> strokes;  // the longest first
    Point least, most;
    bool is_empty = true;

    double cut_mm() const;
    std::array<double, 2> size_mm() const;
};
class Drawing {
 public:
    void add(const Line& line, std::string_view colour);
    Findings findings() const;

 private:
    Findings found_;
};

// What a machine needs for it: cutting, and going from one line to the next.
struct Recipe {
    double cut_mm_s = 12, seconds_per_line = 0.4;
};
double seconds_of(const Findings& found, const Recipe& recipe = {});

// Lines, polylines, circles and arcs of a text DXF, by colour number. Refused: vector.not_a_drawing,
// vector.empty.
Result<Findings> analyse_dxf(std::string_view bytes);

}  // namespace fabnum::vector
