#pragma once

// What the machines' queue asks of a person, on the homes of the team.

#include "features/home/pages/home_pages.h"
#include "platform/html/html.h"

namespace fabnum::home {

html::Markup jobs_card(Room& room, const web::Visit& visit);

}  // namespace fabnum::home
