#pragma once

// Every component in every state, on one page.

#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

html::Markup gallery(const i18n::Words& words);

}  // namespace fabnum::design
