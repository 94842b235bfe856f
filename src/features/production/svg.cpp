#include "features/production/svg.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "platform/xml/xml.h"

namespace fabnum::production {

namespace {

using vector::Point;
using vector::Transform;

// Where one is in the tree: how it is placed, with which pen.
struct Level {
    Transform placed;
    std::string stroke = "";
    bool is_hidden = false;  // a definition, a mask: not drawn where it stands
};

double number_in(const xml::Element& element, std::string_view name) {
    const std::string_view text = element.attribute(name);
    // In the units of the drawing, whatever unit is written: rare, and small drawings only.
    const auto numbers = vector::line_of_points(std::string(text) + " 0", false, {});
    return numbers.empty() ? 0 : numbers.front().x;
}

// "stroke:#f00;fill:none": the value of one property.
std::string_view property(std::string_view style, std::string_view name) {
    while (!style.empty()) {
        const auto end = std::min(style.find(';'), style.size());
        const std::string_view one = style.substr(0, end);
        const auto colon = one.find(':');
        if (colon != std::string_view::npos && trimmed(one.substr(0, colon)) == name)
            return trimmed(one.substr(colon + 1));
        style.remove_prefix(std::min(end + 1, style.size()));
    }
    return {};
}

std::string_view said(const xml::Element& element, std::string_view name) {
    const auto by_style = property(element.attribute("style"), name);
    return by_style.empty() ? trimmed(element.attribute(name)) : by_style;
}

class Sheet {
 public:
    void begin(const xml::Element& element) {
        Level level = levels_.empty() ? Level{} : levels_.back();
        if (levels_.empty()) {
            is_svg_ = element.name == "svg";
            level.placed = placed_by(element);
        } else if (const auto text = element.attribute("transform"); !text.empty()) {
            if (const auto own = vector::transform_from(text))
                level.placed = vector::then(*own, level.placed);
        }
        constexpr std::string_view apart[] = {"defs", "clipPath", "mask", "symbol", "pattern", "marker"};
        for (const std::string_view name : apart) level.is_hidden = level.is_hidden || element.name == name;
        if (said(element, "display") == "none") level.is_hidden = true;
        if (const auto stroke = said(element, "stroke"); !stroke.empty()) level.stroke = stroke;
        levels_.push_back(level);
        if (!level.is_hidden) draw(element, level);
    }
    void end() { levels_.pop_back(); }

    bool is_svg() const { return is_svg_; }
    vector::Findings findings() const { return drawing_.findings(); }

 private:
    // From the units of the drawing to millimetres (SVG 1.1, §7.7).
    static Transform placed_by(const xml::Element& svg) {
        const auto width = vector::millimetres_from(svg.attribute("width"));
        const auto box = vector::line_of_points(svg.attribute("viewBox"), false, {});
        constexpr double usual = 25.4 / 96;
        if (box.size() < 2 || box[1].x <= 0) return {.a = usual, .d = usual};
        const double scale = width && *width > 0 ? *width / box[1].x : usual;
        return {.a = scale, .d = scale, .e = -box[0].x * scale, .f = -box[0].y * scale};
    }

    void draw(const xml::Element& element, const Level& level) {
        const std::string colour = level.stroke.empty() || level.stroke == "none" ? "—" : level.stroke;
        const auto add = [&](const vector::Line& line) { drawing_.add(line, colour); };
        const auto number = [&](std::string_view name) { return number_in(element, name); };
        if (element.name == "path") {
            for (const auto& line : vector::lines_of_path(element.attribute("d"), level.placed).lines)
                add(line);
        } else if (element.name == "line") {
            add({level.placed.of({number("x1"), number("y1")}),
                 level.placed.of({number("x2"), number("y2")})});
        } else if (element.name == "polyline" || element.name == "polygon") {
            add(vector::line_of_points(element.attribute("points"), element.name == "polygon", level.placed));
        } else if (element.name == "rect") {
            const Point a{number("x"), number("y")};
            const Point b{a.x + number("width"), a.y + number("height")};
            vector::Line line;
            for (const Point p : {a, Point{b.x, a.y}, b, Point{a.x, b.y}, a})
                line.push_back(level.placed.of(p));
            add(line);
        } else if (element.name == "circle") {
            add(vector::line_of_ellipse({number("cx"), number("cy")}, number("r"), number("r"),
                                        level.placed));
        } else if (element.name == "ellipse") {
            add(vector::line_of_ellipse({number("cx"), number("cy")}, number("rx"), number("ry"),
                                        level.placed));
        }
    }

    std::vector<Level> levels_;
    vector::Drawing drawing_;
    bool is_svg_ = false;
};

}  // namespace

Result<vector::Findings> measure_svg(std::string_view bytes) {
    Sheet sheet;
    const bool is_whole = xml::read(bytes, {.begin = [&](const xml::Element& one) { sheet.begin(one); },
                                            .end = [&](std::string_view) { sheet.end(); }});
    if (!is_whole || !sheet.is_svg()) return Refusal{"vector.not_a_drawing"};
    auto found = sheet.findings();
    if (found.is_empty) return Refusal{"vector.empty"};
    return found;
}

}  // namespace fabnum::production
