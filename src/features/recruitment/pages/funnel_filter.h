#pragma once

// The filter of the list of candidates, as the address says it: ?q= &etape= &promo= &tri=

#include "features/recruitment/pages/recruitment_fragments.h"

namespace fabnum::recruitment {

// "promo" none: the next cohort to begin, when there is one; "toutes": all.
Filter filter_of(const sql::Reader& db, const web::Visit& visit);
html::Url with_filter(html::Url to, const web::Visit& visit, std::string_view changed = {},
                      std::string_view value = {});

}  // namespace fabnum::recruitment
