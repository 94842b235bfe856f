#pragma once

// The keys of acts that must not happen twice. A key is used up in the act's own transaction.

#include <cstdint>
#include <string_view>

#include "base/actor.h"
#include "platform/sql/sql.h"

namespace fabnum::sql {

// Keys used before `before` are kept no longer: nobody sends a form again after so long. Answers how many.
std::int64_t forget_once_keys(const Writer& db, Instant before);

// For the two engines. Uses up the act's key; throws DoneBefore.
void use_once_key(Session& session, const Act& act);
void note_location(Session& session, std::string_view once, std::string_view location);
// A write that changes nothing for anybody.
void write_a_trifle(Session& session);

}  // namespace fabnum::sql
