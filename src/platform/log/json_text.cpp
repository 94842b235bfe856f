#include "platform/log/json_text.h"

#include "base/text.h"

namespace fabnum::log {

namespace {

void append_escape(std::string& line, unsigned code) {
    static constexpr std::string_view digits = "0123456789abcdef";
    line += "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) line += digits[(code >> shift) & 15];
}

// Bytes of the well-formed character at the start of `text`, which is not ASCII; 0 when it is malformed.
std::size_t character_length(std::string_view text) {
    for (std::size_t length = 2; length <= 4 && length <= text.size(); ++length)
        if (is_utf8(text.substr(0, length))) return length;
    return 0;
}

}  // namespace

void append_json_text(std::string& line, std::string_view text) {
    line += '"';
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        std::size_t length = 1;
        if (first == '"' || first == '\\') {
            line += '\\';
            line += text.front();
        } else if (first < 0x20 || first == 0x7F) {
            append_escape(line, first);
        } else if (first < 0x80) {
            while (length < text.size() && text[length] >= ' ' && text[length] < 0x7F &&
                   text[length] != '"' && text[length] != '\\')
                ++length;
            line += text.substr(0, length);
        } else if (const std::size_t bytes = character_length(text); bytes == 0) {
            line += "\xEF\xBF\xBD";
        } else {
            length = bytes;
            const std::string_view character = text.substr(0, length);
            if (first == 0xC2 && static_cast<unsigned char>(text[1]) < 0xA0)  // C1 controls
                append_escape(line, static_cast<unsigned char>(text[1]));
            else if (character == "\u2028" || character == "\u2029")  // line ends to some readers
                append_escape(line, 0x2000U | (static_cast<unsigned char>(text[2]) & 0x3FU));
            else
                line += character;
        }
        text.remove_prefix(length);
    }
    line += '"';
}

}  // namespace fabnum::log
