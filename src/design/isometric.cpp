#include "design/isometric.h"

#include <algorithm>
#include <cmath>

#include "design/attributes.h"

namespace fabnum::design {

using namespace html;

namespace {

// At most one decimal: a tenth of a pixel is enough.
std::string decimal(double number) {
    const auto tenths = static_cast<std::int64_t>(std::llround(number * 10));
    std::string text = (tenths < 0 ? "-" : "") + std::to_string(std::abs(tenths) / 10);
    if (const auto tenth = std::abs(tenths) % 10) text += "." + std::to_string(tenth);
    return text;
}

double across(Point point) {
    return (point.x - point.y) * 0.866;
}
double down(Point point) {
    return (point.x + point.y) * 0.5 - point.z;
}

std::string way(const std::vector<Point>& points) {
    std::string way;
    for (const Point point : points)
        way += (way.empty() ? "M" : "L") + decimal(across(point)) + " " + decimal(down(point));
    return way;
}

}  // namespace

void Isometric::reach(double right, double down) {
    left_ = std::min(left_, right);
    right_ = std::max(right_, right);
    top_ = std::min(top_, down);
    bottom_ = std::max(bottom_, down);
}

std::string Isometric::frame() const {
    constexpr double margin = 10;
    return decimal(left_ - margin) + " " + decimal(top_ - margin) + " " +
           decimal(right_ - left_ + 2 * margin) + " " + decimal(bottom_ - top_ + 2 * margin);
}

Isometric& Isometric::face(std::string_view look, const std::vector<Point>& corners) {
    for (const Point corner : corners) reach(across(corner), down(corner));
    drawing_ += path({cls(look), attr("d", way(corners) + "z")});
    return *this;
}

Isometric& Isometric::line(std::string_view look, const std::vector<Point>& points) {
    drawing_ += path({cls(look), attr("d", way(points))});
    return *this;
}

Isometric& Isometric::box(const Faces& faces, Point at, Point size) {
    const double x = at.x + size.x, y = at.y + size.y, z = at.z + size.z;
    face(faces.right, {{x, at.y, at.z}, {x, y, at.z}, {x, y, z}, {x, at.y, z}});
    face(faces.left, {{at.x, y, at.z}, {x, y, at.z}, {x, y, z}, {at.x, y, z}});
    return face(faces.top, {{at.x, at.y, z}, {x, at.y, z}, {x, y, z}, {at.x, y, z}});
}

Isometric& Isometric::disc(std::string_view look, Point middle, double radius) {
    drawing_ +=
        element("ellipse", {cls(look), attr("cx", decimal(across(middle))), attr("cy", decimal(down(middle))),
                            attr("rx", decimal(radius * 1.22)), attr("ry", decimal(radius * 0.71))});
    return *this;
}

Isometric& Isometric::cylinder(const Faces& faces, Point middle, double radius, double height) {
    disc(faces.left, middle, radius);
    const double left = across(middle) - radius * 1.22;
    drawing_ += rect({cls(faces.left), attr("x", decimal(left)), attr("y", decimal(down(middle) - height)),
                      attr("width", decimal(radius * 2.44)), attr("height", decimal(height))});
    return disc(faces.top, {middle.x, middle.y, middle.z + height}, radius);
}

Isometric& Isometric::on_left(std::string_view look, Point at, double width, double height) {
    return face(
        look,
        {at, {at.x + width, at.y, at.z}, {at.x + width, at.y, at.z + height}, {at.x, at.y, at.z + height}});
}

Isometric& Isometric::on_right(std::string_view look, Point at, double width, double height) {
    return face(
        look,
        {at, {at.x, at.y + width, at.z}, {at.x, at.y + width, at.z + height}, {at.x, at.y, at.z + height}});
}

Isometric& Isometric::add(std::string_view look, const Isometric& other, double right, double lower,
                          double scale) {
    reach(right + other.left_ * scale, lower + other.top_ * scale);
    reach(right + other.right_ * scale, lower + other.bottom_ * scale);
    drawing_ += g({cls(look),
                   attr("transform", "translate(" + decimal(right) + " " + decimal(lower) + ") scale(" +
                                         decimal(scale) + ")"),
                   other.drawing()});
    return *this;
}

}  // namespace fabnum::design
