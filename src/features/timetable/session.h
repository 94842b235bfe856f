#pragma once

// A work session (séance): something the cohort or the team does, in one half-day. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "base/result.h"
#include "features/cohorts/cohorts.h"

namespace fabnum::timetable {

using SessionId = Id<struct WorkSessionTag>;

enum class Kind { Training, Orders, Residents, Civic, Visit, Integration, Interview, Team };
inline constexpr std::pair<std::string_view, Kind> kinds[] = {
    {"training", Kind::Training},   {"orders", Kind::Orders}, {"residents", Kind::Residents},
    {"civic", Kind::Civic},         {"visit", Kind::Visit},   {"integration", Kind::Integration},
    {"interview", Kind::Interview}, {"team", Kind::Team}};

using cohorts::Half;
using cohorts::Nature;
using cohorts::natures;
Nature usual_nature(Kind kind);

inline constexpr int noon = 13 * 60;  // minutes of the day: what starts before it is of the morning
constexpr Half half_of(int minute) {
    return minute < noon ? Half::Morning : Half::Afternoon;
}

struct Session {
    SessionId id;
    SiteId site;
    cohorts::CohortId cohort;  // none: of the team alone, or of residents
    Kind kind = Kind::Orders;
    Nature nature = Nature::Mission;
    std::string title, room;
    std::optional<int> capacity;  // of the room
    Day day;
    int starts = 9 * 60, ends = 12 * 60;  // minutes of the day
    std::string operated_by;              // the organisation that answers for it
    std::string outside;                  // a contributor from elsewhere
    std::vector<PersonId> contributors;
    std::string kept_because;  // why it was kept although something stood against it
    std::optional<std::string> cancelled;

    int minutes() const { return ends - starts; }
    Half half() const { return half_of(starts); }
};

bool overlap(const Session& a, const Session& b);

// What an auditor or a judge would ask about (BR14): the same contributor in two places, the same cohort in
// two places, a closed day, more people than the room holds. `others` are the sessions of that day, anywhere.
struct Expected {
    int people = 0;       // of the cohort, on that day
    bool closed = false;  // the cohort does not come that day
};
std::vector<Refusal> doubts_about(const Session& session, const std::vector<Session>& others,
                                  const Expected& expected);

// A week that has only courses looks like a school, not like a mission (BR23).
bool is_all_learning(const std::vector<Session>& week);

}  // namespace fabnum::timetable
