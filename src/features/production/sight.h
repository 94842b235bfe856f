#pragma once

// What pages show of a job.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/production/job.h"

namespace fabnum::production {

struct Sight {
    Job job;
    Source source;
    std::optional<Failure> failure = {};
    JobId made_again = {};  // the job that makes its failed pieces
};

struct Filter {
    SiteId site = {};
    projects::ProjectId project = {};
    PersonId person = {};
    JobId job = {};
    machines::MachineId machine = {};
    bool only_open = false;             // not over
    bool failed_only = false;           // with a failure
    std::optional<Instant> since = {};  // changed since
    int most = 200;
};

}  // namespace fabnum::production
