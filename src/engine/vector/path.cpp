// What SVG says of shapes, as lines.

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/vector/scan.h"
#include "engine/vector/vector.h"

namespace fabnum::vector {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double tolerance_mm = 0.05;
constexpr std::size_t most_points = 4'000'000;  // of one path

double scale_of(const Transform& t) {
    return std::sqrt(std::abs(t.a * t.d - t.b * t.c));
}

// Pieces enough that a curve of that size strays by the tolerance at most.
int pieces_for(double size_mm) {
    return std::clamp(static_cast<int>(std::ceil(std::sqrt(std::max(0.0, size_mm) / tolerance_mm))), 4, 128);
}

// Reads one path, command by command.
class Pen {
 public:
    Pen(std::string_view data, const Transform& placed) : scan_(data), placed_(placed) {}

    Path run() {
        char command = 0;
        while (path_.is_understood && !scan_.is_done() && points_ < most_points) {
            const char c = scan_.peek();
            if (std::string_view("MmLlHhVvCcSsQqTtAaZz").find(c) != std::string_view::npos) {
                command = c;
                scan_.next();
            } else if (command == 0 || command == 'Z' || command == 'z') {
                path_.is_understood = false;
                break;
            }
            if (command != 0 && points_ == 0 && line_.empty() && (command | 0x20) != 'm') {
                path_.is_understood = false;
                break;
            }
            step(command);
            // Further pairs after a move are lines.
            if (command == 'M') command = 'L';
            if (command == 'm') command = 'l';
        }
        finish();
        return std::move(path_);
    }

 private:
    void step(char command) {
        const bool is_relative = command >= 'a';
        const Point from = is_relative ? here_ : Point{};
        switch (command | 0x20) {
            case 'm': return move(from);
            case 'z': return close();
            case 'l':
                if (const auto to = point(from)) draw(*to);
                break;
            case 'h':
                if (const auto x = number()) draw({from.x + *x, here_.y});
                break;
            case 'v':
                if (const auto y = number()) draw({here_.x, from.y + *y});
                break;
            case 'c': return cubic(from, true);
            case 's': return cubic(from, false);
            case 'q': return quadratic(from, true);
            case 't': return quadratic(from, false);
            case 'a': return arc(from);
            default: path_.is_understood = false;
        }
        last_cubic_ = last_quadratic_ = here_;
    }

    std::optional<double> number() {
        const auto value = scan_.number();
        if (!value) path_.is_understood = false;
        return value;
    }
    std::optional<Point> point(Point from) {
        const auto x = number();
        const auto y = x ? number() : x;
        if (!x || !y) return std::nullopt;
        return Point{from.x + *x, from.y + *y};
    }

    void move(Point from) {
        const auto to = point(from);
        if (!to) return;
        finish();
        here_ = start_ = last_cubic_ = last_quadratic_ = *to;
        put(*to);
    }
    void close() {
        if (!line_.empty()) put(start_);
        here_ = last_cubic_ = last_quadratic_ = start_;
        finish();
        // What is drawn next begins where this did.
        put(start_);
    }
    void draw(Point to) {
        here_ = to;
        put(to);
    }
    void put(Point p) {
        line_.push_back(placed_.of(p));
        ++points_;
    }
    void finish() {
        if (line_.size() > 1) path_.lines.push_back(std::move(line_));
        line_.clear();
    }

    void cubic(Point from, bool has_first) {
        const auto first =
            has_first ? point(from) : Point{2 * here_.x - last_cubic_.x, 2 * here_.y - last_cubic_.y};
        const auto second = first ? point(from) : first;
        const auto to = second ? point(from) : second;
        if (!to) return;
        curve({here_, *first, *second, *to});
        last_cubic_ = *second;
        last_quadratic_ = *to;
        here_ = *to;
    }
    void quadratic(Point from, bool has_control) {
        const auto control = has_control
                                 ? point(from)
                                 : Point{2 * here_.x - last_quadratic_.x, 2 * here_.y - last_quadratic_.y};
        const auto to = control ? point(from) : control;
        if (!to) return;
        const auto toward = [&](Point end) {
            return Point{end.x + 2.0 / 3 * (control->x - end.x), end.y + 2.0 / 3 * (control->y - end.y)};
        };
        curve({here_, toward(here_), toward(*to), *to});
        last_quadratic_ = *control;
        last_cubic_ = *to;
        here_ = *to;
    }
    void curve(const std::array<Point, 4>& p) {
        double size = 0;
        for (std::size_t i = 1; i < 4; ++i) size += std::hypot(p[i].x - p[i - 1].x, p[i].y - p[i - 1].y);
        const int pieces = pieces_for(size * scale_of(placed_));
        for (int i = 1; i <= pieces; ++i) {
            const double t = static_cast<double>(i) / pieces, s = 1 - t;
            const double w[] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
            put({w[0] * p[0].x + w[1] * p[1].x + w[2] * p[2].x + w[3] * p[3].x,
                 w[0] * p[0].y + w[1] * p[1].y + w[2] * p[2].y + w[3] * p[3].y});
        }
    }

