#pragma once

// When a machine is due for care: after so many days, after so many running hours, whichever comes first. The
// intervals are the house's own, from each maker's manual. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/money.h"
#include "features/machines/machines.h"

namespace fabnum::maintenance {

using PlanId = Id<struct PlanTag>;

struct Plan {
    PlanId id = {};
    machines::MachineId machine = {};
    std::string title;
    std::string checklist = {};  // a line each
    std::optional<int> every_days = {};
    std::optional<std::int64_t> every_minutes = {};  // of running
    bool blocks = false;                             // nobody uses the machine once it is overdue
    Day last_day = {};                               // done last, or when the plan began
    std::int64_t last_minutes = 0;
};

enum class Due { Later, Soon, Overdue };
inline constexpr std::pair<std::string_view, Due> dues[] = {
    {"later", Due::Later}, {"soon", Due::Soon}, {"overdue", Due::Overdue}};
inline constexpr int soon_days = 7;
inline constexpr std::int64_t soon_minutes = 10 * 60;

// What is left until the next time; negative when it is past. None: not counted so.
struct Left {
    std::optional<int> days = {};
    std::optional<std::int64_t> minutes = {};
};
Left left_of(const Plan& plan, std::int64_t running_minutes, Day today);
Due due_of(const Left& left);

// What was done once.
struct Work {
    Day on;
    std::int64_t running_minutes = 0;
    std::vector<std::string> left_out = {};  // of the checklist
    std::string parts = {};
    Money cost = {};
    PersonId by = {};
};

enum class IncidentKind { NearMiss, Damage, FirstAid, Accident };
inline constexpr std::pair<std::string_view, IncidentKind> incident_kinds[] = {
    {"near_miss", IncidentKind::NearMiss},
    {"damage", IncidentKind::Damage},
    {"first_aid", IncidentKind::FirstAid},
    {"accident", IncidentKind::Accident}};
struct Incident {
    Id<struct IncidentTag> id = {};
    SiteId site = {};
    machines::MachineId machine = {};  // none: no machine
    IncidentKind kind = IncidentKind::NearMiss;
    Day on;
    std::string what, measures;
    bool declared = false;  // an accident, to the employer
};

// The share of a period during which a machine could be used: 1 is always. Overlapping stops count once.
double availability(const std::vector<machines::Stop>& stops, Instant from, Instant until);

}  // namespace fabnum::maintenance
