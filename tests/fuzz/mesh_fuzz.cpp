// Any bytes as STL or OBJ: refused, or measured, and then the parts, walls and orientation hold together.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/mesh/mesh.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fabnum::mesh;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::vector<Triangle> triangles;
    if (!each_triangle(bytes, [&](const Triangle& triangle) { triangles.push_back(triangle); })) return 0;
    const auto found = analyse(bytes);
    if (!found || found->triangles != static_cast<std::int64_t>(triangles.size())) std::abort();
    const auto model = model_of(triangles);
    const auto details = details_of(model);
    if (details.parts < 1 || details.flipped_triangles > found->triangles) std::abort();
    const auto mended = with_sound_orientation(model);
    if (mended.triangles.size() != model.triangles.size()) std::abort();
    return 0;
}
