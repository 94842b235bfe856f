#pragma once

// A printer that can be asked over the network: where it is, what it said last. What a machine is, who may
// use it and whether it is locked out is not decided here. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "platform/outgoing/outgoing.h"

namespace fabnum::printers {

using PrinterId = Id<struct PrinterTag>;

// The program that answers for a printer.
enum class Kind { OctoPrint, Moonraker, PrusaLink };
inline constexpr std::pair<std::string_view, Kind> kinds[] = {
    {"octoprint", Kind::OctoPrint}, {"moonraker", Kind::Moonraker}, {"prusalink", Kind::PrusaLink}};
std::string_view word_of(Kind kind);
Kind kind_from(std::string_view word);

// What a printer is doing, in the product's words whatever program answers.
enum class Condition {
    Unknown,  // never asked
    Offline,  // it does not answer, or its program has no printer
    Idle,     // ready
    Busy,     // does something of its own: heats, moves, reads a card
    Printing,
    Paused,
    Finished,    // printed to the end; what it made may still lie on the plate
    Cancelled,   // stopped by somebody
    NeedsHuman,  // asks for a hand at the machine
    Broken       // says that something is wrong
};
inline constexpr std::pair<std::string_view, Condition> conditions[] = {
    {"unknown", Condition::Unknown},
    {"offline", Condition::Offline},
    {"idle", Condition::Idle},
    {"busy", Condition::Busy},
    {"printing", Condition::Printing},
    {"paused", Condition::Paused},
    {"finished", Condition::Finished},
    {"cancelled", Condition::Cancelled},
    {"needs_human", Condition::NeedsHuman},
    {"broken", Condition::Broken}};
std::string_view word_of(Condition condition);
Condition condition_from(std::string_view word);

// Whether a file may be sent to be printed at once, as far as the printer knows.
constexpr bool takes_work(Condition condition) {
    return condition == Condition::Idle || condition == Condition::Finished ||
           condition == Condition::Cancelled;
}

// What a printer said when it was looked at.
struct Seen {
    Condition condition = Condition::Unknown;
    std::string file = {};             // that it prints or printed, as it names it
    std::optional<double> share = {};  // 0 to 1
    std::optional<std::int64_t> seconds_left = {}, seconds_done = {};
    std::optional<double> nozzle_c = {}, bed_c = {};
    std::string words = {};   // its own, when something is wrong
    std::string run_id = {};  // what it calls the run itself, to cancel it

    friend bool operator==(const Seen&, const Seen&) = default;
};

// How to reach a printer: opened only to ask it something.
struct Line {
    outgoing::Address address;
    std::string user = {}, secret = {};  // a key, or a password when there is a user
    std::string storage = {};            // where it keeps files, when it told: "/usb"
};

// A file on its way to a printer, under a name that no other file there has.
struct Parcel {
    std::string path;    // on our disk
    std::string name;    // "f412-medailles.gcode"
    std::string digest;  // SHA-256, 64 hexadecimal characters
    std::int64_t size = 0;
};
// "f412-medailles.gcode": letters, digits and dashes, so that no printer changes it.
std::string name_for(std::int64_t job, std::string_view title);
// Whether the file that a printer names is that one: it may add folders or shorten the name (8.3).
bool is_file(std::string_view named_by_printer, std::string_view name);

struct Sent {
    std::string file;      // as the printer calls it from now on
    bool started = false;  // it said so; "taken" is not "printing"
};

// How a run ended, as the printer remembers it.
enum class Ending { Good, Stopped };
struct Past {
    Ending ending = Ending::Good;
    Instant ended = {};
    std::optional<double> filament_mm = {};
    std::optional<std::int64_t> seconds = {};
};

}  // namespace fabnum::printers
