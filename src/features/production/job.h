#pragma once

// A job of the workshop (fabrication): one plate, one sheet, one thing to make on one machine, from the file
// to the checked piece. Pure.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "base/result.h"
#include "features/machines/machines.h"
#include "features/projects/projects.h"
#include "platform/files/files.h"

namespace fabnum::production {

using JobId = Id<struct MakingTag>;
using SourceId = Id<struct SourceTag>;

enum class State {
    Reading,     // the file is being looked at
    Unreadable,  // it is not what it should be
    Waiting,     // for a yes
    Queued,      // for a machine
    Sending,     // on its way to a printer
    Running,
    OnPlate,  // it ended; what was made still lies on the machine
    ToCheck,  // the machine is free; the pieces are to be looked at
    Done,
    Failed,
    Declined,
    Cancelled
};
inline constexpr std::pair<std::string_view, State> states[] = {
    {"reading", State::Reading},  {"unreadable", State::Unreadable}, {"waiting", State::Waiting},
    {"queued", State::Queued},    {"sending", State::Sending},       {"running", State::Running},
    {"on_plate", State::OnPlate}, {"to_check", State::ToCheck},      {"done", State::Done},
    {"failed", State::Failed},    {"declined", State::Declined},     {"cancelled", State::Cancelled}};
std::string_view word_of(State state);
State state_from(std::string_view word);

enum class Step {
    Understand,
    GiveUpReading,
    Approve,
    Decline,
    Cancel,
    Send,      // to a printer that answers over the network
    Start,     // by hand, at the machine
    Begin,     // the printer took it
    TakeBack,  // the printer did not
    End,
    Stop,
    Clear,
    Pass,
    Fail
};

// Who may make a step; an actor may be several of them.
enum Doer : unsigned {
    System = 1,  // the product itself: it read the file, the printer said so
    Staff = 2,
    Able = 4,  // may use that machine alone
    Owner = 8  // brought the file
};

struct Transition {
    State from;
    Step step;
    State to;
    unsigned doers;
};

// The life of a job. Nothing else decides what may follow what, nor who may do it. Nothing starts on a
// machine before a person cleared it: there is no way from Running or OnPlate to another job.
inline constexpr Transition job_life[] = {
    {State::Reading, Step::Understand, State::Waiting, System},
    {State::Reading, Step::GiveUpReading, State::Unreadable, System},
    {State::Reading, Step::Cancel, State::Cancelled, Staff | Owner},
    {State::Waiting, Step::Approve, State::Queued, Staff},
    {State::Waiting, Step::Decline, State::Declined, Staff},
    {State::Waiting, Step::Cancel, State::Cancelled, Staff | Owner},
    {State::Queued, Step::Send, State::Sending, Staff | Able},
    {State::Queued, Step::Start, State::Running, Staff | Able},
    {State::Queued, Step::Cancel, State::Cancelled, Staff | Owner},
    {State::Sending, Step::Begin, State::Running, System},
    {State::Sending, Step::TakeBack, State::Queued, System | Staff},
    {State::Running, Step::End, State::OnPlate, System | Staff | Able | Owner},
    {State::Running, Step::Stop, State::OnPlate, System | Staff | Able | Owner},
    {State::OnPlate, Step::Clear, State::ToCheck, Staff | Able | Owner},
    {State::ToCheck, Step::Pass, State::Done, Staff | Able | Owner},
    {State::ToCheck, Step::Fail, State::Failed, Staff | Able | Owner},
};

constexpr bool is_over(State state) {
    return state == State::Unreadable || state == State::Done || state == State::Failed ||
           state == State::Declined || state == State::Cancelled;
}
// The machine is taken.
constexpr bool holds_machine(State state) {
    return state == State::Sending || state == State::Running || state == State::OnPlate;
}

consteval bool every_state_of_a_job_is_reached() {
    std::array<bool, std::size(states)> reached{};
    reached[static_cast<std::size_t>(State::Reading)] = true;
    for (std::size_t round = 0; round < std::size(states); ++round)
        for (const Transition& one : job_life)
            if (reached[static_cast<std::size_t>(one.from)]) reached[static_cast<std::size_t>(one.to)] = true;
    for (const bool one : reached)
        if (!one) return false;
    return true;
}
static_assert(every_state_of_a_job_is_reached());

consteval bool a_job_is_stuck_nowhere() {
    for (const auto& [word, state] : states) {
        bool leaves = false;
        for (const Transition& one : job_life) leaves = leaves || one.from == state;
        if (leaves == is_over(state)) return false;
    }
    return true;
}
static_assert(a_job_is_stuck_nowhere());

consteval bool no_step_of_a_job_is_ambiguous() {
    for (std::size_t a = 0; a < std::size(job_life); ++a)
        for (std::size_t b = a + 1; b < std::size(job_life); ++b)
            if (job_life[a].from == job_life[b].from && job_life[a].step == job_life[b].step) return false;
    return true;
}
static_assert(no_step_of_a_job_is_ambiguous());

// A person frees a machine, never the product.
consteval bool only_people_clear() {
    for (const Transition& one : job_life)
        if (holds_machine(one.from) && !holds_machine(one.to) && one.step != Step::TakeBack &&
            (one.doers & System) != 0)
            return false;
    return true;
}
static_assert(only_people_clear());

// Where `step` leads; refused (production.moved_meanwhile) when it leads nowhere.
Result<State> after(State state, Step step);
bool may(State state, Step step, unsigned as);

// What a thing is made of. `laser`: why a laser never cuts it ("" when it may).
enum class Material {
    Pla,
    Petg,
    Abs,
    Tpu,
    Plywood,
    Mdf,
    Cardboard,
    Acrylic,
    Leather,
    Textile,
    Vinyl,
    Pvc,
    Polycarbonate,
    Polystyrene,
    Other
};
struct MaterialTraits {
    std::string_view word;
    Material material;
    double density_g_cm3;             // 0: not printed
    std::string_view never_by_laser;  // a catalogue key
};
// PVC gives off toxic chlorine; polycarbonate and polystyrene melt and burn.
inline constexpr MaterialTraits materials[] = {
    {"pla", Material::Pla, 1.24, ""},
    {"petg", Material::Petg, 1.27, ""},
    {"abs", Material::Abs, 1.04, ""},
    {"tpu", Material::Tpu, 1.21, ""},
    {"plywood", Material::Plywood, 0, ""},
    {"mdf", Material::Mdf, 0, ""},
    {"cardboard", Material::Cardboard, 0, ""},
    {"acrylic", Material::Acrylic, 0, ""},
    {"leather", Material::Leather, 0, ""},
    {"textile", Material::Textile, 0, ""},
    {"vinyl", Material::Vinyl, 0, "production.never.pvc"},
    {"pvc", Material::Pvc, 0, "production.never.pvc"},
    {"polycarbonate", Material::Polycarbonate, 1.2, "production.never.melts"},
    {"polystyrene", Material::Polystyrene, 1.05, "production.never.melts"},
    {"other", Material::Other, 0, ""}};
const MaterialTraits& traits_of(Material material);
std::string_view word_of(Material material);
Material material_from(std::string_view word);
// Why this family of machines never takes that material; none: it may (BR17).
std::optional<Refusal> forbidden(machines::Family family, Material material);

// The machines that make things from a file.
inline constexpr machines::Family making_families[] = {
    machines::Family::Printer, machines::Family::Laser, machines::Family::Vinyl,
    machines::Family::Mill,    machines::Family::Press, machines::Family::Embroidery};

// A file and what it says of itself.
enum class SourceKind { Gcode, Model, Drawing, Other };
inline constexpr std::pair<std::string_view, SourceKind> source_kinds[] = {{"gcode", SourceKind::Gcode},
                                                                           {"model", SourceKind::Model},
                                                                           {"drawing", SourceKind::Drawing},
                                                                           {"other", SourceKind::Other}};
struct Source {
    SourceId id = {};
    files::FileId file = {};
    SourceKind kind = SourceKind::Other;
    SourceId sliced_from = {};
    std::optional<Instant> read = {};
    std::string trouble = {};  // a catalogue key: why it could not be read
    std::optional<std::int64_t> seconds = {}, milligrams = {};
    std::optional<std::array<double, 3>> size_mm = {};
    std::optional<std::int64_t> layers = {}, nozzle_c = {};
    std::optional<bool> watertight = {};
    bool estimated = false;                   // time and grams are guessed from the shape
    std::string slicer = {};                  // "PrusaSlicer 2.5.0"
    std::optional<std::int64_t> cut_mm = {};  // of a drawing
    std::string colours = {};                 // "#ff0000 1240" a line: a colour and its millimetres
    std::string forbidden = {};               // a command that a print has no business with
};

struct Job {
    JobId id = {};
    SiteId site = {};
    projects::ProjectId project = {};
    std::string title;
    SourceId source = {};
    machines::Family family = machines::Family::Printer;
    Material material = Material::Pla;
    int pieces = 1;
    std::string note = {};
    bool urgent = false;
    State state = State::Reading;
    machines::MachineId machine = {};
    JobId again_of = {};      // made again, because of pieces that failed
    std::string reason = {};  // in people's words, of Declined; a catalogue key, of Unreadable and of a send
    std::string sent_file = {};  // its name at the printer
    std::string puzzle = {};     // a catalogue key: what the printer says does not fit
    bool stopped = false;        // it ended before its end
    std::optional<int> good_pieces = {};
    PersonId brought_by = {}, approved_by = {};
    PersonId run_by = {};  // whose hands were at the machine
    Instant brought = {}, changed = {};
    std::optional<Instant> queued = {}, started = {}, ended = {};
};

// Why something did not work: a list, so that it can be counted; nobody's fault.
enum class Cause { Unstuck, Warped, Clogged, Shifted, Material, Design, Settings, Power, Stopped, Other };
inline constexpr std::pair<std::string_view, Cause> causes[] = {
    {"unstuck", Cause::Unstuck},   {"warped", Cause::Warped},     {"clogged", Cause::Clogged},
    {"shifted", Cause::Shifted},   {"material", Cause::Material}, {"design", Cause::Design},
    {"settings", Cause::Settings}, {"power", Cause::Power},       {"stopped", Cause::Stopped},
    {"other", Cause::Other}};
std::string_view word_of(Cause cause);
struct Failure {
    Cause cause = Cause::Other;
    int pieces = 1;
    std::optional<std::int64_t> milligrams = {};
    std::string what_changed = {};
    PersonId noted_by = {};
    Instant noted = {};
};

}  // namespace fabnum::production
