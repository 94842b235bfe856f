#pragma once

// Icons of the sprite, by their Lucide name (assets/icons.txt lists them). An icon always stands beside a
// word, or inside a control that has one for screen readers: it is hidden from them.

#include <string_view>

#include "platform/html/html.h"

namespace fabnum::design {

html::Markup icon(std::string_view name);
html::Markup logo();

}  // namespace fabnum::design
