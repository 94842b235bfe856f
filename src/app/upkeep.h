#pragma once

// What the house does by itself at night: it forgets what it promised to forget.

#include "platform/clock/clock.h"
#include "platform/files/files.h"
#include "platform/jobs/runner.h"

namespace fabnum::app {

void add_upkeep(jobs::Runner& runner, sql::Database& database, const files::Cabinet& cabinet,
                const clock::Clock& clock, const std::string& public_address);

}  // namespace fabnum::app
