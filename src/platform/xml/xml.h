#pragma once

// XML, read element by element (expat). Text between elements comes piece by piece to whoever asks for it:
// 3MF and SVG keep what they say in attributes, spreadsheets in texts. A document type is refused, so no
// entity of its own can ever expand.

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fabnum::xml {

struct Element {
    std::string_view name;  // without its prefix
    std::vector<std::pair<std::string_view, std::string_view>> attributes;

    // "" when it is not there.
    std::string_view attribute(std::string_view wanted) const;
};

struct Handler {
    std::function<void(const Element&)> begin;
    std::function<void(std::string_view name)> end = [](std::string_view) {};
    std::function<void(std::string_view text)> text = {};
};

inline constexpr int deepest = 256;  // elements inside each other

// False when it is not well-formed, has a document type, or nests deeper than `deepest`.
bool read(std::string_view text, const Handler& handler);

}  // namespace fabnum::xml
