#pragma once

// What is the same for everybody: embedded assets, health, figures for the monitoring, the gallery of the
// design.

#include "platform/web/routes.h"

namespace fabnum::app {

class House;
void add_plain_pages(web::Routes& routes, House& house);

}  // namespace fabnum::app
