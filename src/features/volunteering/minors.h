#pragma once

// The regime of volunteers under 18, as a table: each rule, and what a week says against it. Pure.

#include <string_view>
#include <vector>

#include "features/cohorts/cohorts.h"
#include "features/volunteering/engagement.h"

namespace fabnum::volunteering {

enum class MinorRule { DayHours, WeekHours, Break, Night, Holiday, RestDays, DangerousMachines };
struct MinorRegime {
    MinorRule rule;
    std::string_view word;
    std::string_view source;
    bool seen_in_week;  // whether the week of the cohort can say something against it
};
// Décret 2010-485 and code du travail as summed up on these pages; machines: D.4153-15 to D.4153-40.
inline constexpr std::string_view minors_page =
    "https://ash.tm.fr/hebdo/2722/dans-les-textes/"
    "service-civique-fixation-des-modalites-daccueil-des-mineurs-volontaires-377305.php";
inline constexpr MinorRegime minor_regime[] = {
    {MinorRule::DayHours, "day_hours", minors_page, true},
    {MinorRule::WeekHours, "week_hours",
     "https://www.service-civique.gouv.fr/etre-volontaire/etape03-realiser-mon-service-civique", true},
    {MinorRule::Break, "break", minors_page, true},
    {MinorRule::Night, "night", minors_page, true},
    {MinorRule::Holiday, "holiday", minors_page, false},  // no half-day takes place on a public holiday
    {MinorRule::RestDays, "rest_days", minors_page, true},
    {MinorRule::DangerousMachines, "machines", minors_page,
     false},  // blocked by age, wherever a machine asks
};
consteval bool every_rule_is_in_the_regime() {
    for (int rule = 0; rule <= static_cast<int>(MinorRule::DangerousMachines); ++rule)
        if (static_cast<int>(minor_regime[rule].rule) != rule) return false;
    return true;
}
static_assert(every_rule_is_in_the_regime(), "a rule for minors is missing, or stands elsewhere");

// Which rules a week breaks.
std::vector<MinorRule> broken_by(const std::vector<cohorts::Slot>& week, const Limits& limits);

// Whether this person may stand at a dangerous machine on that day. A birth day nobody knows says no.
bool may_use_dangerous_machines(std::optional<Day> birth_day, Day day);

}  // namespace fabnum::volunteering
