#pragma once

// What a three-dimensional model is before anybody makes it: how large, how much material, whether it closes,
// and where it does not. Pure; a model is bytes (STL, OBJ) or triangles given one by one (3MF, read
// elsewhere).
//
//     Result<Findings> found = analyse(bytes);     // STL or OBJ, told apart by their content
//
// Refused: mesh.not_a_model, mesh.cut_short (how many bytes are missing), mesh.empty, mesh.not_a_number.

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fabnum::mesh {

struct Vec {
    float x = 0, y = 0, z = 0;  // mm
    friend bool operator==(const Vec&, const Vec&) = default;
};
using Triangle = std::array<Vec, 3>;

enum class Format { StlBinary, StlText, Obj, ThreeMf };
std::string_view word_of(Format format);  // "stl", "stl_text", "obj", "3mf"

struct Box {
    Vec least, most;
    std::array<double, 3> size() const;
};

// What one look at each triangle tells, in memory that does not grow with the model.
struct Findings {
    Format format = Format::StlBinary;
    std::int64_t triangles = 0, degenerate = 0;  // degenerate: without area
    Box box;
    double volume_mm3 = 0;  // enclosed; of no worth when it does not close
    double area_mm2 = 0;
    // Every edge is met by an even number of triangles (two, in a sound model). Decided by the sum of the
    // edges' fingerprints, 64 bits: a wrong "yes" once in 10^19 models.
    bool watertight = false;
    bool consistent = false;  // and each edge is run through once in each direction
    bool inside_out = false;  // all triangles face inwards
    double overhang_mm2 = 0;  // faces downwards by more than 45°, without what lies on the plate
};

// Adds triangles one by one.
class Surface {
 public:
    void add(const Triangle& triangle);
    Findings findings() const;

 private:
    void add_edges(const Triangle& triangle);

    std::int64_t triangles_ = 0, degenerate_ = 0;
    Box box_;
    Vec origin_;
    double volume_ = 0, area_ = 0, down_ = 0, up_ = 0, down_on_plate_ = 0, up_on_plate_ = 0;
    std::uint64_t odd_edges_ = 0, turned_edges_ = 0;
};

// Each triangle of an STL or OBJ file, in its order; the answer is its format or why it cannot be read.
using Take = std::function<void(const Triangle&)>;
Result<Format> each_triangle(std::string_view bytes, const Take& take);

Result<Findings> analyse(std::string_view bytes);

// --- With the whole model in memory: which edges, which parts, which walls. ---

struct Hole {
    std::int64_t edges = 0;
    double length_mm = 0;
    Vec centre;
};
struct Details {
    std::int64_t vertices = 0;
    std::int64_t parts = 0;              // connected by edges
    std::int64_t open_edges = 0;         // met by one triangle
    std::int64_t crowded_edges = 0;      // met by more than two
    std::int64_t flipped_triangles = 0;  // that face the other way than their part needs
    std::vector<Hole> holes;             // the longest first, twenty at most
    std::optional<double> thinnest_mm;   // over a sample of places; nullopt when it does not close
    double thin_share = 0;               // of the sample: under `thin_mm`
};
inline constexpr double thin_mm = 0.8;  // two lines of a 0.4 mm nozzle

struct Model {
    std::vector<Vec> vertices;
    std::vector<std::array<std::uint32_t, 3>> triangles;
};
// Equal points become one.
Model model_of(const std::vector<Triangle>& triangles);
Details details_of(const Model& model);
// All triangles of a part face outwards. Holes stay.
Model with_sound_orientation(Model model);
std::string binary_stl(const Model& model);

// --- Before it is sliced. ---

// A guess of what it takes, by walls and infill. Real figures come from the slicer; this is for "can we?".
struct Recipe {
    double layer_mm = 0.2, walls_mm = 0.9, infill = 0.15;  // walls_mm: thickness of the shell
    double density_g_cm3 = 1.24;                           // PLA
    double flow_mm3_s = 4.5, seconds_per_layer = 4;        // an ordinary printer
};
struct Estimate {
    double grams = 0, seconds = 0;
};
Estimate estimate_of(const Findings& found, const Recipe& recipe);

// Whether it stands in a machine's room, turned on the plate by a quarter if need be.
bool fits(const std::array<double, 3>& size_mm, const std::array<double, 3>& room_mm);

}  // namespace fabnum::mesh
