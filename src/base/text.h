#pragma once

// Plain text: UTF-8, and the few questions the standard library does not answer.

#include <cstddef>
#include <string>
#include <string_view>

namespace fabnum {

// Without the white space at both ends (space, tab, line ends, U+00A0).
std::string_view trimmed(std::string_view text);

// Whether the bytes are well-formed UTF-8 (RFC 3629), without NUL.
bool is_utf8(std::string_view text);

// Characters (code points) in well-formed UTF-8.
std::size_t length_of(std::string_view utf8);

// At most `most` characters, cut at a character's edge, with "…" when cut.
std::string shortened(std::string_view utf8, std::size_t most);

// With its first letter as at the start of a sentence (a to z only: days, months, words of the catalogue).
std::string capitalised(std::string text);

}  // namespace fabnum
