#pragma once

// How a machine is shown, on its tile and on its page.

#include "design/machine.h"
#include "design/page.h"
#include "features/workshop/pages/workshop_pages.h"

namespace fabnum::workshop {

html::Url label_of(const machines::Machine& one);
design::Tag state_tag(const machines::Sight& sight, const i18n::Words& t);
std::string family_word(const machines::Machine& one, const i18n::Words& t);
std::string running_words(const machines::Machine& one, const i18n::Words& t);  // "412 h"
design::MachineTile tile_of(const machines::Sight& sight, const i18n::Words& t);

// The answer to one person: its word, why, and what is missing.
design::Tag use_tag(authorisations::Use use, const i18n::Words& t);
std::vector<std::string> why_words(const authorisations::MachineAnswer& answer, const i18n::Words& t);
std::string missing_words(const authorisations::Permit& permit, const i18n::Words& t);
// Whether learning would change the answer.
bool can_learn(const authorisations::Told& told);

}  // namespace fabnum::workshop
