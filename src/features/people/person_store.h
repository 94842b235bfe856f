#pragma once

// Rows of people, their roles and their credentials.

#include <optional>
#include <string>
#include <vector>

#include "features/people/people.h"

namespace fabnum::people::store {

std::optional<Person> find(const sql::Reader& db, PersonId id);
std::optional<Person> by_mail(const sql::Reader& db, std::string_view mail);  // of those who are here
bool is_mail_taken(const sql::Reader& db, std::string_view mail);             // also by somebody who left
std::vector<Face> faces(const sql::Reader& db, const std::vector<PersonId>& ids);
std::vector<std::pair<PersonId, Day>> birth_days(const sql::Reader& db, const std::vector<PersonId>& ids);
std::vector<Face> with_role(const sql::Reader& db, Role role, SiteId site, Day on);
// Without the names of the sites.
std::vector<Hat> hats_of(const sql::Reader& db, PersonId id, Day on);
// Of all hats worn on that day or later.
std::vector<Role> roles_from(const sql::Reader& db, PersonId id, Day on);
std::vector<Face> search(const sql::Reader& db, SiteId site, std::string_view key, Day on, int most);
bool was_participant(const sql::Reader& db, PersonId id);  // now or before, on any site
bool is_on_site(const sql::Reader& db, PersonId id, SiteId site);
std::int64_t count(const sql::Reader& db);

std::vector<Somebody> everybody(const sql::Reader& db, SiteId site);
std::vector<Listed> list(const sql::Reader& db, const Filter& filter, Day on);
std::int64_t count(const sql::Reader& db, const Filter& filter, Day on);
// Whether a session of that role on that site is still right.
bool wears(const sql::Reader& db, PersonId id, Role role, SiteId site, Day on);

PersonId insert(const sql::Writer& db, const NewPerson& person, std::string_view search_key, Instant now);
void insert_role(const sql::Writer& db, PersonId id, Role role, SiteId site, Day since);
// False: that hat was not worn, or had ended.
bool end_role(const sql::Writer& db, PersonId id, Role role, SiteId site, Day last, Day on);
void set_facts(const sql::Writer& db, PersonId id, const PersonFacts& facts, std::string_view search_key);
// False: it was so already.
bool set_active(const sql::Writer& db, PersonId id, bool active);
void set_manner(const sql::Writer& db, PersonId id, const Manner& manner);

struct Credentials {
    PersonId person;
    std::optional<std::string> password_hash, pin_hash;
    std::optional<std::string> totp_sealed;
    std::int64_t totp_last_step = 0;
};
std::optional<Credentials> credentials(const sql::Reader& db, PersonId id);
std::optional<Credentials> credentials_by_badge(const sql::Reader& db, std::string_view badge_hash);
void set_password_hash(const sql::Writer& db, PersonId id, std::string_view hash);
void set_pin_hash(const sql::Writer& db, PersonId id, std::string_view hash, std::string_view lookup);
std::vector<PersonId> with_pin_lookup(const sql::Reader& db, std::string_view lookup);
struct BadgeRow {
    PersonId person;
    std::string sealed;
    Instant made;
};
std::vector<BadgeRow> badges(const sql::Reader& db, const std::vector<PersonId>& people);
struct NewBadge {
    std::string hash, sealed;
    Instant made;
};
// None: takes it away; false when there was none.
bool set_badge(const sql::Writer& db, PersonId id, const std::optional<NewBadge>& badge);
void set_totp(const sql::Writer& db, PersonId id, const std::optional<std::string>& sealed);
// False when this step, or a later one, was already used.
bool use_totp_step(const sql::Writer& db, PersonId id, std::int64_t step);

}  // namespace fabnum::people::store
