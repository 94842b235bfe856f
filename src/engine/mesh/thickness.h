#pragma once

// How thick the walls of a closed model are, at a sample of places: from the middle of a triangle straight
// inwards to the next wall.

#include "engine/mesh/mesh.h"

namespace fabnum::mesh {

struct Thickness {
    std::optional<double> thinnest_mm;
    double thin_share = 0;  // of the places looked at: under thin_mm
};
// `turned`: which triangles face inwards.
Thickness thickness_of(const Model& model, const std::vector<bool>& turned);

}  // namespace fabnum::mesh
