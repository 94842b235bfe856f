#pragma once

// What a mission's pages show of it.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/people/people.h"
#include "features/projects/project.h"
#include "platform/files/files.h"

namespace fabnum::projects {

struct Member {
    people::Face face;
    Turn turn = Turn::Member;
};
struct Work {
    StepId step;
    PersonId person;
    Day day;
    int minutes = 0;
};
struct Try {  // what did not work, and what was learnt: the right to make mistakes
    TryId id;
    StepId step;
    Day day;
    std::string what_happened, what_changed;
    files::FileId photo;
    PersonId noted_by;
};
struct Photo {
    PhotoId id;
    StepId step;  // none: of the whole
    files::FileId file;
    std::string description;
    bool shows_people = false, may_publish = false;
    PersonId taken_by;
    Instant taken_at;
};
struct Check {
    CheckId id;
    std::string what;
    std::optional<bool> passed;
    PersonId checked_by;
};

// Everything a mission's page shows, in a handful of indexed queries.
struct Sight {
    Project project;
    std::vector<Member> team;  // lead first, then referent, then by name
    std::vector<Step> steps;
    std::map<StepId, std::vector<PersonId>> planned;  // who is meant to take part in which step
    std::vector<Work> work;
    std::vector<Try> tries;
    std::vector<Photo> photos;
    std::vector<Check> checks;

    const Member* member(PersonId person) const;
    std::optional<Turn> turn_of(PersonId person) const;
    int minutes() const;      // of everybody
    bool is_checked() const;  // every check passed, and there is one
};

// A line of a list: the same for fifty missions in a few queries.
struct Glance {
    Project project;
    std::vector<Member> team;
    std::vector<Step> steps;
};

// Minutes per person and kind of activity.
using Shares = std::map<PersonId, std::array<int, activity_count>>;

// What one person did since a day: for a talk about it, never to compare.
struct Deeds {
    std::array<int, activity_count> minutes{};  // by kind of activity
    int tries = 0, photos = 0;
    struct Mission {
        ProjectId id;
        std::string title;
        Turn turn = Turn::Member;
    };
    std::vector<Mission> missions = {};  // worked on, or under way

    int total() const;
};

}  // namespace fabnum::projects
