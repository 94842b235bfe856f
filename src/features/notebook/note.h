#pragma once

// A note about a young person: a fact with its date, who may read it, and the day it is erased. Pure.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"

namespace fabnum::notebook {

using NoteId = Id<struct NoteTag>;

// Who may read a note. Own: only the young person, who wrote it.
enum class Reading { Own, Shared, Team, Coordinator };
inline constexpr std::pair<std::string_view, Reading> readings[] = {{"own", Reading::Own},
                                                                    {"shared", Reading::Shared},
                                                                    {"team", Reading::Team},
                                                                    {"coordinator", Reading::Coordinator}};
std::string_view word_of(Reading reading);

struct Note {
    NoteId id = {};
    PersonId person = {};  // whom it is about
    SiteId site = {};
    Reading reading = Reading::Team;
    std::string text = {};
    PersonId by = {};
    Day written = {}, ends = {};  // erased in the night after `ends`
};

// The table of readers: nobody else reads a note, whatever their role.
struct Reader {
    Reading reading;
    bool person, fabmanager, coordinator;
};
inline constexpr Reader readers[] = {{Reading::Own, true, false, false},
                                     {Reading::Shared, true, true, true},
                                     {Reading::Team, false, true, true},
                                     {Reading::Coordinator, false, false, true}};
constexpr bool may_read(Reading reading, Role role, bool about_oneself) {
    for (const Reader& one : readers) {
        if (one.reading != reading) continue;
        if (role == Role::Participant) return about_oneself && one.person;
        if (role == Role::Fabmanager) return one.fabmanager;
        return role == Role::Coordinator && one.coordinator;
    }
    return false;
}
static_assert(!may_read(Reading::Own, Role::Coordinator, false), "one's own notes are one's own");
static_assert(!may_read(Reading::Coordinator, Role::Fabmanager, false), "the coordinator's notes stay there");
static_assert(!may_read(Reading::Shared, Role::Participant, false),
              "nobody reads about another young person");
static_assert(!may_read(Reading::Team, Role::Admin, false), "the network reads no notes");

// Which readings somebody may give to what they write.
constexpr bool may_write(Reading reading, Role role) {
    if (role == Role::Participant) return reading == Reading::Own || reading == Reading::Shared;
    if (role == Role::Fabmanager) return reading == Reading::Shared || reading == Reading::Team;
    return role == Role::Coordinator && reading != Reading::Own;
}

// For how long a note is kept.
enum class Keep { Month, ThreeMonths, WholePath };
inline constexpr std::pair<std::string_view, Keep> keeps[] = {
    {"month", Keep::Month}, {"three_months", Keep::ThreeMonths}, {"whole_path", Keep::WholePath}};
inline constexpr int days_after_the_end = 91;  // social notes are erased three months after the way out

// The last day of a note: never later than three months after the cohort ends.
inline Day last_day(Keep keep, Day written, Day cohort_ends) {
    const Day latest = std::max(cohort_ends + days_after_the_end, written);
    switch (keep) {
        case Keep::Month: return std::min(written + 30, latest);
        case Keep::ThreeMonths: return std::min(written + 91, latest);
        case Keep::WholePath: break;
    }
    return latest;
}

}  // namespace fabnum::notebook
