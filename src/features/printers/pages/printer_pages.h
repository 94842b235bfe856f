#pragma once

// The pages of this room, one per file.

#include "design/page.h"
#include "features/printers/pages/pages.h"

namespace fabnum::printers {

http::Response connection(Room& room, web::Visit& visit, machines::MachineId machine);
http::Response connection_keep(Room& room, web::Visit& visit, machines::MachineId machine);
http::Response connection_end(Room& room, web::Visit& visit, machines::MachineId machine);
http::Response room_keep(Room& room, web::Visit& visit, machines::MachineId machine);

}  // namespace fabnum::printers
