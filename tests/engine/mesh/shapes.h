#pragma once

// Models whose measures are known.

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "engine/mesh/mesh.h"

namespace fabnum::mesh {

inline std::vector<Triangle> box(float x, float y, float z, Vec at = {}) {
    const auto corner = [&](int i) {
        return Vec{at.x + ((i & 4) != 0 ? x : 0), at.y + ((i & 2) != 0 ? y : 0),
                   at.z + ((i & 1) != 0 ? z : 0)};
    };
    std::vector<Triangle> triangles;
    for (const auto& [a, b, c, d] :
         {std::array{0, 1, 3, 2}, {4, 6, 7, 5}, {0, 4, 5, 1}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 5, 7, 3}}) {
        triangles.push_back({corner(a), corner(b), corner(c)});
        triangles.push_back({corner(a), corner(c), corner(d)});
    }
    return triangles;
}

inline std::vector<Triangle> together(std::vector<Triangle> a, const std::vector<Triangle>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

inline std::vector<Triangle> turned(std::vector<Triangle> triangles) {
    for (auto& triangle : triangles) std::swap(triangle[1], triangle[2]);
    return triangles;
}

inline std::string stl(const std::vector<Triangle>& triangles) {
    return binary_stl(model_of(triangles));
}

inline std::string stl_text(const std::vector<Triangle>& triangles) {
    std::string text = "solid made here\n";
    for (const auto& triangle : triangles) {
        text += "facet normal 0 0 0\n outer loop\n";
        for (const Vec& v : triangle)
            text += "  vertex " + std::to_string(v.x) + " " + std::to_string(v.y) + " " +
                    std::to_string(v.z) + "e0\n";
        text += " endloop\nendfacet\n";
    }
    return text + "endsolid made here\n";
}

}  // namespace fabnum::mesh
