#pragma once

// Who lives in the small lab: the sites, the team, the four cohorts.

#include "app/world/order_tale.h"

namespace fabnum::app::world {

void tell_team(Telling& telling);
void tell_cohorts(Telling& telling);

}  // namespace fabnum::app::world
