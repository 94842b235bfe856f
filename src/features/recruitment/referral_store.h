#pragma once

// Rows of those who refer.

#include "features/recruitment/referrals.h"

namespace fabnum::recruitment::store {

std::optional<Referrer> find_referrer(const sql::Reader& db, ReferrerId id);
std::vector<ReferrerRow> referrers(const sql::Reader& db, SiteId site);
// Of one of these contacts, on any site.
std::vector<ReferrerRow> referrers_of(const sql::Reader& db, const std::vector<partners::Contact>& contacts);

ReferrerId keep_referrer(const sql::Writer& db, SiteId site, partners::ContactId contact, Instant at);
void set_link_at(const sql::Writer& db, ReferrerId id, Instant at);

}  // namespace fabnum::recruitment::store
