#pragma once

// Zip files at the door: nothing is unpacked to disk, but everything is unpacked once, counting, so that
// whoever opens the file later can trust its sizes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabnum::files {

struct ZipLimits {
    std::size_t entries = 200;
    std::uint64_t unpacked = 200u << 20;  // bytes
    std::uint64_t ratio = 100;            // unpacked to packed
};

// The names inside; nullopt when it is damaged, encrypted, a bomb, holds a zip, or names a place outside.
std::optional<std::vector<std::string>> sound_zip_names(std::string_view bytes, const ZipLimits& limits);

// The bytes of one file inside, unpacked; nullopt when the zip is not sound or holds no such file (small and
// capital letters are the same).
std::optional<std::string> zip_content(std::string_view bytes, std::string_view name,
                                       const ZipLimits& limits);

}  // namespace fabnum::files
