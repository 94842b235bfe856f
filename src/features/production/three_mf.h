#pragma once

// 3MF, the model format of slicers: a zip with XML inside (3MF Core Specification 1.3, 3mf.io, and its
// Production Extension, which puts objects in files of their own).

#include <string_view>

#include "base/result.h"
#include "engine/mesh/mesh.h"

namespace fabnum::production {

bool looks_like_three_mf(std::string_view bytes);

// Each triangle of what would be built, placed and in millimetres.
Result<Done> each_triangle_of_three_mf(std::string_view bytes, const mesh::Take& take);

}  // namespace fabnum::production
