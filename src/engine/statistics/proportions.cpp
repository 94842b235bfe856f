#include "engine/statistics/proportions.h"

#include <algorithm>
#include <cmath>

namespace fabnum::statistics {

Interval wilson(int part, int whole) {
    if (whole <= 0) return {0, 1};
    const double n = whole;
    const double p = part / n;
    const double square = z95 * z95;
    const double scale = 1 + square / n;
    const double centre = (p + square / (2 * n)) / scale;
    const double half = z95 * std::sqrt(p * (1 - p) / n + square / (4 * n * n)) / scale;
    // At the ends the formula gives 0 and 1 but for rounding.
    return {part == 0 ? 0 : std::max(0.0, centre - half), part == whole ? 1 : std::min(1.0, centre + half)};
}

Difference newcombe(int part_a, int whole_a, int part_b, int whole_b) {
    if (whole_a <= 0 || whole_b <= 0) return {};
    const double a = part_a / static_cast<double>(whole_a);
    const double b = part_b / static_cast<double>(whole_b);
    const Interval of_a = wilson(part_a, whole_a);
    const Interval of_b = wilson(part_b, whole_b);
    const double value = a - b;
    return {value,
            {value - std::hypot(a - of_a.lower, of_b.upper - b),
             value + std::hypot(of_a.upper - a, b - of_b.lower)}};
}

WithMissing with_missing(int asked, int answered, int yes) {
    WithMissing found{.asked = asked, .answered = answered, .yes = yes};
    found.answers_interval = wilson(yes, answered);
    if (answered > 0) found.among_answers = yes / static_cast<double>(answered);
    if (asked <= 0) return found;
    const int at_most = yes + asked - answered;
    found.bounds = {yes / static_cast<double>(asked), at_most / static_cast<double>(asked)};
    found.envelope = {wilson(yes, asked).lower, wilson(at_most, asked).upper};
    return found;
}

}  // namespace fabnum::statistics
