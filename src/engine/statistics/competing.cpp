#include "engine/statistics/competing.h"

#include <algorithm>
#include <numeric>

namespace fabnum::statistics {

std::vector<Shares> aalen_johansen(std::vector<Ended> people, int ways) {
    std::sort(people.begin(), people.end(), [](const Ended& a, const Ended& b) { return a.time < b.time; });
    const auto kinds = static_cast<std::size_t>(ways);
    std::vector<Shares> curve;
    double stay = 1;
    std::vector<double> gone(kinds, 0);
    int left = static_cast<int>(people.size());
    for (std::size_t i = 0; i < people.size();) {
        Shares line{.time = people[i].time, .at_risk = left, .events = std::vector<int>(kinds, 0)};
        for (; i < people.size() && people[i].time == line.time; ++i) {
            const int way = people[i].way;
            if (way >= 1 && way <= ways)
                ++line.events[static_cast<std::size_t>(way - 1)];
            else
                ++line.censored;
        }
        const double n = line.at_risk;
        for (std::size_t k = 0; k < kinds; ++k) gone[k] += stay * line.events[k] / n;
        const int all = std::accumulate(line.events.begin(), line.events.end(), 0);
        stay *= 1 - all / n;
        line.stay = stay;
        line.gone = gone;
        left -= all + line.censored;
        curve.push_back(std::move(line));
    }
    return curve;
}

Shares at(const std::vector<Shares>& curve, double time, int ways) {
    Shares before{.at_risk = curve.empty() ? 0 : curve.front().at_risk,
                  .events = std::vector<int>(static_cast<std::size_t>(ways), 0),
                  .gone = std::vector<double>(static_cast<std::size_t>(ways), 0)};
    for (const Shares& line : curve) {
        if (line.time > time) break;
        before = line;
    }
    return before;
}

}  // namespace fabnum::statistics
