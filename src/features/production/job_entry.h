#pragma once

// What every verb of this room begins and ends with: the job as this actor may change it, one step along its
// life, the line in the journal.

#include <functional>
#include <string>
#include <string_view>

#include "features/production/production.h"

namespace fabnum::production {

void note(const sql::Writer& db, const Act& act, std::string_view action, const Job& job,
          std::string before = {}, std::string after = {});

// One step: `change` fills in what else becomes different. Answers the job after it.
using Change = std::function<Result<Done>(const sql::Writer&, Job&)>;
Result<Job> move(const sql::Writer& db, const Act& act, JobId id, Step step, const Change& change = {});

// "job.approved": a step as the journal says it.
std::string_view action_of(Step step);

}  // namespace fabnum::production
