#pragma once

// What a runner writes about the jobs it takes. `attempts` is its proof: when a lease ran out and another
// runner took the job over, the number moved on, and the first one's word no longer counts.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/jobs/jobs.h"

namespace fabnum::jobs {

inline constexpr std::chrono::seconds lease_length{120}, lease_renewal = lease_length / 4;
static_assert(lease_renewal >= std::chrono::seconds{1}, "a runner at rest would not rest");

// Takes the next due job of one of these kinds, if any.
std::optional<Job> take_next(sql::Database& database, const std::vector<std::string>& kinds, Instant now);
// When the next one comes due.
std::optional<Instant> next_due(sql::Database& database, const std::vector<std::string>& kinds);

void keep(sql::Database& database, const Job& job, Instant now);
void finish(sql::Database& database, const Job& job, Instant now);
// Answers whether it will be tried again.
bool fail(sql::Database& database, const Job& job, std::string_view error, Instant now);

// For the one server of a SQLite file, when it starts: nobody else can be at these jobs.
void take_over_all(sql::Database& database, Instant now);

}  // namespace fabnum::jobs
