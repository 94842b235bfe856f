#pragma once

// The cards that the team reads under the answer of a label: its lock, what waits for it, its faults, its
// care.

#include <map>

#include "features/workshop/pages/workshop_fragments.h"

namespace fabnum::workshop {

struct LabelFacts {
    machines::Sight sight;
    std::string site;
    std::map<PersonId, people::Face> faces;         // of who said what; of the team only
    std::optional<authorisations::Told> told = {};  // the visitor's own answer
    std::vector<std::string> helpers = {};          // first names of the team of the site
    std::vector<people::Face> young = {};
    std::map<PersonId, authorisations::Told> others = {};  // for staff
    std::optional<maintenance::PlanRow> care = {};         // what it is due for next
    std::vector<production::Sight> waiting = {};           // jobs that it could make
    std::vector<std::string> elsewhere = {};               // other machines that could, now
};

html::Markup lock_part(const LabelFacts& facts, const web::Visit& visit);
html::Markup waiting_part(const LabelFacts& facts, const i18n::Words& t);
html::Markup faults_part(const LabelFacts& facts, const web::Visit& visit);
html::Markup care_part(const LabelFacts& facts, const i18n::Words& t);
html::Markup staff_part(const machines::Sight& sight, const i18n::Words& t);

}  // namespace fabnum::workshop
