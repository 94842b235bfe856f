#include "engine/statistics/survival.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fabnum::statistics {

namespace {

std::optional<Interval> interval_of(double survival, double relative_variance, Scale scale) {
    if (survival <= 0) return std::nullopt;
    if (survival >= 1) return Interval{1, 1};
    const double log_survival = std::log(survival);
    const double reach = z95 * std::sqrt(relative_variance);
    if (scale == Scale::Log)
        return Interval{std::exp(log_survival - reach), std::min(1.0, std::exp(log_survival + reach))};
    const double inner = std::log(-log_survival);
    const double width = reach / -log_survival;
    return Interval{std::exp(-std::exp(inner + width)), std::exp(-std::exp(inner - width))};
}

}  // namespace

Curve kaplan_meier(std::vector<Spell> spells, Scale scale) {
    std::sort(spells.begin(), spells.end(), [](const Spell& a, const Spell& b) { return a.time < b.time; });
    Curve curve;
    int left = static_cast<int>(spells.size());
    double survival = 1, sum = 0;  // Greenwood's sum: the variance over the square of the survival
    for (std::size_t i = 0; i < spells.size();) {
        Point point{.time = spells[i].time, .at_risk = left};
        for (; i < spells.size() && spells[i].time == point.time; ++i)
            ++(spells[i].event ? point.events : point.censored);
        const double n = point.at_risk;
        survival *= 1 - point.events / n;
        if (point.events < point.at_risk) sum += point.events / (n * (n - point.events));
        point.survival = survival;
        if (survival > 0) point.error = survival * std::sqrt(sum);
        point.interval = interval_of(survival, sum, scale);
        curve.push_back(point);
        left -= point.events + point.censored;
    }
    return curve;
}

Point at(const Curve& curve, double time) {
    Point before{.time = 0,
                 .at_risk = curve.empty() ? 0 : curve.front().at_risk,
                 .survival = 1,
                 .error = 0,
                 .interval = Interval{1, 1}};
    for (const Point& point : curve) {
        if (point.time > time) break;
        before = point;
    }
    return before;
}

Median median(const Curve& curve) {
    Median found;
    for (const Point& point : curve) {
        if (!found.time && point.survival <= 0.5) found.time = point.time;
        if (!found.lower && point.interval && point.interval->lower <= 0.5) found.lower = point.time;
        if (!found.upper && point.interval && point.interval->upper <= 0.5) found.upper = point.time;
    }
    return found;
}

Mean restricted_mean(const Curve& curve, double until) {
    // From the last step back to the first, the area after each step is known when the step is met.
    double area_after = 0, variance = 0, end = until;
    for (auto point = curve.rbegin(); point != curve.rend(); ++point) {
        if (point->time >= until) continue;
        area_after += point->survival * (end - point->time);
        end = point->time;
        const double n = point->at_risk;
        if (point->events > 0 && point->events < point->at_risk)
            variance += area_after * area_after * point->events / (n * (n - point->events));
    }
    return {area_after + end, std::sqrt(variance)};
}

LogRank log_rank(const std::vector<Spell>& a, const std::vector<Spell>& b) {
    struct Moment {
        int events_a = 0, events = 0, leave_a = 0, leave = 0;
    };
    std::map<double, Moment> moments;
    for (const Spell& spell : a) {
        Moment& moment = moments[spell.time];
        moment.events_a += spell.event;
        moment.events += spell.event;
        ++moment.leave_a;
        ++moment.leave;
    }
    for (const Spell& spell : b) {
        Moment& moment = moments[spell.time];
        moment.events += spell.event;
        ++moment.leave;
    }
    LogRank test;
    double variance = 0;
    double left_a = static_cast<double>(a.size()), left = static_cast<double>(a.size() + b.size());
    double all_events = 0;
    for (const auto& [time, moment] : moments) {
        if (moment.events > 0) {
            const double d = moment.events;
            test.observed_a += moment.events_a;
            all_events += d;
            test.expected_a += d * left_a / left;
            if (left > 1) variance += d * (left_a / left) * (1 - left_a / left) * (left - d) / (left - 1);
        }
        left_a -= moment.leave_a;
        left -= moment.leave;
    }
    test.observed_b = all_events - test.observed_a;
    test.expected_b = all_events - test.expected_a;
    if (variance > 0) {
        const double gap = test.observed_a - test.expected_a;
        test.chi_square = gap * gap / variance;
        test.p = std::erfc(std::sqrt(test.chi_square / 2));  // one degree of freedom
    }
    return test;
}

}  // namespace fabnum::statistics
