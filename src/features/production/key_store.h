#pragma once

// Rows of sending keys.

#include "features/production/keys.h"

namespace fabnum::production::store {

std::optional<SendingKey> key_of(const sql::Reader& db, PersonId person);
std::optional<Actor> holder(const sql::Reader& db, std::string_view digest);
void insert_key(const sql::Writer& db, const Actor& owner, std::string_view digest, Instant now);
bool remove_key(const sql::Writer& db, PersonId person);
void set_used(const sql::Writer& db, std::string_view digest, Instant now);

}  // namespace fabnum::production::store
