// Any bytes as a zip with a model inside, and any XML as that model.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "features/production/three_mf.h"
#include "tests/support/zip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fabnum;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    std::size_t triangles = 0;
    const auto count = [&](const mesh::Triangle&) { ++triangles; };
    (void)production::each_triangle_of_three_mf(bytes, count);
    (void)production::each_triangle_of_three_mf(support::zip_of({{"3D/3dmodel.model", bytes}}), count);
    return 0;
}
