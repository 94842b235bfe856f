#pragma once

// Who may use a machine: alone, accompanied, or not yet and what is missing. Levels, steps and reasons are
// tables; the answer is the lowest that any reason allows. Pure.

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "features/machines/machines.h"

namespace fabnum::authorisations {

// What has to be done before a level counts.
enum class Part { Training, Quiz, Demonstration, Signature };
inline constexpr std::pair<std::string_view, Part> parts[] = {{"training", Part::Training},
                                                              {"quiz", Part::Quiz},
                                                              {"demonstration", Part::Demonstration},
                                                              {"signature", Part::Signature}};

enum class Level { Observer, Assisted, Autonomous, Trainer, Maintainer };
struct LevelRow {
    std::string_view word;
    Level level;
    bool touches;  // uses the machine, somebody beside
    bool alone;    // uses it alone
    bool teaches;  // may train others, up to `trains_to`
    Level trains_to;
    bool quiz, practice;  // the quiz; the demonstration and the signature. Everybody is trained.
};
inline constexpr LevelRow levels[] = {
    {"observer", Level::Observer, false, false, false, Level::Observer, false, false},
    {"assisted", Level::Assisted, true, false, false, Level::Observer, true, false},
    {"autonomous", Level::Autonomous, true, true, false, Level::Observer, true, true},
    {"trainer", Level::Trainer, true, true, true, Level::Assisted, true, true},
    {"maintainer", Level::Maintainer, true, true, true, Level::Assisted, true, true},
};
constexpr const LevelRow& row_of(Level level) {
    return levels[static_cast<std::size_t>(level)];
}
static_assert([] {
    for (std::size_t i = 0; i < std::size(levels); ++i) {
        if (levels[i].level != static_cast<Level>(i)) return false;
        if (levels[i].alone && !(levels[i].touches && levels[i].practice && levels[i].quiz)) return false;
        if (levels[i].teaches && levels[i].trains_to >= levels[i].level) return false;
    }
    return true;
}());
std::optional<Level> level_from(std::string_view word);

using DoneParts = std::set<Part>;
std::vector<Part> missing_for(Level level, const DoneParts& done);
// The highest level, up to the granted one, of which everything is done; none when even watching is not.
std::optional<Level> reached(Level granted, const DoneParts& done);

// Who may give which level: the team any, a trainer those below (nobody to themselves).
bool may_grant(const Actor& actor, std::optional<Level> own, Level wanted);

enum class RevokeReason { Left, UnsafeUse, MachineChanged, RetrainNeeded, Mistake };
inline constexpr std::pair<std::string_view, RevokeReason> revoke_reasons[] = {
    {"unsafe_use", RevokeReason::UnsafeUse},
    {"machine_changed", RevokeReason::MachineChanged},
    {"retrain_needed", RevokeReason::RetrainNeeded},
    {"left", RevokeReason::Left},
    {"mistake", RevokeReason::Mistake}};

// On what a minor may be near a machine that is forbidden to them. What the law says is for the labour
// inspectorate to confirm; a volunteer in service civique is in no vocational training.
enum class Ground { Declaration, Diploma, Inspectorate };
struct GroundRow {
    std::string_view word;
    Ground ground;
    int most_months;
};
inline constexpr GroundRow grounds[] = {
    {"declaration", Ground::Declaration, 36},    // declared training, valid for three years
    {"diploma", Ground::Diploma, 36},            // holds the title of the trade
    {"inspectorate", Ground::Inspectorate, 12},  // a written answer
};
constexpr const GroundRow* ground_from(std::string_view word) {
    for (const GroundRow& one : grounds)
        if (one.word == word) return &one;
    return nullptr;
}

// Everything that the answer rests on.
enum class Age { Adult, Minor, Unknown };
enum class Paper { None, Valid, Expired, Revoked };
struct Case {
    machines::Danger danger = machines::Danger::Trained;
    bool supervised = false;
    machines::Standing standing = machines::Standing::Ready;
    bool overdue = false;  // a maintenance that blocks it
    Age age = Age::Adult;
    bool ground = false;  // legal, for a minor, today
    Paper paper = Paper::None;
    std::optional<Level> level = {};  // reached
};

enum class Use { NotYet, Accompanied, Alone };
inline constexpr std::pair<std::string_view, Use> uses[] = {
    {"not_yet", Use::NotYet}, {"accompanied", Use::Accompanied}, {"alone", Use::Alone}};

enum class Why {
    LockedOut,
    Stopped,
    NeedDown,
    Overdue,
    Minor,
    AgeUnknown,
    Revoked,
    Expired,
    NoPaper,
    WatchOnly,
    NotAlone,
    Supervised,
    MinorGround,
};
// One line a reason: when it holds, and the most that it allows.
struct Reason {
    Why why;
    Use most;
    std::string_view word;
    bool (*holds)(const Case&);
};
extern const Reason reasons[13];

struct MachineAnswer {
    Use use = Use::Alone;
    std::vector<Why> why = {};  // those that hold the verdict down to where it is
};
MachineAnswer answer_of(const Case& one);

}  // namespace fabnum::authorisations
