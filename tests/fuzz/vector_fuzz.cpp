// Any bytes as SVG path data, as transforms and as DXF: refused, or lengths that are numbers.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/vector/vector.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fabnum::vector;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto placed = transform_from(text.substr(0, 60)).value_or(Transform{});
    Drawing drawing;
    for (const Line& line : lines_of_path(text, placed).lines) drawing.add(line, "red");
    drawing.add(line_of_points(text, true, placed), text.substr(0, 8));
    const auto found = drawing.findings();
    if (!std::isfinite(found.cut_mm()) || !(seconds_of(found) >= 0)) std::abort();
    if (const auto dxf = analyse_dxf(text); dxf && !std::isfinite(dxf->cut_mm())) std::abort();
    return 0;
}
