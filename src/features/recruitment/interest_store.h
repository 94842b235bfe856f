#pragma once

// Rows of interest sheets being written.

#include "features/recruitment/interest.h"

namespace fabnum::recruitment::store {

std::optional<Interest> find_interest(const sql::Reader& db, InterestId id);
InterestId insert_interest(const sql::Writer& db, Instant at);
void set_interest(const sql::Writer& db, InterestId id, std::string_view answers, Instant at);
void set_interest_sent(const sql::Writer& db, InterestId id, CandidateId candidate, Instant at);
std::int64_t remove_interests(const sql::Writer& db, Instant before);

}  // namespace fabnum::recruitment::store
