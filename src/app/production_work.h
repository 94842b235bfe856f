#pragma once

// The background work of production, taken on by the house's runner.

#include "features/production/production.h"
#include "platform/clock/clock.h"
#include "platform/jobs/runner.h"
#include "platform/web/bulletin.h"

namespace fabnum::app {

// All four live longer than the runner.
void add_production_work(jobs::Runner& runner, const production::Tools& tools, web::Bulletin& news,
                         const clock::Clock& clock);

}  // namespace fabnum::app
