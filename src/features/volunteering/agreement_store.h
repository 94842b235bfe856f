#pragma once

// Rows of agreements.

#include "features/volunteering/volunteering.h"

namespace fabnum::volunteering::store {

std::optional<Agreement> find_agreement(const sql::Reader& db, AgreementId id);
std::vector<Agreement> agreements(const sql::Reader& db, SiteId site);  // none: of every site
// Whether this organisation lends volunteers itself, so that it is approved.
bool is_employer(const sql::Reader& db, partners::OrganisationId id);
bool is_host(const sql::Reader& db, partners::OrganisationId id);

AgreementId insert_agreement(const sql::Writer& db, const Agreement& agreement);
void set_agreement(const sql::Writer& db, const Agreement& agreement);

}  // namespace fabnum::volunteering::store
