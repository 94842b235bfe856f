#pragma once

// Shares of a small group, with the interval they may truly lie in. Pure. Every interval is of 95 %.

#include <optional>

namespace fabnum::statistics {

inline constexpr double z95 = 1.959963984540054;  // the 0.975 quantile of the normal law

struct Interval {
    double lower = 0, upper = 1;
};

// The score interval of Wilson (1927, JASA 22, p. 209), without continuity correction. `part` of `whole`;
// with nobody in `whole` nothing is known: 0 to 1.
Interval wilson(int part, int whole);

// The difference of two shares, by Newcombe's hybrid of two Wilson intervals (1998, Statistics in Medicine
// 17, p. 873, method 10).
struct Difference {
    double value = 0;
    Interval interval = {-1, 1};
    bool tells_apart() const { return interval.lower > 0 || interval.upper < 0; }
};
Difference newcombe(int part_a, int whole_a, int part_b, int whole_b);

// A share some time after, when not everybody answered: among those who answered; what it would be if all
// others had said no, or yes (Manski's bounds, 1989, Journal of Human Resources 24, p. 343); and both with
// their Wilson intervals.
struct WithMissing {
    int asked = 0, answered = 0, yes = 0;
    std::optional<double> among_answers = {};  // none when nobody answered
    Interval answers_interval = {};
    Interval bounds = {};
    Interval envelope = {};
};
WithMissing with_missing(int asked, int answered, int yes);

}  // namespace fabnum::statistics
