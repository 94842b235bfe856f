#pragma once

// What every verb of this room begins and ends with.

#include <string>
#include <string_view>

#include "features/outcomes/outcomes.h"

namespace fabnum::outcomes {

// The coordinator of the site, and the administrator.
bool may_steer(const Actor& actor, SiteId site);
void note(const sql::Writer& db, const Act& act, std::string_view action, const Exit& exit,
          std::string before, std::string after);

}  // namespace fabnum::outcomes
