#pragma once

// Driver: how one family of programs is asked, and how its answers are read. No driver touches the network:
// each gives questions and reads answers, so that whoever asks may ask fifty printers at once, and so that
// every hard answer can be tried without a printer.
//
// Refused, whichever the family: printers.unreachable, printers.too_slow, printers.not_understood (an answer
// that is no answer, endless, or another program's), printers.wrong_key, printers.moved (a redirection),
// printers.busy, printers.full, printers.damaged (what arrived is not what was sent), printers.not_taken.

#include <optional>
#include <vector>

#include "base/result.h"
#include "features/printers/printer.h"

namespace fabnum::printers {

using Questions = std::vector<outgoing::Question>;
using Answers = std::vector<outgoing::Answer>;

// What is learnt when a line is tried.
struct Identity {
    std::string program;                    // "OctoPrint 1.11.3"
    std::string storage = {};               // "/usb"
    std::optional<std::int64_t> room = {};  // free bytes there
};

class Driver {
 public:
    virtual ~Driver() = default;

    virtual Questions probe(const Line& line) const = 0;
    virtual Result<Identity> probed(const Answers& answers) const = 0;

    // Never refused: a printer that cannot be understood is offline, and `words` says why.
    virtual Questions look(const Line& line) const = 0;
    virtual Seen seen(const Answers& answers) const = 0;

    // Sends a file and asks to print it.
    virtual outgoing::Question send(const Line& line, const Parcel& parcel) const = 0;
    virtual Result<Sent> sent(const outgoing::Answer& answer, const Parcel& parcel) const = 0;
    // Asks to print what was taken and not started.
    virtual outgoing::Question start(const Line& line, std::string_view file) const = 0;
    virtual Result<Done> started(const outgoing::Answer& answer) const = 0;

    // nullopt: it prints nothing that can be stopped.
    virtual std::optional<outgoing::Question> cancel(const Line& line, const Seen& seen) const = 0;
    virtual Result<Done> cancelled(const outgoing::Answer& answer) const = 0;

    // How the run of that file ended, if the program remembers; nullopt: it keeps no memory.
    virtual std::optional<outgoing::Question> past(const Line& line, std::string_view file,
                                                   Instant since) const = 0;
    virtual std::optional<Past> read_past(const outgoing::Answer& answer, std::string_view file,
                                          Instant since) const = 0;
};

const Driver& driver_of(Kind kind);
const Driver& octoprint();
const Driver& moonraker();
const Driver& prusalink();

// Shared by the drivers: why an answer is none. nullopt: it is an answer, of whatever status.
std::optional<Refusal> trouble_of(const outgoing::Answer& answer);
// The same, and any status but 200.
std::optional<Refusal> not_fine(const outgoing::Answer& answer);
Seen offline(const Refusal& why);

}  // namespace fabnum::printers
