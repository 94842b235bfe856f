#pragma once

// Rows of organisations and of their contacts.

#include "features/partners/partners.h"

namespace fabnum::partners::store {

std::optional<Organisation> find(const sql::Reader& db, OrganisationId id);
std::optional<Contact> find_contact(const sql::Reader& db, ContactId id);
std::optional<OrganisationId> by_key(const sql::Reader& db, std::string_view key, std::string_view town);
std::optional<ContactId> by_mail(const sql::Reader& db, OrganisationId organisation, std::string_view mail);
// Of that name, and not of another mail.
std::optional<ContactId> by_name(const sql::Reader& db, OrganisationId organisation, std::string_view key,
                                 const std::optional<std::string>& mail);
std::vector<Organisation> named(const sql::Reader& db, const std::vector<OrganisationId>& ids);
std::vector<Organisation> all(const sql::Reader& db, int most, int skip);  // by name
// Those that have a word beginning with each of these, of which there is one at least; by the first word's
// match, then by name.
std::vector<Organisation> with_words(const sql::Reader& db, const std::vector<std::string>& beginnings,
                                     int most, int skip);
std::vector<Contact> contacts_of(const sql::Reader& db, OrganisationId id);
std::vector<Contact> contacts(const sql::Reader& db, const std::vector<ContactId>& ids);
std::vector<Contact> contacts_with_mail(const sql::Reader& db, std::string_view mail);

OrganisationId insert(const sql::Writer& db, const Organisation& organisation, std::string_view key,
                      const std::vector<std::string>& words);
ContactId insert_contact(const sql::Writer& db, const Contact& contact, std::string_view key);
void set_reach(const sql::Writer& db, ContactId id, const std::optional<std::string>& mail,
               const std::optional<std::string>& phone);

}  // namespace fabnum::partners::store
