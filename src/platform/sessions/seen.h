#pragma once

// Seen: of the requests that one person's browser sends at once, only one waits for the disk to note it.

#include <map>
#include <mutex>

#include "platform/sessions/sessions.h"

namespace fabnum::sessions {

class Seen {
 public:
    // As sessions::touch, for this program once a minute too.
    void touch(sql::Database& database, const Session& session, Instant now);

 private:
    bool is_first(SessionId id, Instant now);

    std::mutex mutex_;
    std::map<SessionId, Instant> noted_;  // in the last minute
};

}  // namespace fabnum::sessions
