#pragma once

// A response made ready for the network: its head in bytes, and where the bytes of its body come from.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.h"
#include "platform/http/open_file.h"

namespace fabnum::http {

struct Answer {
    std::string head;                           // status line and headers, with the blank line
    std::string text;                           // the body, if it was made for this answer
    std::string_view lasting;                   // or if it lives as long as the program
    std::shared_ptr<const OpenFile> file = {};  // or the part of a file
    std::int64_t file_at = 0, file_left = 0;
    std::optional<EventStream> events = {};
    bool close = false;  // the connection ends with this answer

    std::string_view bytes() const { return lasting.empty() ? std::string_view(text) : lasting; }
};

// What the connection allows.
struct Manner {
    bool is_old = false;  // HTTP/1.0
    bool keep_alive = true;
};

// Chooses the coding, answers conditions and ranges, writes the head. Throws when the response cannot be
// sent: a line feed in a header, a file that is not there.
Answer answer_of(const Request& request, Response response, Manner manner);

// When nothing better can be said: the status and its name.
Answer bare_answer(int status, bool with_body, Manner manner);

std::string_view reason_of(int status);

}  // namespace fabnum::http
