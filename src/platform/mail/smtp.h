#pragma once

// One message, handed to a mail server.

#include <string>

#include "platform/config/config.h"
#include "platform/mail/message.h"

namespace fabnum::mail {

enum class Fate {
    Taken,
    Later,  // the server is away, busy, or does not know us: another try may succeed
    Never,  // the server refuses this letter for good
};
struct Delivery {
    Fate fate = Fate::Later;
    std::string words;  // why not, as the server says it
};
Delivery deliver(const Message& message, const config::Mail& settings);

// The bytes that a server would be given.
std::string as_sent(const Message& message);

}  // namespace fabnum::mail
