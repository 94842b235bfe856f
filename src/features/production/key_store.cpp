#include "features/production/key_store.h"

namespace fabnum::production::store {

std::optional<SendingKey> key_of(const sql::Reader& db, PersonId person) {
    return db.one(
        [](sql::Row& row) {
            SendingKey key;
            key.made = row.take<Instant>();
            key.used = row.take<std::optional<Instant>>();
            return key;
        },
        {person}, "SELECT made_at, used_at FROM production_keys WHERE person_id = $1");
}

std::optional<Actor> holder(const sql::Reader& db, std::string_view digest) {
    return db.one(
        [](sql::Row& row) {
            Actor actor;
            actor.person = row.take<PersonId>();
            actor.role = role_from_word(row.take<std::string>());
            actor.site = row.take<SiteId>();
            return actor;
        },
        {digest}, "SELECT person_id, role, site_id FROM production_keys WHERE digest = $1");
}

void insert_key(const sql::Writer& db, const Actor& owner, std::string_view digest, Instant now) {
    db.run({owner.person, owner.site, word_of(owner.role), digest, now}, R"sql(
        INSERT INTO production_keys (person_id, site_id, role, digest, made_at) VALUES ($1, $2, $3, $4, $5))sql");
}

bool remove_key(const sql::Writer& db, PersonId person) {
    return db.run({person}, "DELETE FROM production_keys WHERE person_id = $1") == 1;
}

void set_used(const sql::Writer& db, std::string_view digest, Instant now) {
    db.run({digest, now}, "UPDATE production_keys SET used_at = $2 WHERE digest = $1");
}

}  // namespace fabnum::production::store