    // From two ends to a centre (SVG 1.1, appendix F.6).
    void arc(Point from) {
        const auto rx_said = number();
        const auto ry_said = rx_said ? number() : rx_said;
        const auto turn = ry_said ? number() : ry_said;
        const auto large = turn ? scan_.flag() : std::nullopt;
        const auto sweep = large ? scan_.flag() : std::nullopt;
        const auto to = sweep ? point(from) : std::nullopt;
        if (!to) {
            path_.is_understood = false;
            return;
        }
        draw_arc({std::abs(*rx_said), std::abs(*ry_said)}, *turn * pi / 180, *large, *sweep, *to);
        here_ = last_cubic_ = last_quadratic_ = *to;
    }
    void draw_arc(Point radii, double turn, bool large, bool sweep, Point to) {
        if (radii.x < 1e-9 || radii.y < 1e-9) return put(to);
        const double c = std::cos(turn), s = std::sin(turn);
        const double dx = (here_.x - to.x) / 2, dy = (here_.y - to.y) / 2;
        const double x = c * dx + s * dy, y = -s * dx + c * dy;
        const double excess = x * x / (radii.x * radii.x) + y * y / (radii.y * radii.y);
        if (excess > 1) radii = {radii.x * std::sqrt(excess), radii.y * std::sqrt(excess)};
        const double rx2 = radii.x * radii.x, ry2 = radii.y * radii.y;
        const double below = rx2 * y * y + ry2 * x * x;
        if (below < 1e-18) return put(to);
        const double root = std::sqrt(std::max(0.0, (rx2 * ry2 - below) / below)) * (large == sweep ? -1 : 1);
        const Point middle{root * radii.x * y / radii.y, -root * radii.y * x / radii.x};
        const double cx = c * middle.x - s * middle.y + (here_.x + to.x) / 2;
        const double cy = s * middle.x + c * middle.y + (here_.y + to.y) / 2;
        const double first = std::atan2((y - middle.y) / radii.y, (x - middle.x) / radii.x);
        double span = std::atan2((-y - middle.y) / radii.y, (-x - middle.x) / radii.x) - first;
        if (sweep && span < 0) span += 2 * pi;
        if (!sweep && span > 0) span -= 2 * pi;
        const int pieces = pieces_for(std::abs(span) * std::max(radii.x, radii.y) * scale_of(placed_));
        for (int i = 1; i < pieces; ++i) {
            const double angle = first + span * i / pieces;
            const double px = radii.x * std::cos(angle), py = radii.y * std::sin(angle);
            put({c * px - s * py + cx, s * px + c * py + cy});
        }
        put(to);
    }

    Scan scan_;
    Transform placed_;
    Path path_;
    Line line_;
    Point here_, start_, last_cubic_, last_quadratic_;
    std::size_t points_ = 0;
};

std::optional<Transform> one_transform(std::string_view name, const std::vector<double>& n) {
    const auto at = [&](std::size_t i, double otherwise) { return i < n.size() ? n[i] : otherwise; };
    if (n.empty()) return std::nullopt;
    if (name == "translate") return Transform{.e = n[0], .f = at(1, 0)};
    if (name == "scale") return Transform{.a = n[0], .d = at(1, n[0])};
    if (name == "skewX") return Transform{.c = std::tan(n[0] * pi / 180)};
    if (name == "skewY") return Transform{.b = std::tan(n[0] * pi / 180)};
    if (name == "matrix" && n.size() == 6) return Transform{n[0], n[1], n[2], n[3], n[4], n[5]};
    if (name != "rotate") return std::nullopt;
    const double c = std::cos(n[0] * pi / 180), s = std::sin(n[0] * pi / 180);
    const Transform turn{.a = c, .b = s, .c = -s, .d = c};
    if (n.size() < 3) return turn;
    return then(then({.e = -n[1], .f = -n[2]}, turn), {.e = n[1], .f = n[2]});
}

}  // namespace

std::optional<Transform> transform_from(std::string_view text) {
    Scan scan(text);
    Transform all;
    while (!scan.is_done()) {
        const std::string_view name = scan.word();
        scan.skip_space();
        if (name.empty() || scan.peek() != '(') return std::nullopt;
        scan.next();
        std::vector<double> numbers;
        while (numbers.size() < 6) {
            scan.skip_comma();
            if (scan.peek() == ')') break;
            const auto number = scan.number();
            if (!number) return std::nullopt;
            numbers.push_back(*number);
        }
        scan.skip_space();
        if (scan.peek() != ')') return std::nullopt;
        scan.next();
        const auto one = one_transform(name, numbers);
        if (!one) return std::nullopt;
        // The last one written is the first one done.
        all = then(*one, all);
    }
    return all;
}

Path lines_of_path(std::string_view data, const Transform& placed) {
    return Pen(data, placed).run();
}

Line line_of_points(std::string_view points, bool is_closed, const Transform& placed) {
    Scan scan(points);
    Line line;
    while (!scan.is_done() && line.size() < most_points) {
        const auto x = scan.number();
        const auto y = x ? scan.number() : x;
        if (!y) break;
        line.push_back(placed.of({*x, *y}));
    }
    if (is_closed && line.size() > 1) line.push_back(line.front());
    return line;
}

Line line_of_ellipse(Point centre, double rx, double ry, const Transform& placed) {
    const int pieces = pieces_for(2 * pi * std::max(std::abs(rx), std::abs(ry)) * scale_of(placed));
    Line line;
    line.reserve(static_cast<std::size_t>(pieces) + 1);
    for (int i = 0; i <= pieces; ++i) {
        const double angle = 2 * pi * i / pieces;
        line.push_back(placed.of({centre.x + rx * std::cos(angle), centre.y + ry * std::sin(angle)}));
    }
    return line;
}

std::optional<double> millimetres_from(std::string_view text) {
    Scan scan(text);
    const auto number = scan.number();
    if (!number) return std::nullopt;
    constexpr std::pair<std::string_view, double> units[] = {
        {"", 25.4 / 96}, {"px", 25.4 / 96}, {"mm", 1},       {"cm", 10},
        {"in", 25.4},    {"pt", 25.4 / 72}, {"pc", 25.4 / 6}};
    const std::string_view unit = scan.word();
    for (const auto& [word, mm] : units)
        if (word == unit && scan.is_done()) return *number * mm;
    return std::nullopt;
}

}  // namespace fabnum::vector
