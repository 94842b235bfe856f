#pragma once

// What several pages of an engagement show.

#include "design/page.h"
#include "features/volunteering/pages/volunteering_pages.h"

namespace fabnum::volunteering {

html::Url url_of(EngagementId id);
http::Response not_there(web::Visit& visit);
std::optional<Sight> seen(Room& room, const web::Visit& visit, EngagementId id);
std::string dates_of(const Engagement& engagement, const i18n::Words& t);
design::Tag moment_tag(const Engagement& engagement, const web::Visit& visit);
// How much is missing, and whether it keeps the engagement from starting.
design::Tag missing_tag(const std::vector<Need>& missing, const i18n::Words& t);
std::string need_word(const Need& need, const i18n::Words& t);
std::string reason_word(EndReason reason, const i18n::Words& t);
html::Markup tabs(const web::Visit& visit, std::string_view here);  // engagements, agreements
// The page of one engagement; `form` says what was typed into one of its small forms.
http::Response sight_page(Room& room, web::Visit& visit, EngagementId id, const forms::Form& form,
                          int status = 200);

}  // namespace fabnum::volunteering
