#include "features/printers/driver.h"

namespace fabnum::printers {

const Driver& driver_of(Kind kind) {
    switch (kind) {
        case Kind::OctoPrint: return octoprint();
        case Kind::Moonraker: return moonraker();
        case Kind::PrusaLink: return prusalink();
    }
    return octoprint();
}

std::optional<Refusal> trouble_of(const outgoing::Answer& answer) {
    switch (answer.fate) {
        case outgoing::Fate::Answered: break;
        case outgoing::Fate::Unreachable: return Refusal{"printers.unreachable"};
        case outgoing::Fate::TooSlow: return Refusal{"printers.too_slow"};
        case outgoing::Fate::TooLong:
        case outgoing::Fate::BrokenOff: return Refusal{"printers.not_understood"};
    }
    if (answer.status == 401 || answer.status == 403) return Refusal{"printers.wrong_key"};
    if (answer.status >= 300 && answer.status < 400) return Refusal{"printers.moved"};
    return std::nullopt;
}

std::optional<Refusal> not_fine(const outgoing::Answer& answer) {
    if (auto trouble = trouble_of(answer)) return trouble;
    if (answer.status != 200) return Refusal{"printers.not_understood"};
    return std::nullopt;
}

Seen offline(const Refusal& why) {
    return {.condition = Condition::Offline, .words = why.key};
}

}  // namespace fabnum::printers
