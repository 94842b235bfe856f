#pragma once

// Pictures made safe, in a process of their own: what a hostile picture can break there is worth nothing.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace fabnum::files {

// What the helper process ends with.
enum class Ending { Done = 0, Unreadable = 3, TooManyPixels = 4, NotWritten = 5 };

inline constexpr std::int64_t pixels_most = 50'000'000;

struct Repainted {
    std::string type;           // "image/jpeg", or "image/png" for line art and what is see-through
    int width = 0, height = 0;  // of the largest side asked for
};

// Writes `in` anew as out.SIDE for each side (the largest first), upright, in sRGB, with no metadata, by
// running `program picture IN OUT SIDE…`. Refused: files.broken_picture, files.too_many_pixels.
Result<Repainted> repainted(const std::filesystem::path& program, const std::filesystem::path& in,
                            const std::filesystem::path& out, const std::vector<int>& sides);

}  // namespace fabnum::files
