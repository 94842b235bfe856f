#include "engine/vector/vector.h"

#include <algorithm>
#include <cmath>

namespace fabnum::vector {

namespace {

constexpr std::size_t most_colours = 64;  // beyond, they are one: a picture, not a drawing
constexpr std::string_view other_colours = "…";

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

bool is_finite(const Line& line) {
    return std::all_of(line.begin(), line.end(), [](Point p) {
        return std::isfinite(p.x) && std::isfinite(p.y) && std::abs(p.x) < 1e7 && std::abs(p.y) < 1e7;
    });
}

}  // namespace

Transform then(const Transform& inner, const Transform& outer) {
    return {.a = outer.a * inner.a + outer.c * inner.b,
            .b = outer.b * inner.a + outer.d * inner.b,
            .c = outer.a * inner.c + outer.c * inner.d,
            .d = outer.b * inner.c + outer.d * inner.d,
            .e = outer.a * inner.e + outer.c * inner.f + outer.e,
            .f = outer.b * inner.e + outer.d * inner.f + outer.f};
}

void Drawing::add(const Line& line, std::string_view colour) {
    if (line.size() < 2 || !is_finite(line)) return;
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) length += distance(line[i - 1], line[i]);
    auto& strokes = found_.strokes;
    const auto named = [&](std::string_view wanted) {
        return std::find_if(strokes.begin(), strokes.end(),
                            [&](const Stroke& one) { return one.colour == wanted; });
    };
    auto stroke = named(colour);
    if (stroke == strokes.end() && strokes.size() >= most_colours) stroke = named(colour = other_colours);
    if (stroke == strokes.end()) stroke = strokes.insert(stroke, Stroke{.colour = std::string(colour)});
    stroke->length_mm += length;
    ++stroke->lines;
    for (const Point p : line) {
        if (found_.is_empty) found_.least = found_.most = p;
        found_.is_empty = false;
        found_.least = {std::min(found_.least.x, p.x), std::min(found_.least.y, p.y)};
        found_.most = {std::max(found_.most.x, p.x), std::max(found_.most.y, p.y)};
    }
}

Findings Drawing::findings() const {
    Findings found = found_;
    std::stable_sort(found.strokes.begin(), found.strokes.end(),
                     [](const Stroke& a, const Stroke& b) { return a.length_mm > b.length_mm; });
    return found;
}

double Findings::cut_mm() const {
    double sum = 0;
    for (const Stroke& one : strokes) sum += one.length_mm;
    return sum;
}

std::array<double, 2> Findings::size_mm() const {
    return {most.x - least.x, most.y - least.y};
}

double seconds_of(const Findings& found, const Recipe& recipe) {
    std::int64_t lines = 0;
    for (const Stroke& one : found.strokes) lines += one.lines;
    return found.cut_mm() / recipe.cut_mm_s + static_cast<double>(lines) * recipe.seconds_per_line;
}

}  // namespace fabnum::vector
