#pragma once

// Rows of civic training.

#include <map>

#include "features/civics/civics.h"

namespace fabnum::civics::store {

// Of those that somebody sorted: the others are of theory.
std::map<timetable::SessionId, Part> parts_of(const sql::Reader& db,
                                              const std::vector<timetable::Session>& sessions);
void set_part(const sql::Writer& db, timetable::SessionId id, Part part);
std::vector<Proof> proofs_of(const sql::Reader& db, const std::vector<PersonId>& people);
std::optional<Proof> find(const sql::Reader& db, CivicProofId id);
CivicProofId insert(const sql::Writer& db, const Act& act, const Proof& proof);
std::int64_t take_back(const sql::Writer& db, CivicProofId id, Instant at);

}  // namespace fabnum::civics::store
