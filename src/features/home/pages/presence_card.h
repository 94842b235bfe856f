#pragma once

// Presence on the homes.

#include "features/attendance/attendance.h"
#include "features/home/pages/home_pages.h"
#include "platform/html/html.h"

namespace fabnum::home {

// The faces of this half-day; nothing when nothing is planned.
html::Markup presence_card(Room& room, const web::Visit& visit);
// A young person's own: since when they are here, what to sign, the hours of the week.
html::Markup my_week(Room& room, const web::Visit& visit);

}  // namespace fabnum::home
