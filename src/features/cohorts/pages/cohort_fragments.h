#pragma once

// What several pages of a cohort show.

#include "design/page.h"
#include "features/cohorts/pages/pages.h"

namespace fabnum::cohorts {

html::Url url_of(CohortId id);
bool may_steer(const web::Visit& visit);  // change the programme, enrol
// The cohort, if it is of a site within this visitor's reach.
std::optional<Cohort> seen(Room& room, const web::Visit& visit, CohortId id);
http::Response not_there(web::Visit& visit);

// The pages of one cohort, side by side; `here` is a key under "cohorts.tab".
html::Markup tabs(const Cohort& cohort, const web::Visit& visit, std::string_view here);
design::Tag moment_tag(const Cohort& cohort, const web::Visit& visit);
std::string nature_word(Nature nature, const i18n::Words& t);
std::string holiday_word(calendar::Holiday holiday, const i18n::Words& t);
std::string goal_sentence(const Goal& goal, const i18n::Words& t);
// "9 h à 12 h"
std::string hours_of(const Slot& slot, const i18n::Words& t);
// A page of a cohort under its tabs.
http::Response cohort_part(web::Visit& visit, const Cohort& cohort, std::string_view tab,
                           const forms::Form& form, html::Markup body, int status = 200);

}  // namespace fabnum::cohorts
