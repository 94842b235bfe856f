#pragma once

// Houses of any size, in the shape of the small lab: per site and year two cohorts of twelve, and some forty
// orders with their teams, steps, work and messages. For measuring; the names and words are invented. The
// same size, seed and day make the same house.

#include <cstdint>

#include "base/day.h"
#include "platform/sql/sql.h"

namespace fabnum::app::world {

struct Size {
    int sites = 1;
    int years = 1;
    std::uint64_t seed = 1;
};

// Needs a database with the house's tables.
void generate(sql::Database& database, const Size& size, Instant now);

}  // namespace fabnum::app::world
