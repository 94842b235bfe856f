#pragma once

// A QR code of an address, as SVG markup of squares; medium error correction (ISO/IEC 18004, level M).

#include <string_view>

#include "platform/html/html.h"

namespace fabnum::qr {

// `label` is read to those who do not see it.
html::Markup code(std::string_view text, std::string_view label);

}  // namespace fabnum::qr
