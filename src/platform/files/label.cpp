#include "platform/files/label.h"

#include <algorithm>

#include "base/text.h"
#include "platform/files/recognise.h"

namespace fabnum::files {
namespace {

// U+200B–U+200F, U+202A–U+202E, U+2060–U+206F, U+FEFF: unseen, or turning what follows around.
bool is_unseen(std::string_view character) {
    if (character.size() != 3) return false;
    const auto second = static_cast<unsigned char>(character[1]),
               third = static_cast<unsigned char>(character[2]);
    if (character[0] == '\xEF') return second == 0xBB && third == 0xBF;
    if (character[0] != '\xE2') return false;
    return (second == 0x80 && ((third >= 0x8B && third <= 0x8F) || (third >= 0xAA && third <= 0xAE))) ||
           (second == 0x81 && third >= 0xA0 && third <= 0xAF);
}

bool is_control(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]);
    return first < 0x20 || first == 0x7F ||
           (first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0);
}

std::string plain(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        std::size_t length = 1;
        while (length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80) ++length;
        const std::string_view character = name.substr(0, length);
        if (is_control(character))
            out += ' ';
        else if (!is_unseen(character))
            out += character;
        name.remove_prefix(length);
    }
    return std::string(trimmed(out));
}

// ".pdf", ".3mf", but not the end of "plan v1.2".
bool is_extension(std::string_view ending) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    ending.remove_prefix(1);
    return ending.size() <= 5 && std::any_of(ending.begin(), ending.end(), is_letter) &&
           std::all_of(ending.begin(), ending.end(), [&](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace

std::string label_from(std::string_view name, std::string_view type) {
    std::string label = is_utf8(name) ? plain(name) : "";
    if (const auto slash = label.find_last_of("/\\"); slash != std::string::npos) label.erase(0, slash + 1);
    const auto dot = label.rfind('.');
    if (dot != std::string::npos && is_extension(std::string_view(label).substr(dot))) label.erase(dot);
    while (!label.empty() && (label.front() == '.' || label.front() == ' ')) label.erase(0, 1);
    label = trimmed(label);
    if (label.empty()) label = "1";
    return shortened(label, 112) + std::string(extension_of(type));
}

}  // namespace fabnum::files
