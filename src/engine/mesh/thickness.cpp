#include "engine/mesh/thickness.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fabnum::mesh {

namespace {

using Point = std::array<double, 3>;
constexpr std::size_t most_places = 500, most_cells_a_side = 128;
constexpr double never = std::numeric_limits<double>::infinity();

Point point_of(const Vec& v) {
    return {v.x, v.y, v.z};
}
Point minus(const Point& a, const Point& b) {
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}
Point cross(const Point& a, const Point& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
double dot(const Point& a, const Point& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

// Where a ray meets a triangle (Möller and Trumbore, 1997); `never` when it does not, or behind.
double meets(const Point& from, const Point& along, const Point& a, const Point& b, const Point& c) {
    const Point ab = minus(b, a), ac = minus(c, a), p = cross(along, ac);
    const double det = dot(ab, p);
    if (std::abs(det) < 1e-12) return never;
    const Point to = minus(from, a);
    const double u = dot(to, p) / det;
    if (u < -1e-9 || u > 1 + 1e-9) return never;
    const Point q = cross(to, ab);
    const double v = dot(along, q) / det;
    if (v < -1e-9 || u + v > 1 + 1e-9) return never;
    const double at = dot(ac, q) / det;
    return at > 1e-5 ? at : never;
}

// The room of the model in equal cells, each with the triangles that touch it.
class Cells {
 public:
    explicit Cells(const Model& model) : model_(model) {
        least_ = most_ = point_of(model.vertices.front());
        for (const Vec& v : model.vertices) {
            const Point p = point_of(v);
            for (std::size_t i = 0; i < 3; ++i) {
                least_[i] = std::min(least_[i], p[i]);
                most_[i] = std::max(most_[i], p[i]);
            }
        }
        const Point size = minus(most_, least_);
        const double longest = std::max({size[0], size[1], size[2], 1e-6});
        const double side = std::clamp(std::cbrt(static_cast<double>(model.triangles.size())) * 1.5, 1.0,
                                       static_cast<double>(most_cells_a_side));
        cell_ = longest / side;
        for (std::size_t i = 0; i < 3; ++i) count_[i] = static_cast<int>(size[i] / cell_) + 1;
        fill();
    }

    double first_wall(const Point& from, const Point& along, std::uint32_t but) const {
        std::array<int, 3> at, step;
        Point next, stride;
        for (std::size_t i = 0; i < 3; ++i) {
            at[i] = index(from[i], i);
            step[i] = along[i] > 0 ? 1 : -1;
            stride[i] = along[i] == 0 ? never : cell_ / std::abs(along[i]);
            const double edge = least_[i] + (at[i] + (step[i] > 0 ? 1 : 0)) * cell_;
            next[i] = along[i] == 0 ? never : (edge - from[i]) / along[i];
        }
        for (;;) {
            const std::size_t axis =
                next[0] < next[1] ? (next[0] < next[2] ? 0 : 2) : (next[1] < next[2] ? 1 : 2);
            const double wall = nearest_in(number_of(at), from, along, but);
            if (wall <= next[axis]) return wall;
            at[axis] += step[axis];
            if (at[axis] < 0 || at[axis] >= count_[axis]) return wall;
            next[axis] += stride[axis];
        }
    }

 private:
    int index(double at, std::size_t axis) const {
        return std::clamp(static_cast<int>((at - least_[axis]) / cell_), 0, count_[axis] - 1);
    }
    std::size_t number_of(const std::array<int, 3>& at) const {
        return (static_cast<std::size_t>(at[2]) * static_cast<std::size_t>(count_[1]) +
                static_cast<std::size_t>(at[1])) *
                   static_cast<std::size_t>(count_[0]) +
               static_cast<std::size_t>(at[0]);
    }
    template <class Visit>
    void each_touched(const std::array<std::uint32_t, 3>& corners, const Visit& visit) const {
        std::array<int, 3> low, high;
        for (std::size_t i = 0; i < 3; ++i) {
            const double values[] = {point_of(model_.vertices[corners[0]])[i],
                                     point_of(model_.vertices[corners[1]])[i],
                                     point_of(model_.vertices[corners[2]])[i]};
            low[i] = index(std::min({values[0], values[1], values[2]}), i);
            high[i] = index(std::max({values[0], values[1], values[2]}), i);
        }
        for (int z = low[2]; z <= high[2]; ++z)
            for (int y = low[1]; y <= high[1]; ++y)
                for (int x = low[0]; x <= high[0]; ++x) visit(number_of({x, y, z}));
    }
    void fill() {
        const auto cells = static_cast<std::size_t>(count_[0]) * static_cast<std::size_t>(count_[1]) *
                           static_cast<std::size_t>(count_[2]);
        begin_.assign(cells + 1, 0);
        for (const auto& corners : model_.triangles)
            each_touched(corners, [&](std::size_t cell) { ++begin_[cell + 1]; });
        for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
        inside_.resize(begin_.back());
        auto next = begin_;
        for (std::uint32_t t = 0; t < model_.triangles.size(); ++t)
            each_touched(model_.triangles[t], [&](std::size_t cell) { inside_[next[cell]++] = t; });
    }
    double nearest_in(std::size_t cell, const Point& from, const Point& along, std::uint32_t but) const {
        double nearest = never;
        for (std::uint64_t i = begin_[cell]; i < begin_[cell + 1]; ++i) {
            if (inside_[i] == but) continue;
            const auto& corners = model_.triangles[inside_[i]];
            nearest = std::min(
                nearest, meets(from, along, point_of(model_.vertices[corners[0]]),
                               point_of(model_.vertices[corners[1]]), point_of(model_.vertices[corners[2]])));
        }
        return nearest;
    }

    const Model& model_;
    Point least_, most_;
    double cell_ = 1;
    std::array<int, 3> count_ = {1, 1, 1};
    std::vector<std::uint64_t> begin_;
    std::vector<std::uint32_t> inside_;
};

}  // namespace

Thickness thickness_of(const Model& model, const std::vector<bool>& turned) {
    Thickness found;
    if (model.triangles.empty()) return found;
    const Cells cells(model);
    const std::size_t every = std::max<std::size_t>(1, model.triangles.size() / most_places);
    std::size_t places = 0, thin = 0;
    for (std::size_t t = 0; t < model.triangles.size(); t += every) {
        const auto& corners = model.triangles[t];
        const Point a = point_of(model.vertices[corners[0]]), b = point_of(model.vertices[corners[1]]),
                    c = point_of(model.vertices[corners[2]]);
        Point inwards = cross(minus(c, a), minus(b, a));
        const double length = std::sqrt(dot(inwards, inwards));
        if (length <= 0) continue;
        for (double& part : inwards) part *= (turned[t] ? -1 : 1) / length;
        const Point middle = {(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3, (a[2] + b[2] + c[2]) / 3};
        const double wall = cells.first_wall(middle, inwards, static_cast<std::uint32_t>(t));
        if (wall == never) continue;
        ++places;
        if (wall < thin_mm) ++thin;
        if (!found.thinnest_mm || wall < *found.thinnest_mm) found.thinnest_mm = wall;
    }
    if (places > 0) found.thin_share = static_cast<double>(thin) / static_cast<double>(places);
    return found;
}

}  // namespace fabnum::mesh
