#pragma once

// SVG as a machine that cuts sees it: its outlines, their colours, their size.

#include <string_view>

#include "base/result.h"
#include "engine/vector/vector.h"

namespace fabnum::production {

// Refused: vector.not_a_drawing, vector.empty. Texts and pictures inside are passed over: a machine does not
// cut them.
Result<vector::Findings> measure_svg(std::string_view bytes);

}  // namespace fabnum::production
