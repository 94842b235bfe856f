#pragma once

// Reading what people type, piece by piece, in the folded form that search_key gives. Private to the folder.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fabnum::i18n {

inline constexpr std::size_t longest_typed = 40;  // what is longer is no date and no amount

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Takes the digits at the start of `text`; nullopt when there are none, or more than nine.
std::optional<std::int64_t> take_number(std::string_view& text);
// Takes the letters at the start of `text`, which may be none.
std::string_view take_word(std::string_view& text);
// Takes the space at the start of `text`; false when there is none.
bool take_space(std::string_view& text);

}  // namespace fabnum::i18n
