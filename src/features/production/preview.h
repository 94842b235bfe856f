#pragma once

// A picture of a print, seen from above its corner, layer on layer: drawn once when the file is read, shown
// without any script. Pure.

#include <string>

#include "engine/gcode/gcode.h"

namespace fabnum::production {

struct Preview {
    std::string path;  // SVG path data on a field of 1000 by `height`; "" when there is nothing to draw
    int height = 0;
};
inline constexpr std::size_t preview_points = 6000;
Preview picture_of(const gcode::Preview& layers);

}  // namespace fabnum::production
