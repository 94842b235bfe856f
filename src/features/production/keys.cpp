#include "features/production/keys.h"

#include "features/people/people.h"
#include "features/production/key_store.h"
#include "platform/crypto/crypto.h"
#include "platform/journal/journal.h"

namespace fabnum::production {

namespace {

void note_key(const sql::Writer& db, const Act& act, std::string_view action) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "person",
                         .subject = act.by.person.value,
                         .site = act.by.site});
}

}  // namespace

std::optional<SendingKey> key_of(const sql::Reader& db, PersonId person) {
    return store::key_of(db, person);
}

Result<std::string> make_key(sql::Database& database, const Act& act) {
    const std::string key = crypto::new_token();
    return database.write(act, [&](const sql::Writer& db) -> Result<std::string> {
        if (!act.by.person || !act.by.site) return Refusal{"production.key_needs_site"};
        store::remove_key(db, act.by.person);
        store::insert_key(db, act.by, crypto::sha256_hex(key), act.at);
        note_key(db, act, "making.key_made");
        return key;
    });
}

Result<Done> end_key(sql::Database& database, const Act& act) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!store::remove_key(db, act.by.person)) return Refusal{"production.no_key"};
        note_key(db, act, "making.key_ended");
        return Done{};
    });
}

std::optional<Actor> holder_of(sql::Database& database, std::string_view key, Instant now, Day today) {
    if (key.size() < 40 || key.size() > 64) return std::nullopt;
    const std::string digest = crypto::sha256_hex(key);
    const auto actor = database.read([&](const sql::Reader& db) -> std::optional<Actor> {
        const auto found = store::holder(db, digest);
        if (!found || !people::still_wears(db, *found, today)) return std::nullopt;
        return found;
    });
    if (actor)
        static_cast<void>(database.write({}, [&](const sql::Writer& db) -> Result<Done> {
            store::set_used(db, digest, now);
            return Done{};
        }));
    return actor;
}

}  // namespace fabnum::production
