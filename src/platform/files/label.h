#pragma once

// The name a file came with: something to read, never a path, never a trick.

#include <string>
#include <string_view>

namespace fabnum::files {

// The last part of the name, without control characters or marks that turn the direction of reading, at
// most 120 characters, ending as `type` wants: "C:\\fakepath\\plan.html", "application/pdf" → "plan.pdf".
std::string label_from(std::string_view name, std::string_view type);

}  // namespace fabnum::files
