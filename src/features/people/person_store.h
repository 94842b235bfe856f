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
std::vector<Face> with_role(const sql::Reader& db, Role role, SiteId site, Day on);
// Without the names of the sites.
std::vector<Hat> hats_of(const sql::Reader& db, PersonId id, Day on);
// Of all hats worn on that day or later.
std::vector<Role> roles_from(const sql::Reader& db, PersonId id, Day on);
std::vector<Face> search(const sql::Reader& db, SiteId site, std::string_view key, Day on, int most);
bool is_on_site(const sql::Reader& db, PersonId id, SiteId site);
std::int64_t count(const sql::Reader& db);

PersonId insert(const sql::Writer& db, const NewPerson& person, std::string_view search_key, Instant now);
void insert_role(const sql::Writer& db, PersonId id, Role role, SiteId site, Day since);
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
void set_pin_hash(const sql::Writer& db, PersonId id, std::string_view hash);
void set_totp(const sql::Writer& db, PersonId id, const std::optional<std::string>& sealed);
// False when this step, or a later one, was already used.
bool use_totp_step(const sql::Writer& db, PersonId id, std::int64_t step);

}  // namespace fabnum::people::store
