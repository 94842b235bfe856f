#include "features/maintenance/plan.h"

#include <algorithm>

namespace fabnum::maintenance {

Left left_of(const Plan& plan, std::int64_t running_minutes, Day today) {
    Left left;
    if (plan.every_days) left.days = days_between(today, plan.last_day + *plan.every_days);
    if (plan.every_minutes) left.minutes = plan.last_minutes + *plan.every_minutes - running_minutes;
    return left;
}

Due due_of(const Left& left) {
    if ((left.days && *left.days < 0) || (left.minutes && *left.minutes < 0)) return Due::Overdue;
    if ((left.days && *left.days <= soon_days) || (left.minutes && *left.minutes <= soon_minutes))
        return Due::Soon;
    return Due::Later;
}

double availability(const std::vector<machines::Stop>& stops, Instant from, Instant until) {
    if (until <= from) return 1;
    std::vector<std::pair<Instant, Instant>> spans;
    spans.reserve(stops.size());
    for (const auto& stop : stops) {
        const Instant begins = std::max(stop.from, from);
        const Instant ends = std::min(stop.until.value_or(until), until);
        if (begins < ends) spans.emplace_back(begins, ends);
    }
    std::sort(spans.begin(), spans.end());
    std::int64_t down = 0;
    Instant covered = from;
    for (const auto& [begins, ends] : spans) {
        const Instant start = std::max(begins, covered);
        if (start < ends) down += (ends - start).count();
        covered = std::max(covered, ends);
    }
    return 1 - static_cast<double>(down) / static_cast<double>((until - from).count());
}

}  // namespace fabnum::maintenance
