#pragma once

// Rows of parameters.

#include "features/parameters/parameters.h"

namespace fabnum::parameters::store {

std::optional<Parameter> on(const sql::Reader& db, std::string_view key, Day day);
std::vector<Parameter> holding(const sql::Reader& db, Day day);  // those that began first come first
std::vector<Parameter> history(const sql::Reader& db, std::string_view key);
ParameterId insert(const sql::Writer& db, const Parameter& parameter, Instant at);
bool remove(const sql::Writer& db, std::string_view key, ParameterId id);

}  // namespace fabnum::parameters::store
