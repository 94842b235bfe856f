#pragma once

// What a young person in service civique has to follow besides the mission: days of theory and first aid,
// half of it in the first months. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"

namespace fabnum::civics {

using CivicProofId = Id<struct CivicProofTag>;

enum class Part { Theory, FirstAid };
inline constexpr std::pair<std::string_view, Part> parts[] = {{"theory", Part::Theory},
                                                              {"first_aid", Part::FirstAid}};

// A paper from elsewhere. First aid is the PSC since July 2024; the PSC1 of before is worth the same.
enum class Paper { Theory, Psc, Psc1 };
inline constexpr std::pair<std::string_view, Paper> papers[] = {
    {"theory", Paper::Theory}, {"psc", Paper::Psc}, {"psc1", Paper::Psc1}};
constexpr Part part_of(Paper paper) {
    return paper == Paper::Theory ? Part::Theory : Part::FirstAid;
}

// What is asked on a day (the room parameters keeps it).
struct Asked {
    int theory_days = 2;
    int half_within_months = 3;
    int declare_within_months = 2;

    int theory_halves() const { return 2 * theory_days; }
    // First aid is one day of the whole: two half-days.
    int all_halves() const { return theory_halves() + first_aid_halves; }
    static constexpr int first_aid_halves = 2;
};

// Where one person stands, in half-days.
struct Standing {
    Day starts, ends;        // of the engagement; of the cohort where there is none
    int theory = 0;          // followed, by the sheets of presence and by papers
    int theory_planned = 0;  // to come
    bool first_aid = false;  // a paper proves it
    bool followed = false;   // was there for a session of first aid; the paper is still to come
    std::optional<Day> first_aid_planned = {};
    std::optional<Day> theory_next = {};
};

// How much of the whole is done, in half-days: what is beyond the asked theory does not count twice.
int halves_done(const Standing& standing, const Asked& asked);
bool has_half(const Standing& standing, const Asked& asked);
bool has_all(const Standing& standing, const Asked& asked);
Day half_due(const Standing& standing, const Asked& asked);
Day declaration_due(const Standing& standing, const Asked& asked);

// What is still to be done, with its last day.
enum class Need { Half, Theory, FirstAid };
inline constexpr std::pair<std::string_view, Need> needs[] = {
    {"half", Need::Half}, {"theory", Need::Theory}, {"first_aid", Need::FirstAid}};
struct Todo {
    Need need = Need::Half;
    Day due;
    bool planned = false;  // the sessions that would do it are in the timetable, in time
};
// Nothing any more once the declaration is due: what is missing then stays missing.
std::vector<Todo> todo_of(const Standing& standing, const Asked& asked, Day today);

}  // namespace fabnum::civics
