#pragma once

// One letter as a message (RFC 5322): its headers, and the same words as text and as HTML.

#include <string>
#include <string_view>
#include <vector>

#include "platform/mail/mail.h"

namespace fabnum::mail {

struct Message {
    std::string from, to;              // the bare addresses, for the envelope
    std::vector<std::string> headers;  // "Subject: …", folded where they are long
    std::string text, html;
};

Message message_of(const Letter& letter, const config::Mail& settings, Instant written_at);

// "Samira Durand" <samira@fabnum.example>, taken apart.
struct Mailbox {
    std::string name, address;
};
Mailbox mailbox_from(std::string_view text);

// A header's free text: plain when it is harmless ASCII, else as encoded words (RFC 2047).
std::string header_text(std::string_view text);

}  // namespace fabnum::mail
