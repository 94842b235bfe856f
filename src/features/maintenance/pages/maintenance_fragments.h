#pragma once

// What several pages of care show.

#include "design/page.h"
#include "features/maintenance/pages/maintenance_pages.h"

namespace fabnum::maintenance {

html::Url url_of(PlanId id);
html::Url care_of(machines::MachineId id);
http::Response no_care(web::Visit& visit);
design::Tag due_tag(Due due, const i18n::Words& t);
// "dans 12 jours, ou après 40 h de marche"
std::string left_words(const Left& left, const i18n::Words& t);
// "tous les 30 jours, ou toutes les 200 h de marche"
std::string interval_words(const Plan& plan, const i18n::Words& t);
// One thing that is due: what, on which machine, when, and the act.
design::Decision due_row(const PlanRow& row, bool names_machine, const i18n::Words& t);

}  // namespace fabnum::maintenance
