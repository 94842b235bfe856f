#pragma once

// A JSON string that is safe in a terminal too: quotes, line ends and every control character are escaped,
// and bytes that are not UTF-8 become U+FFFD.

#include <string>
#include <string_view>

namespace fabnum::log {

void append_json_text(std::string& line, std::string_view text);

}  // namespace fabnum::log
