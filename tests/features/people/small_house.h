#pragma once

// Two sites and the people of one: enough to ask who may do what.

#include <gtest/gtest.h>

#include "features/people/people.h"
#include "features/people/person_store.h"
#include "features/sites/sites.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "tests/support/engines.h"

namespace fabnum::people {

inline const Instant morning = clock::paris(2026, 11, 24, 9);
inline const Day today = *day_from_iso("2026-11-24");

inline sites::Site site_named(std::string name) {
    sites::Site site;
    site.name = std::move(name);
    return site;
}
inline NewPerson person_named(std::string given, std::string family, std::optional<std::string> mail = {}) {
    NewPerson person;
    person.given_name = std::move(given);
    person.family_name = std::move(family);
    person.mail = std::move(mail);
    return person;
}

class SmallHouse : public testing::TestWithParam<sql::Engine> {
 protected:
    SmallHouse() {
        write([&](const sql::Writer& db) {
            hem = sites::open(db, site_named("Hem"));
            marcq = sites::open(db, site_named("Marcq"));
        });
        samira = added("Samira", "Dubois", Role::Coordinator, hem, "samira@hem.example");
        bruno = added("Bruno", "Leroy", Role::Fabmanager, hem, "bruno@hem.example");
        ines = added("Inès", "Bouchard", Role::Participant, hem);
        noah = added("Noah", "Petit", Role::Participant, marcq);
    }

    template <class Use>
    void write(Use&& use) {
        support::expect_done(fresh->write({}, [&](const sql::Writer& db) -> Result<Done> {
            use(db);
            return Done{};
        }));
    }
    template <class Use>
    auto read(Use&& use) {
        return fresh->read([&](const sql::Reader& db) { return use(db); });
    }
    PersonId added(std::string given, std::string family, Role role, SiteId site,
                   std::optional<std::string> mail = {}) {
        auto person = person_named(std::move(given), std::move(family), std::move(mail));
        person.role = role;
        person.site = site;
        PersonId id;
        write([&](const sql::Writer& db) { id = *add(db, act_of({}, Role::System, {}), person, today); });
        return id;
    }
    void gives_hat(PersonId person, Role role, SiteId site, Day since = today) {
        write([&](const sql::Writer& db) { store::insert_role(db, person, role, site, since); });
    }
    void leaves(PersonId person, Day last) {
        write([&](const sql::Writer& db) {
            db.run({person, last}, "UPDATE people_roles SET until = $2 WHERE person_id = $1");
        });
    }
    void stops(PersonId person) {
        write([&](const sql::Writer& db) { db.run({person}, "UPDATE people SET active = 0 WHERE id = $1"); });
    }
    static Act act_of(PersonId person, Role role, SiteId site, Instant at = morning) {
        return {.by = {.person = person, .role = role, .site = site}, .at = at, .once = {}};
    }
    static SignIn from(Instant now, std::string client = "192.0.2.7") {
        return {.client = std::move(client),
                .device = "Firefox, Linux",
                .kind = sessions::Device::Own,
                .now = now,
                .today = today};
    }
    std::optional<sessions::Session> session_of(std::string_view token, Instant now = morning) {
        return read([&](const sql::Reader& db) { return sessions::find(db, token, now); });
    }

    support::FreshDatabase fresh{GetParam()};
    SiteId hem, marcq;
    PersonId samira, bruno, ines, noah;
};

// "" when it was done, else why not.
template <class T>
std::string refusal_of(const Result<T>& answer) {
    return answer ? std::string() : answer.refusal().key;
}

}  // namespace fabnum::people
