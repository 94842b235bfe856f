#include "engine/gcode/gcode.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "engine/gcode/machine.h"

namespace fabnum::gcode {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double usual_diameter_mm = 1.75, usual_density_g_cm3 = 1.24;  // PLA

// Firmware, memory and card: what no print needs (Marlin G-code index, marlinfw.org/meta/gcode).
constexpr int forbidden_commands[] = {28,  29,  30,  32,  33,  500, 501, 502, 503, 504, 552,
                                      553, 554, 575, 586, 587, 588, 589, 851, 928, 997, 999};
constexpr std::size_t most_forbidden = 100;
constexpr std::size_t longest_line = 4096;

bool is_forbidden(const Words& words) {
    return words.letter == 'M' && std::find(std::begin(forbidden_commands), std::end(forbidden_commands),
                                            words.number) != std::end(forbidden_commands);
}

// Every line, without its end, to `take`.
template <class Take>
void each_line(std::string_view bytes, const Take& take) {
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    while (at < end) {
        const auto* stop =
            static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (!stop) stop = end;
        auto size = static_cast<std::size_t>(stop - at);
        if (size > 0 && at[size - 1] == '\r') --size;
        take(std::string_view(at, size));
        at = stop + 1;
    }
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

double sum(const std::vector<double>& all) {
    return std::accumulate(all.begin(), all.end(), 0.0);
}

double of_tool(const std::vector<double>& all, std::size_t tool, double otherwise) {
    const double value = all.empty() ? otherwise : all[std::min(tool, all.size() - 1)];
    return value > 0 ? value : otherwise;
}

}  // namespace

void Box::add(double x, double y, double z) {
    if (is_empty) {
        least = most = {x, y, z};
        is_empty = false;
        return;
    }
    least = {std::min(least[0], x), std::min(least[1], y), std::min(least[2], z)};
    most = {std::max(most[0], x), std::max(most[1], y), std::max(most[2], z)};
}

std::array<double, 3> Box::size() const {
    return {most[0] - least[0], most[1] - least[1], most[2] - least[2]};
}

double Findings::time_s() const {
    return notes.time_s.value_or(moves.time_s);
}

double Findings::filament_mm() const {
    if (!notes.filament_mm.empty()) return sum(notes.filament_mm);
    return std::accumulate(moves.filament_mm.begin(), moves.filament_mm.end(), 0.0);
}

// A slicer that was told no density writes 0 g: then its length counts.
double Findings::filament_g() const {
    if (const double said = sum(notes.filament_g); said > 0) return said;
    double grams = 0;
    const std::size_t tools = std::max(notes.filament_mm.size(), moves.tools);
    for (std::size_t tool = 0; tool < tools; ++tool) {
        const double length = tool < notes.filament_mm.size() ? notes.filament_mm[tool]
                              : notes.filament_mm.empty()     ? moves.filament_mm[tool]
                                                              : 0;
        const double across = of_tool(notes.filament_diameter_mm, tool, usual_diameter_mm);
        grams += length * pi / 4 * across * across / 1000 *
                 of_tool(notes.filament_density_g_cm3, tool, usual_density_g_cm3);
    }
    return grams;
}

bool Findings::density_is_assumed() const {
    return sum(notes.filament_g) <= 0 && sum(notes.filament_density_g_cm3) <= 0;
}

int Findings::layers() const {
    return notes.layers.value_or(moves.layers);
}

Findings analyse(std::string_view bytes, const std::optional<Limits>& limits) {
    Findings found;
    found.notes = notes_of(bytes);
    Machine machine(limits ? *limits : found.notes.limits.value_or(Limits{}));
    Words words;
    each_line(bytes, [&](std::string_view line) {
        ++found.lines;
        if (line.empty()) return;
        if (line.front() == ';') {
            machine.heed(line.substr(1));
            return;
        }
        if (line.size() > longest_line || !read_words(line, words)) {
            if (line.size() > longest_line || (line.front() != '(' && line.front() != '%' && !is_blank(line)))
                ++found.not_understood;
            return;
        }
        if (words.letter == 'M' && is_forbidden(words) && found.forbidden.size() < most_forbidden)
            found.forbidden.push_back({found.lines, "M" + std::to_string(words.number)});
        machine.obey(words);
    });
    found.moves = machine.moves();
    found.is_gcode = found.moves.moves > 0 && found.not_understood * 10 <= found.lines;
    return found;
}

Preview preview_of(std::string_view bytes, std::size_t most_points) {
    Preview preview;
    std::size_t points = 0, every = 1;
    Machine machine(Limits{});
    Words words;
    int layer = 0;
    each_line(bytes, [&](std::string_view line) {
        if (line.empty() || line.size() > longest_line) return;
        if (line.front() == ';') {
            machine.heed(line.substr(1));
            return;
        }
        if (!read_words(line, words)) return;
        const bool moves = words.letter == 'G' && words.number <= 3;
        machine.obey(words);
        if (!moves || !machine.stroke().lays) return;
        const auto& stroke = machine.stroke();
        if (machine.layer() != layer || preview.layers.empty()) {
            layer = machine.layer();
            preview.layers.push_back({.z = stroke.z, .lines = {}});
            ++preview.of;
        }
        // Too many: every second layer goes, and from here on fewer are kept.
        auto& lines = preview.layers.back().lines;
        const Point from{static_cast<float>(stroke.from_x), static_cast<float>(stroke.from_y)};
        if (static_cast<std::size_t>(preview.of - 1) % every != 0) return;
        if (lines.empty() || lines.back().back().x != from.x || lines.back().back().y != from.y) {
            lines.push_back({from});
            ++points;
        }
        lines.back().push_back({static_cast<float>(stroke.x), static_cast<float>(stroke.y)});
        if (++points < most_points || every >= 4096) return;
        every *= 2;
        points = 0;
        int number = 0;
        for (auto& one : preview.layers) {
            if (static_cast<std::size_t>(number++) % every != 0) one.lines.clear();
            for (const auto& line_of : one.lines) points += line_of.size();
        }
    });
    std::erase_if(preview.layers, [](const Layer& one) { return one.lines.empty(); });
    return preview;
}

}  // namespace fabnum::gcode
