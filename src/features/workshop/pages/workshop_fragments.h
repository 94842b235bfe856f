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

}  // namespace fabnum::workshop
