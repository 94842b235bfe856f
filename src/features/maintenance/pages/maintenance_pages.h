#pragma once

// The handlers of this room, by page.

#include "features/maintenance/pages/pages.h"

namespace fabnum::maintenance {

// due.cpp
http::Response due_page(Room& room, web::Visit& visit);
http::Response export_csv(Room& room, web::Visit& visit);
http::Response export_xlsx(Room& room, web::Visit& visit);
// machine_care.cpp
http::Response machine_care(Room& room, web::Visit& visit, machines::MachineId id);
http::Response care_plan(Room& room, web::Visit& visit, machines::MachineId id);
http::Response care_end(Room& room, web::Visit& visit, PlanId id);
// work_form.cpp
http::Response work_form(Room& room, web::Visit& visit, PlanId id);
http::Response work_note(Room& room, web::Visit& visit, PlanId id);
// incidents.cpp
http::Response incident_list(Room& room, web::Visit& visit);
http::Response incident_note(Room& room, web::Visit& visit);

}  // namespace fabnum::maintenance
