#pragma once

// The machines of a site on the homes of the team.

#include "features/home/pages/home_pages.h"
#include "platform/html/html.h"

namespace fabnum::home {

// All of them, as tiles for a glove.
html::Markup machine_wall(Room& room, const web::Visit& visit);
// What is due on them, for the team; nothing when nothing is.
html::Markup care_card(Room& room, const web::Visit& visit);

}  // namespace fabnum::home
