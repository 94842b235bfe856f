#include "app/world/bulk_store.h"

namespace fabnum::app::world::store {

void insert_hat(const sql::Writer& db, PersonId person, Role role, SiteId site, Day since) {
    db.run({person, word_of(role), site, since}, R"sql(
        INSERT INTO people_roles (person_id, role, site_id, since) VALUES ($1, $2, $3, $4))sql");
}

}  // namespace fabnum::app::world::store
