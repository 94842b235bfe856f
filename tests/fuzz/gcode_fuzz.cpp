// Any bytes as G-code: no crash, no hang, and figures that a person could read.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/gcode/gcode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto found = fabnum::gcode::analyse(bytes);
    if (!std::isfinite(found.moves.time_s) || found.moves.time_s < 0) std::abort();
    if (found.layers() < 0 || found.forbidden.size() > 100) std::abort();
    (void)fabnum::gcode::preview_of(bytes, 1000);
    return 0;
}
