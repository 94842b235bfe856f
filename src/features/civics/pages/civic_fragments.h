#pragma once

// Markup shared by the pages of civic training.

#include "design/page.h"
#include "features/civics/pages/pages.h"

namespace fabnum::civics {

html::Url url_of(PersonId person);
http::Response not_there(web::Visit& visit);
std::string_view here_of(const web::Visit& visit);  // the entry of the way around
// "3 demi-journées sur 4"
std::string theory_words(const Standing& standing, const Asked& asked, const i18n::Words& t);
std::string first_aid_words(const Standing& standing, const i18n::Words& t);
// The most urgent thing to do of somebody, in one word.
design::Tag todo_tag(const Line& line, const Asked& asked, const web::Visit& visit);
std::string need_word(Need need, const i18n::Words& t);
std::string part_word(Part part, const i18n::Words& t);
// What is still to be done, each with its last day.
html::Markup todo_list(const Line& line, const web::Visit& visit);

}  // namespace fabnum::civics
