#pragma once

// Markup shared by the pages of this room.

#include <string>

#include "design/page.h"
#include "features/orders/pages/pages.h"

namespace fabnum::orders {

html::Url url_of(OrderId id);
design::Tag state_tag(State state, const i18n::Words& t);
design::Tag late_tag(const Listed& order, Day today, const i18n::Words& t);  // the day, or how late
design::Picture picture_of(Kind kind);
std::string_view icon_of(Kind kind);
std::string state_word(State state, const i18n::Words& t);
std::string kind_word(Kind kind, const i18n::Words& t);
// Where the order is, for the requester and the team: request, study, team, making, delivery.
design::Stepper stages_of(State state, const i18n::Words& t);
html::Markup conversation(const Sight& sight, const web::Visit& visit, bool for_requester);
std::vector<design::Choice> kind_choices(const i18n::Words& t);
// A paragraph per line that was typed.
html::Markup paragraphs(std::string_view text);

}  // namespace fabnum::orders
