#include <algorithm>

#include "base/text.h"
#include "platform/files/recognise.h"

namespace fabnum::files {
namespace {

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7F;
}

bool has_controls(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), is_control);
}

// Each line without its end; stops when `use` answers false, and says whether it got to the end.
template <class Use>
bool each_line(std::string_view bytes, Use&& use) {
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        if (!use(bytes.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        bytes.remove_prefix(end + 1);
    }
    return true;
}

std::string_view without_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return bytes;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// "G1 X10", "M104 S200", "T0", "N12 G0", or a macro of a printer: "START_PRINT BED=60".
bool is_gcode_command(std::string_view line) {
    if (line.size() >= 2 && std::string_view("GMTNSF").find(line[0]) != std::string_view::npos &&
        is_digit(line[1]))
        return true;
    const auto word_end = line.find(' ');
    const std::string_view word = line.substr(0, word_end);
    return word.size() >= 3 && std::all_of(word.begin(), word.end(),
                                           [](char c) { return is_capital(c) || is_digit(c) || c == '_'; });
}

// After white space, an XML declaration, comments, and a document type without entities of its own.
std::string_view root_of(std::string_view xml) {
    for (;;) {
        xml = trimmed(xml);
        std::string_view end;
        if (xml.starts_with("<?xml"))
            end = "?>";
        else if (xml.starts_with("<!--"))
            end = "-->";
        else if (xml.starts_with("<!DOCTYPE"))
            end = ">";
        else
            return xml;
        const auto at = xml.find(end);
        if (at == std::string_view::npos ||
            (end == ">" && xml.substr(0, at).find('[') != std::string_view::npos))
            return "";
        xml.remove_prefix(at + end.size());
    }
}

// The fields of the first record and, of all records, how many have as many.
struct Shape {
    std::size_t columns = 0, records = 0, alike = 0;
    bool closed = true;
};
Shape shape_of(std::string_view text, char separator) {
    Shape shape;
    std::size_t fields = 1, length = 0;
    bool quoted = false;
    const auto end_record = [&] {
        if (length > 0) {
            if (shape.records++ == 0) shape.columns = fields;
            if (fields == shape.columns) ++shape.alike;
        }
        fields = 1;
        length = 0;
    };
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && c == '\n') {
            end_record();
            continue;
        }
        if (!quoted && c == separator) ++fields;
        if (c != '\r') ++length;
    }
    end_record();
    shape.closed = !quoted;
    return shape;
}

}  // namespace

bool is_text_stl(std::string_view bytes) {
    if (!bytes.starts_with("solid") || has_controls(bytes)) return false;
    const std::size_t tail = bytes.size() > 1024 ? bytes.size() - 1024 : 0;
    if (bytes.substr(0, 4096).find("facet normal") == std::string_view::npos) return false;
    if (bytes.substr(tail).find("endsolid") == std::string_view::npos) return false;
    return each_line(bytes, [](std::string_view line) { return line.size() <= 256; });
}

// Comments may be long (slicers write their settings there); commands may not.
bool is_gcode(std::string_view bytes) {
    bytes = without_mark(bytes);
    if (has_controls(bytes)) return false;
    int looked_at = 0, commands = 0, strangers = 0;
    bool moves = false;
    const bool short_enough = each_line(bytes, [&](std::string_view line) {
        line = trimmed(line);
        if (line.empty() || line == "%") return true;
        if (line[0] == ';' || line[0] == '(') return line.size() <= 64 * 1024;
        if (line.size() > 512) return false;
        if (++looked_at > 2000) return true;
        if (is_gcode_command(line))
            ++commands;
        else
            ++strangers;
        moves = moves || (line[0] == 'G' && line.size() > 1 && is_digit(line[1]));
        return true;
    });
    return short_enough && moves && commands > 0 && strangers * 10 <= commands;
}

bool is_svg(std::string_view bytes) {
    if (has_controls(bytes) || !is_utf8(bytes)) return false;
    const std::string_view root = root_of(without_mark(bytes));
    if (!root.starts_with("<svg") || root.size() < 6) return false;
    return std::string_view(" \t\r\n>").find(root[4]) != std::string_view::npos &&
           root.find("<!ENTITY") == std::string_view::npos;
}

// Pairs of lines: a group code, a value. The first pair that is not a comment (999) opens a section.
bool is_dxf(std::string_view bytes) {
    if (has_controls(bytes)) return false;
    std::string_view code;
    int lines = 0;
    bool opens = false;
    each_line(without_mark(bytes), [&](std::string_view line) {
        line = trimmed(line);
        if (lines++ % 2 == 0) {
            code = line;
            return code == "0" || code == "999";
        }
        opens = code == "0" && line == "SECTION";
        return code == "999" && lines < 200;
    });
    const std::size_t tail = bytes.size() > 64 ? bytes.size() - 64 : 0;
    return opens && trimmed(bytes.substr(tail)).ends_with("EOF");
}

bool is_csv(std::string_view bytes) {
    bytes = without_mark(bytes);
    if (bytes.empty() || bytes[0] == '<' || has_controls(bytes) || !is_utf8(bytes)) return false;
    for (const char separator : {';', ',', '\t'}) {
        const Shape shape = shape_of(bytes, separator);
        if (shape.closed && shape.columns >= 2 && shape.columns <= 200 && shape.records <= 50'000 &&
            shape.alike * 10 >= shape.records * 9)
            return true;
    }
    return false;
}

}  // namespace fabnum::files
