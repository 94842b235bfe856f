#pragma once

// Stable words for the values of an enum, as they are stored and as catalogue keys use them: one table, read
// both ways.

#include <cstddef>
#include <string_view>
#include <utility>

namespace fabnum {

// The word of a value; the table's first word when it has none.
template <class T, std::size_t N>
constexpr std::string_view word_in(const std::pair<std::string_view, T> (&words)[N], T value) {
    for (const auto& [word, one] : words)
        if (one == value) return word;
    return words[0].first;
}

// The value of a word; the table's first value when nobody knows the word.
template <class T, std::size_t N>
constexpr T value_in(const std::pair<std::string_view, T> (&words)[N], std::string_view word) {
    for (const auto& [known, one] : words)
        if (known == word) return one;
    return words[0].second;
}

}  // namespace fabnum
