#pragma once

// How long people stayed, drawn: still there, gone onward, dropped out.

#include "features/outcomes/pages/outcome_fragments.h"

namespace fabnum::outcomes {

html::Markup retention_picture(const Results& results, const i18n::Words& t);

}  // namespace fabnum::outcomes
