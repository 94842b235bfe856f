#pragma once

// Letters as rows: written by a verb, then marked by the job that sends them.

#include "platform/mail/mail.h"

namespace fabnum::mail {

struct Mark {
    State state = State::Waiting;
    Instant at = {};  // when it was taken; only for Sent
    std::string reason = {};
};
// Counts one more try, unless the letter is only kept. A letter that is no longer waiting stays as it is.
void mark(const sql::Writer& db, LetterId id, const Mark& mark);

}  // namespace fabnum::mail
