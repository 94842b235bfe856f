#pragma once

// The pictures of the small lab, drawn for it: assets/demo.

#include <string_view>

#include "platform/files/files.h"

namespace fabnum::app::world {

// The drawing of that name, put in place in the cabinet. Throws when the cabinet does not take it.
files::Cabinet::Checked picture(const files::Cabinet& cabinet, std::string_view name);

}  // namespace fabnum::app::world
