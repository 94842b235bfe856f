#pragma once

// What stands for and against somebody joining a cohort, each reason a sentence with its dates. It informs
// the person who decides; nothing is decided by it. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "features/recruitment/candidate.h"

namespace fabnum::recruitment {

enum class Weight { Met, Watch, Against, Unknown };

struct Finding {
    Weight weight = Weight::Met;
    std::string key;  // a sentence of the catalogue
    std::vector<std::pair<std::string, std::string>> facts = {};
    std::optional<Day> day = {};  // said in the sentence as {day}
};

struct Circumstances {
    Day starts;                          // the first day of the cohort; today when none is chosen
    std::vector<std::string> town_keys;  // the site's towns, folded for search; empty: any
    std::optional<int> seats_left;       // in the cohort, when there is one
};

// In the order of the rules: age, minor, limit of age, town, level, mission locale, CEJ, seats.
std::vector<Finding> findings_of(const Candidate& candidate, const Circumstances& circumstances);
// The heaviest of all.
Weight heaviest(const std::vector<Finding>& findings);

// The day on which somebody reaches that age (29 February: 1 March of common years).
Day birthday(Day birth_day, int age);

}  // namespace fabnum::recruitment
