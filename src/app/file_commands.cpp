#include "app/file_commands.h"

#include <cmath>
#include <filesystem>
#include <iostream>
#include <optional>

#include "engine/gcode/gcode.h"
#include "features/production/production.h"
#include "platform/files/disk.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"

namespace fabnum::app {

namespace {

using json::Value;

// Micrometres and milligrams are enough; what is finer is noise.
double rounded(double number) {
    return std::round(number * 1000) / 1000;
}
Value list_of(const std::array<double, 3>& numbers) {
    return json::inside(json::array({rounded(numbers[0]), rounded(numbers[1]), rounded(numbers[2])}));
}
Value maybe(const std::optional<double>& number) {
    return number ? Value(rounded(*number)) : Value(std::optional<int>());
}

bool is_one_file(std::string_view command, const std::vector<std::string>& names) {
    if (names.size() != 1)
        std::cerr << "fabnum: " << command << " wants one file: fabnum " << command << " FILE\n";
    else if (!std::filesystem::is_regular_file(names.front()))
        std::cerr << "fabnum: there is no file " << names.front() << ".\n";
    else
        return true;
    return false;
}

int refused(const std::string& file, const Refusal& refusal) {
    std::cerr << "fabnum: " << file << ": " << i18n::Words({.language = i18n::Language::English})(refusal)
              << "\n";
    return 1;
}

Value tools_of(const gcode::Findings& found) {
    std::vector<Value> tools;
    for (std::size_t tool = 0; tool < found.moves.tools; ++tool)
        tools.push_back(
            json::inside(json::object({{"tool", static_cast<std::int64_t>(tool)},
                                       {"filament_mm", rounded(found.moves.filament_mm[tool])}})));
    return json::inside(json::array(tools));
}

Value forbidden_of(const gcode::Findings& found) {
    std::vector<Value> all;
    for (const auto& one : found.forbidden)
        all.push_back(json::inside(json::object({{"line", one.line}, {"command", one.command}})));
    return json::inside(json::array(all));
}

Value holes_of(const mesh::Details& details) {
    std::vector<Value> holes;
    for (const auto& hole : details.holes)
        holes.push_back(json::inside(
            json::object({{"edges", hole.edges},
                          {"length_mm", rounded(hole.length_mm)},
                          {"centre_mm", list_of({hole.centre.x, hole.centre.y, hole.centre.z})}})));
    return json::inside(json::array(holes));
}

}  // namespace

int say_gcode(const std::vector<std::string>& names) {
    if (!is_one_file("gcode", names)) return 2;
    const files::Mapped file(names.front());
    const auto found = gcode::analyse(file.bytes());
    if (!found.is_gcode) return refused(names.front(), {"gcode.not_gcode"});
    const auto& notes = found.notes;
    const auto& moves = found.moves;
    std::cout << json::object({{"slicer", notes.slicer},
                               {"slicer_version", notes.slicer_version},
                               {"time_s", rounded(found.time_s())},
                               {"time_by", notes.time_s ? "slicer" : "simulation"},
                               {"simulated_time_s", rounded(moves.time_s)},
                               {"filament_mm", rounded(found.filament_mm())},
                               {"filament_g", rounded(found.filament_g())},
                               {"density_is_assumed", found.density_is_assumed()},
                               {"simulated_filament_mm_by_tool", tools_of(found)},
                               {"layers", found.layers()},
                               {"layer_height_mm", maybe(notes.layer_height_mm)},
                               {"size_mm", list_of(moves.printed.size())},
                               {"least_mm", list_of(moves.printed.least)},
                               {"most_mm", list_of(moves.printed.most)},
                               {"reach_least_mm", list_of(moves.reached.least)},
                               {"reach_most_mm", list_of(moves.reached.most)},
                               {"nozzle_c", rounded(moves.nozzle_c)},
                               {"bed_c", rounded(moves.bed_c)},
                               {"filament_type", notes.filament_type},
                               {"nozzle_diameter_mm", maybe(notes.nozzle_diameter_mm)},
                               {"infill_percent", maybe(notes.fill_percent)},
                               {"printer_model", notes.printer_model},
                               {"moves", moves.moves},
                               {"extruded_length_mm", rounded(moves.extruded_length_mm)},
                               {"travel_length_mm", rounded(moves.travel_length_mm)},
                               {"lines", found.lines},
                               {"lines_not_understood", found.not_understood},
                               {"forbidden", forbidden_of(found)}})
              << "\n";
    return 0;
}

int say_mesh(const std::vector<std::string>& names) {
    if (!is_one_file("mesh", names)) return 2;
    const files::Mapped file(names.front());
    const auto report = production::measure(file.bytes());
    if (!report) return refused(names.front(), report.refusal());
    const auto& found = report->findings;
    const auto& details = report->details;
    const auto count = [&](std::int64_t mesh::Details::*which) {
        return details ? Value((*details).*which) : Value(std::optional<int>());
    };
    const auto estimate = mesh::estimate_of(found, {});
    std::cout << json::object(
                     {{"format", mesh::word_of(found.format)},
                      {"triangles", found.triangles},
                      {"degenerate_triangles", found.degenerate},
                      {"size_mm", list_of(found.box.size())},
                      {"least_mm", list_of({found.box.least.x, found.box.least.y, found.box.least.z})},
                      {"most_mm", list_of({found.box.most.x, found.box.most.y, found.box.most.z})},
                      {"volume_mm3", rounded(found.volume_mm3)},
                      {"area_mm2", rounded(found.area_mm2)},
                      {"watertight", found.watertight},
                      {"consistently_oriented", found.consistent},
                      {"inside_out", found.inside_out},
                      {"overhang_mm2", rounded(found.overhang_mm2)},
                      {"vertices", count(&mesh::Details::vertices)},
                      {"parts", count(&mesh::Details::parts)},
                      {"open_edges", count(&mesh::Details::open_edges)},
                      {"crowded_edges", count(&mesh::Details::crowded_edges)},
                      {"flipped_triangles", count(&mesh::Details::flipped_triangles)},
                      {"holes", details ? holes_of(*details) : Value(std::optional<int>())},
                      {"thinnest_mm", details ? maybe(details->thinnest_mm) : maybe({})},
                      {"thin_share",
                       details ? Value(rounded(details->thin_share)) : Value(std::optional<int>())},
                      {"estimated_time_s", rounded(estimate.seconds)},
                      {"estimated_filament_g", rounded(estimate.grams)}})
              << "\n";
    return 0;
}

}  // namespace fabnum::app
