// DXF, written as text: pairs of a code and a value, line by line (AutoCAD DXF reference). Blocks are read
// where they are defined, not where they are placed.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numbers>

#include "engine/vector/vector.h"

namespace fabnum::vector {

namespace {

constexpr double pi = std::numbers::pi;

std::string_view without_space(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

double number_of(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && std::isfinite(value) && std::abs(value) < 1e9 ? value : 0;
}

// The pairs of a file, one after the other.
class Pairs {
 public:
    explicit Pairs(std::string_view bytes) : rest_(bytes) {}
    bool next() {
        std::string_view line;
        if (!take(line)) return false;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), code);
        if (error != std::errc() || end != line.data() + line.size()) return false;
        return take(value);
    }
    int code = 0;
    std::string_view value;

 private:
    bool take(std::string_view& line) {
        if (rest_.empty()) return false;
        const auto end = std::min(rest_.find('\n'), rest_.size());
        line = without_space(rest_.substr(0, end));
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return true;
    }
    std::string_view rest_;
};

// One thing that is drawn, as its pairs said it.
struct Entity {
    std::string_view kind, colour = "256";
    std::map<int, double> numbers;
    Line points;
    std::vector<double> bulges;

    double number(int code) const {
        const auto found = numbers.find(code);
        return found == numbers.end() ? 0 : found->second;
    }
};

Line arc_of(Point centre, double radius, double first, double span) {
    const int pieces = std::clamp(static_cast<int>(std::sqrt(std::abs(radius * span) / 0.05)), 4, 128);
    Line line;
    line.reserve(static_cast<std::size_t>(pieces) + 1);
    for (int i = 0; i <= pieces; ++i) {
        const double angle = first + span * i / pieces;
        line.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return line;
}

// From one point to the next: straight, or an arc of which `bulge` is the tangent of a quarter of the angle.
void go_on(Line& line, Point to, double bulge) {
    const Point from = line.back();
    const double chord = std::hypot(to.x - from.x, to.y - from.y);
    if (std::abs(bulge) < 1e-6 || std::abs(bulge) > 1e4 || chord < 1e-9) {
        line.push_back(to);
        return;
    }
    const double span = 4 * std::atan(bulge), radius = chord / 2 / std::sin(std::abs(span) / 2);
    const double away = radius * std::cos(std::abs(span) / 2) * (bulge > 0 ? 1 : -1);
    const Point centre{(from.x + to.x) / 2 - away * (to.y - from.y) / chord,
                       (from.y + to.y) / 2 + away * (to.x - from.x) / chord};
    const Line arc = arc_of(centre, radius, std::atan2(from.y - centre.y, from.x - centre.x), span);
    line.insert(line.end(), arc.begin() + 1, arc.end());
}

Line polyline_of(const Entity& one) {
    Line line;
    for (std::size_t i = 0; i < one.points.size(); ++i) {
        if (i == 0)
            line.push_back(one.points[0]);
        else
            go_on(line, one.points[i], one.bulges[i - 1]);
    }
    const bool is_closed = (static_cast<int>(one.number(70)) & 1) != 0;
    if (is_closed && one.points.size() > 1) go_on(line, one.points.front(), one.bulges.back());
    return line;
}

Line line_of(const Entity& one) {
    const Point first = one.points.empty() ? Point{} : one.points.front();
    if (one.kind == "LINE") return {first, {one.number(11), one.number(21)}};
    if (one.kind == "CIRCLE") return arc_of(first, one.number(40), 0, 2 * pi);
    if (one.kind == "ARC") {
        const double from = one.number(50) * pi / 180;
        double span = one.number(51) * pi / 180 - from;
        while (span <= 0) span += 2 * pi;
        return arc_of(first, one.number(40), from, std::min(span, 2 * pi));
    }
    if (one.kind == "LWPOLYLINE" || one.kind == "POLYLINE") return polyline_of(one);
    return {};
}

// Millimetres of the unit that the head names.
double unit_of(int code) {
    switch (code) {
        case 1: return 25.4;
        case 2: return 304.8;
        case 5: return 10;
        case 6: return 1000;
        default: return 1;
    }
}

class Reader {
 public:
    void take(int code, std::string_view value) {
        if (code == 0) return begin(value);
        if (code == 9) variable_ = value;
        if (code == 70 && variable_ == "$INSUNITS" && section_ != "ENTITIES")
            unit_ = unit_of(static_cast<int>(number_of(value)));
        if (code == 2 && entity_.kind == "SECTION") section_ = value;
        if (code == 62) entity_.colour = value;
        if (code == 10 && !(entity_.kind == "POLYLINE" && !in_vertex_)) {
            entity_.points.push_back({number_of(value), 0});
            entity_.bulges.push_back(0);
        } else if (code == 20 && !entity_.points.empty()) {
            entity_.points.back().y = number_of(value);
        } else if (code == 42 && !entity_.bulges.empty()) {
            entity_.bulges.back() = number_of(value);
        } else if (!in_vertex_ && code != 10 && code != 20) {
            entity_.numbers[code] = number_of(value);
        }
    }
    Findings findings() {
        put();
        return drawing_.findings();
    }
    bool saw_section() const { return !section_.empty(); }

 private:
    void begin(std::string_view kind) {
        in_vertex_ = kind == "VERTEX" && entity_.kind == "POLYLINE";
        if (in_vertex_ || (kind == "SEQEND" && entity_.kind == "POLYLINE")) return;
        put();
        entity_ = {};
        entity_.kind = kind;
    }
    void put() {
        if (section_ != "ENTITIES" && section_ != "BLOCKS") return;
        Line line = line_of(entity_);
        for (Point& p : line) p = {p.x * unit_, p.y * unit_};
        drawing_.add(line, entity_.colour);
    }

    Drawing drawing_;
    Entity entity_;
    std::string_view section_, variable_;
    double unit_ = 1;
    bool in_vertex_ = false;
};

}  // namespace

Result<Findings> analyse_dxf(std::string_view bytes) {
    Pairs pairs(bytes);
    Reader reader;
    while (pairs.next()) reader.take(pairs.code, pairs.value);
    if (!reader.saw_section()) return Refusal{"vector.not_a_drawing"};
    Findings found = reader.findings();
    if (found.is_empty) return Refusal{"vector.empty"};
    return found;
}

}  // namespace fabnum::vector
