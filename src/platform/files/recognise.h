#pragma once

// What a file is, from its bytes alone: neither its name nor what the browser says of it is believed.

#include <optional>
#include <string>
#include <string_view>

#include "platform/files/files.h"

namespace fabnum::files {

struct Recognised {
    Kind kind = Kind::Picture;
    std::string type;  // "model/stl"
};

// nullopt: nothing we know, or something that only pretends to be.
std::optional<Recognised> recognised(std::string_view bytes);

// Bytes that a file of this type may have.
std::int64_t most_bytes(const Recognised& what);

// The extension a file of this type is handed back with: ".jpg".
std::string_view extension_of(std::string_view type);

// By structure, for the kinds that are written as text.
bool is_text_stl(std::string_view bytes);
bool is_gcode(std::string_view bytes);
bool is_svg(std::string_view bytes);
bool is_dxf(std::string_view bytes);
bool is_csv(std::string_view bytes);

}  // namespace fabnum::files
