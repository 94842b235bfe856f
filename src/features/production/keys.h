#pragma once

// Sending keys: by which a slicer sends in somebody's name. Shown once, kept as a hash, one per person.

#include <optional>
#include <string>
#include <string_view>

#include "base/actor.h"
#include "base/result.h"
#include "features/production/production.h"

namespace fabnum::production {

struct SendingKey {
    Instant made;
    std::optional<Instant> used;
};
std::optional<SendingKey> key_of(const sql::Reader& db, PersonId person);
// A new one ends the one before.
Result<std::string> make_key(sql::Database& database, const Act& act);
Result<Done> end_key(sql::Database& database, const Act& act);
// Whose key it is, while their hat is worn; notes that it was used.
std::optional<Actor> holder_of(sql::Database& database, std::string_view key, Instant now, Day today);

}  // namespace fabnum::production
