#pragma once

// What a model says of itself, from its bytes.

#include <optional>
#include <string_view>

#include "base/result.h"
#include "engine/mesh/mesh.h"

namespace fabnum::production {

// A larger model is measured as it streams by; its edges and walls are not looked at.
inline constexpr std::int64_t most_detailed = 2'000'000;  // triangles

struct ModelReport {
    mesh::Findings findings;
    std::optional<mesh::Details> details;  // none for a model of more than `most_detailed` triangles
};

// STL, OBJ or 3MF, told apart by their content. Refused with mesh.not_a_model, mesh.cut_short, mesh.empty,
// mesh.not_a_number, mesh.not_sound (a 3MF that is no sound zip or XML, or unpacks to too much).
Result<ModelReport> measure(std::string_view bytes);

}  // namespace fabnum::production
