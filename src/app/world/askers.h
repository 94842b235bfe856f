#pragma once

// Who asks the small lab for things.

#include "app/world/order_tale.h"

namespace fabnum::app::world {

const Asker& town_of_hem();
const Asker& youth_office();  // of the town of Hem, by another person
const Asker& town_hall();     // mairie: the staff of the building
const Asker& sports_office();
const Asker& social_office();  // CCAS
const Asker& school();
const Asker& emmaus();
const Asker& social_centre();
const Asker& library();
const Asker& gardeners();
const Asker& residence();
const Asker& neighbours();
const Asker& hairdresser();
const Asker& town_of_marcq();
const Asker& elders_club();

}  // namespace fabnum::app::world
