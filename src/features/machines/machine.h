#pragma once

// A machine: its sheet, what it cannot run without, what is broken, whether it is locked out. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "base/result.h"
#include "base/words.h"
#include "platform/files/files.h"

namespace fabnum::machines {

using MachineId = Id<struct MachineTag>;

// How dangerous it is, and so what using it asks for.
enum class Danger {
    Free,       // nothing
    Trained,    // an authorisation of its family
    Regulated,  // the same; forbidden to minors (Code du travail, L. 4153-8 and after)
};
inline constexpr std::pair<std::string_view, Danger> dangers[] = {
    {"free", Danger::Free}, {"trained", Danger::Trained}, {"regulated", Danger::Regulated}};

// What is learnt once for all machines of a kind.
enum class Family {
    Printer,
    Laser,
    Mill,
    Vinyl,
    Press,
    Embroidery,
    Sewing,
    Soldering,
    HandTool,
    Extraction,
    Compressor,
    Other
};
// What a new machine of a family starts with.
struct FamilyTraits {
    std::string_view word, icon;
    Family family;
    Danger danger;
    bool supervised;
};
inline constexpr FamilyTraits families[] = {
    {"printer", "printer", Family::Printer, Danger::Trained, false},
    {"laser", "zap", Family::Laser, Danger::Regulated, true},
    {"mill", "drill", Family::Mill, Danger::Regulated, true},
    {"vinyl", "scissors", Family::Vinyl, Danger::Trained, false},
    {"press", "flame", Family::Press, Danger::Trained, true},
    {"embroidery", "shirt", Family::Embroidery, Danger::Trained, false},
    {"sewing", "spool", Family::Sewing, Danger::Trained, false},
    {"soldering", "cable", Family::Soldering, Danger::Trained, true},
    {"hand_tool", "hammer", Family::HandTool, Danger::Trained, true},
    {"extraction", "wind", Family::Extraction, Danger::Free, false},
    {"compressor", "gauge", Family::Compressor, Danger::Free, false},
    {"other", "wrench", Family::Other, Danger::Trained, false},
};
constexpr const FamilyTraits& traits_of(Family family) {
    for (const FamilyTraits& one : families)
        if (one.family == family) return one;
    return families[0];
}
constexpr std::optional<Family> family_from(std::string_view word) {
    for (const FamilyTraits& one : families)
        if (one.word == word) return one.family;
    return std::nullopt;
}
constexpr std::string_view word_of(Family family) {
    return traits_of(family).word;
}
constexpr std::string_view word_of(Danger danger) {
    return word_in(dangers, danger);
}
static_assert([] {
    for (const FamilyTraits& one : families)
        if (one.danger == Danger::Regulated && !one.supervised) return false;  // never alone
    return true;
}());

struct Machine {
    MachineId id = {};
    SiteId site = {};
    std::string code;  // on its label: "LASER1"
    std::string name, model, place;
    Family family = Family::Printer;
    Danger danger = Danger::Trained;
    bool supervised = false;    // somebody of the team stands by
    std::string safety, steps;  // a line each
    std::string manual;         // its address on the web, or ""
    files::FileId photo = {};
    std::int64_t running_minutes = 0;
    std::optional<Day> retired = {};
};

// A code as it is typed or read, brought to its one spelling; "" when it is none.
std::string code_in(std::string_view typed);
// The lines of a card or of instructions, without the empty ones.
std::vector<std::string> lines_of(std::string_view text);
std::vector<Refusal> objections(const Machine& machine);

// What does not work, in a word that a glove can tap.
enum class FaultKind { WontStart, BadResult, Stuck, Noise, Smoke, BrokenPart, Other };
inline constexpr std::pair<std::string_view, FaultKind> fault_kinds[] = {
    {"wont_start", FaultKind::WontStart}, {"bad_result", FaultKind::BadResult},
    {"stuck", FaultKind::Stuck},          {"noise", FaultKind::Noise},
    {"smoke", FaultKind::Smoke},          {"broken_part", FaultKind::BrokenPart},
    {"other", FaultKind::Other}};

using FaultId = Id<struct FaultTag>;
struct Fault {
    FaultId id = {};
    MachineId machine = {};
    FaultKind kind = FaultKind::Other;
    bool stops = false;  // nobody uses the machine until it is repaired
    std::string note = {};
    files::FileId photo = {};
    PersonId reported_by = {};
    Instant reported_at = {};
    std::string repair = {};
    PersonId closed_by = {};
    std::optional<Instant> closed_at = {};
};

enum class LockReason { Fault, Maintenance, Danger, Part, Inquiry, Other };
inline constexpr std::pair<std::string_view, LockReason> lock_reasons[] = {
    {"fault", LockReason::Fault}, {"maintenance", LockReason::Maintenance}, {"danger", LockReason::Danger},
    {"part", LockReason::Part},   {"inquiry", LockReason::Inquiry},         {"other", LockReason::Other}};

struct Lockout {
    Id<struct LockoutTag> id = {};
    MachineId machine = {};
    LockReason reason = LockReason::Fault;
    std::string note = {};
    PersonId by = {};
    Instant at = {};
    std::string done = {};  // what was done before it was released
    PersonId released_by = {};
    std::optional<Instant> released_at = {};
};

// Whoever locked it out takes the lock away; the coordination may when they are not there.
bool may_release(const Actor& actor, const Lockout& lockout);

// Whether a machine can be used at all, by anybody.
enum class Standing {
    LockedOut,  // nobody
    Stopped,    // a fault stops it
    Waiting,    // what it needs is down
    Watch,      // a fault is known; it works
    Ready,
};
struct StandingRow {
    std::string_view word, icon;
    Standing standing;
    bool usable;
};
inline constexpr StandingRow standings[] = {
    {"locked_out", "lock", Standing::LockedOut, false}, {"stopped", "circle-alert", Standing::Stopped, false},
    {"waiting", "plug-zap", Standing::Waiting, false},  {"watch", "triangle-alert", Standing::Watch, true},
    {"ready", "circle-check", Standing::Ready, true},
};
constexpr const StandingRow& row_of(Standing standing) {
    for (const StandingRow& one : standings)
        if (one.standing == standing) return one;
    return standings[0];
}

// Another machine that it cannot run without.
struct Needed {
    MachineId id = {};
    std::string code, name;
    bool down = false;
};

// A machine and how it stands now.
struct Sight {
    Machine machine;
    std::vector<Fault> faults = {};  // open, the latest first
    std::optional<Lockout> lockout = {};
    std::vector<Needed> needs = {};

    Standing standing() const;
};

}  // namespace fabnum::machines
