#pragma once

// Markup shared by the pages of imports.

#include "design/page.h"
#include "features/imports/pages/pages.h"

namespace fabnum::imports {

html::Url url_of(ImportId id);
http::Response not_there(web::Visit& visit);
std::string column_word(Column column, const i18n::Words& t);
design::Tag verdict_tag(Verdict verdict, const i18n::Words& t);
// What was done, once it was.
http::Response done_page(Room& room, web::Visit& visit, const Import& import);

}  // namespace fabnum::imports
