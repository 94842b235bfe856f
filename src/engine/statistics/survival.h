#pragma once

// How long people stay, when some are still there: the estimate of Kaplan and Meier (1958, JASA 53, p. 457)
// with Greenwood's variance (1926), and the log-rank test of two groups (Mantel 1966). Pure.

#include <optional>
#include <vector>

#include "engine/statistics/proportions.h"

namespace fabnum::statistics {

// One person: until when they were seen, and whether the event ended it (else they were still there, or left
// for another reason: censored).
struct Spell {
    double time = 0;
    bool event = false;
};

// On which scale the interval is symmetric. LogLog (Kalbfleisch and Prentice 1980) stays within 0 and 1 in
// small groups; Log is the usual one of other software, cut at 1.
enum class Scale { LogLog, Log };

// The curve after one time at which something happened.
struct Point {
    double time = 0;
    int at_risk = 0, events = 0, censored = 0;  // events come before those censored at the same time
    double survival = 1;
    std::optional<double> error = {};       // standard error of `survival`; none once nobody is left
    std::optional<Interval> interval = {};  // none once nobody is left
};
using Curve = std::vector<Point>;

Curve kaplan_meier(std::vector<Spell> spells, Scale scale = Scale::LogLog);

// The last point at or before `time`; before the first, everybody is there.
Point at(const Curve& curve, double time);

// The first time at which half or fewer are left; its limits come from the limits of the curve.
struct Median {
    std::optional<double> time, lower, upper;
};
Median median(const Curve& curve);

// The mean time up to `until`: the area under the curve, and its standard error.
struct Mean {
    double value = 0, error = 0;
};
Mean restricted_mean(const Curve& curve, double until);

struct LogRank {
    double observed_a = 0, expected_a = 0, observed_b = 0, expected_b = 0;
    double chi_square = 0;  // of one degree of freedom
    double p = 1;
};
LogRank log_rank(const std::vector<Spell>& a, const std::vector<Spell>& b);

}  // namespace fabnum::statistics
