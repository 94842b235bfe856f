#pragma once

// Partners: the organisations that ask, lend, fund or send young people, and the persons who answer for them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "platform/sql/sql.h"

namespace fabnum::partners {

using OrganisationId = Id<struct OrganisationTag>;
using ContactId = Id<struct ContactTag>;

enum class Kind { Town, Social, Association, School, MissionLocale, PublicBody, Company, Resident };
inline constexpr std::pair<std::string_view, Kind> kinds[] = {{"town", Kind::Town},
                                                              {"social", Kind::Social},
                                                              {"association", Kind::Association},
                                                              {"school", Kind::School},
                                                              {"mission_locale", Kind::MissionLocale},
                                                              {"public_body", Kind::PublicBody},
                                                              {"company", Kind::Company},
                                                              {"resident", Kind::Resident}};
std::string_view word_of(Kind kind);

struct Organisation {
    OrganisationId id;
    std::string name;
    Kind kind = Kind::Association;
    std::string town;
};

struct Contact {
    ContactId id;
    OrganisationId organisation;
    std::string name;
    std::optional<std::string> mail, phone;
};

std::optional<Organisation> find(const sql::Reader& db, OrganisationId id);
std::optional<Contact> find_contact(const sql::Reader& db, ContactId id);
std::vector<Organisation> named(const sql::Reader& db, const std::vector<OrganisationId>& ids);
// Those that have a word beginning with each of these; with no word, all of them by name.
std::vector<Organisation> search(const sql::Reader& db, std::string_view words, int most, int skip);
std::vector<Contact> contacts_of(const sql::Reader& db, OrganisationId id);
std::vector<Contact> contacts(const sql::Reader& db, const std::vector<ContactId>& ids);
std::vector<Contact> contacts_with_mail(const sql::Reader& db, std::string_view mail);  // in any organisation

// Join the caller's transaction. The same name in the same town is the same organisation, the same mail the
// same contact: a town service that comes back is not written twice.
OrganisationId keep(const sql::Writer& db, std::string_view name, Kind kind, std::string_view town);
ContactId keep_contact(const sql::Writer& db, OrganisationId organisation, std::string_view name,
                       const std::optional<std::string>& mail, const std::optional<std::string>& phone);

}  // namespace fabnum::partners
