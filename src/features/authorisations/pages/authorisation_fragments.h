#pragma once

// What several pages of authorisations show.

#include "design/page.h"
#include "features/authorisations/pages/authorisation_pages.h"

namespace fabnum::authorisations {

http::Response not_there(web::Visit& visit);
std::string family_word(Family family, const i18n::Words& t);
std::string level_word(Level level, const i18n::Words& t);
// Families of the machines of a site that ask for an authorisation, each once.
std::vector<Family> families_of(const sql::Reader& db, SiteId site);
// What one person holds, in a word.
design::Tag permit_tag(const Permit& permit, const i18n::Words& t);
// "Il manque : le quiz, la signature."
std::string missing_words(const Permit& permit, const i18n::Words& t);

}  // namespace fabnum::authorisations
