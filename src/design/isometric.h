#pragma once

// A small drawing table in isometric view: x goes down to the right, y down to the left, z up.
// Shapes are drawn in the order they are added: what is behind comes first.

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/html.h"

namespace fabnum::design {

struct Point {
    double x = 0, y = 0, z = 0;
};

// The classes of a box's three faces, from assets/styles (.picture .w1 …).
struct Faces {
    std::string_view top, left, right;
};

class Isometric {
 public:
    Isometric& face(std::string_view look, const std::vector<Point>& corners);
    Isometric& line(std::string_view look, const std::vector<Point>& points);
    Isometric& box(const Faces& faces, Point corner, Point size);
    // On the ground or on a table: an ellipse.
    Isometric& disc(std::string_view look, Point middle, double radius);
    Isometric& cylinder(const Faces& faces, Point middle, double radius, double height);
    // A rectangle on a face that looks left (constant y) or right (constant x).
    Isometric& on_left(std::string_view look, Point corner, double width, double height);
    Isometric& on_right(std::string_view look, Point corner, double width, double height);
    Isometric& add(std::string_view look, const Isometric& other, double right, double down, double scale);

    const html::Markup& drawing() const { return drawing_; }
    // The viewBox that holds everything drawn, with a margin.
    std::string frame() const;

 private:
    void reach(double right, double down);

    html::Markup drawing_;
    double left_ = 0, top_ = 0, right_ = 0, bottom_ = 0;  // what was drawn so far lies within
};

}  // namespace fabnum::design
