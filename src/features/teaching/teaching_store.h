#pragma once

// Rows of peer teaching.

#include "features/teaching/teaching.h"

namespace fabnum::teaching::store {

std::vector<Wish> wishes_on(const sql::Reader& db, SiteId site);
std::optional<Wish> find_wish(const sql::Reader& db, WishId id);
WishId insert(const sql::Writer& db, const Wish& wish);
std::int64_t end_wish(const sql::Writer& db, WishId id, Instant at);

std::vector<Pair> pairs_of(const sql::Reader& db, PersonId person);
std::vector<Pair> pairs_on(const sql::Reader& db, SiteId site, int most);
std::optional<Pair> find(const sql::Reader& db, PairId id);
PairId insert(const sql::Writer& db, const Pair& pair);
// Rows touched: none when the state was left meanwhile.
std::int64_t update(const sql::Writer& db, const Pair& pair, PairState from);

}  // namespace fabnum::teaching::store
