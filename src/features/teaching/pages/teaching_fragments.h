#pragma once

// Markup shared by the pages of peer teaching.

#include "design/page.h"
#include "features/teaching/pages/pages.h"
#include "platform/clock/clock.h"

namespace fabnum::teaching {

html::Url url_of(PairId id);
http::Response not_there(web::Visit& visit);
std::string_view here_of(const web::Visit& visit);
std::string subject_word(const Subject& subject, const i18n::Words& t);
std::string name_of(const std::map<PersonId, people::Face>& faces, PersonId person);
design::Tag state_tag(const Pair& pair, const web::Visit& visit);
// "Yanis montre : la découpe", as the young person who looks would say it.
std::string pair_title(const Pair& pair, PersonId me, const std::string& other, const i18n::Words& t);

}  // namespace fabnum::teaching
