#pragma once

// What the pages of this room share: their tabs, the names behind numbers, pages of fifty.

#include <map>
#include <string>
#include <vector>

#include "design/page.h"
#include "features/people/people.h"
#include "features/records/pages/pages.h"

namespace fabnum::records {

inline constexpr int page_size = 50;
int skip_of(const web::Visit& visit);
html::Markup tabs(const web::Visit& visit, std::string_view here);
std::string name_of(const std::map<PersonId, people::Face>& faces, PersonId person, Role role,
                    const i18n::Words& t);
std::string moment(Instant at, const web::Visit& visit);
html::Markup pages_around(const html::Url& to, int skip, bool more, const i18n::Words& t);

}  // namespace fabnum::records
