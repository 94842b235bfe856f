#pragma once

// A job as its row: for this folder's files.

#include <string_view>

#include "platform/jobs/jobs.h"

namespace fabnum::jobs {

inline constexpr std::string_view select_job =
    "SELECT id, kind, payload, state, run_at, attempts, last_error, site_id, created_at, finished_at FROM "
    "jobs";
Job job_from(sql::Row& row);

}  // namespace fabnum::jobs
