#pragma once

// Rows written straight into the tables, for what no room's door offers: a second hat, and houses of any size.

#include "base/actor.h"
#include "platform/sql/sql.h"

namespace fabnum::app::world::store {

void insert_hat(const sql::Writer& db, PersonId person, Role role, SiteId site, Day since);

}  // namespace fabnum::app::world::store
