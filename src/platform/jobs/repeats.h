#pragma once

// Repeated work: when its time comes, one ordinary job is enqueued, by one server only.

#include <string>
#include <vector>

#include "platform/jobs/runner.h"

namespace fabnum::jobs {

struct Repeat {
    std::string name;
    Every when;
};

// The last time before `now`, that included, at which daily work was to begin.
Instant last_slot(const Every& when, Instant now);
// When work that last began at `last` begins again.
Instant next_time(const Every& when, Instant last, Instant now);

// Enqueues what is due. Answers when to look again, if anything repeats.
std::optional<Instant> begin_due(sql::Database& database, const std::vector<Repeat>& repeats, Instant now);

}  // namespace fabnum::jobs
