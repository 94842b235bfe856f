#pragma once

// The handlers of the machines room, by page.

#include "features/machines/pages/pages.h"

namespace fabnum::machines {

// machine_form.cpp
http::Response machine_new(Room& room, web::Visit& visit);
http::Response machine_add(Room& room, web::Visit& visit);
http::Response machine_edit(Room& room, web::Visit& visit, MachineId id);
http::Response machine_keep(Room& room, web::Visit& visit, MachineId id);
// machine_acts.cpp
http::Response machine_open(Room& room, web::Visit& visit, MachineId id);
http::Response machine_photo(Room& room, web::Visit& visit, MachineId id);
http::Response machine_photograph(Room& room, web::Visit& visit, MachineId id);
http::Response machine_retire(Room& room, web::Visit& visit, MachineId id);
http::Response machine_return(Room& room, web::Visit& visit, MachineId id);
http::Response machine_hours(Room& room, web::Visit& visit, MachineId id);
// fault_form.cpp
http::Response fault_form(Room& room, web::Visit& visit, std::string code);
http::Response fault_report(Room& room, web::Visit& visit, std::string code);
http::Response fault_repair(Room& room, web::Visit& visit, FaultId id);
http::Response fault_photo(Room& room, web::Visit& visit, FaultId id);
// lock_out.cpp
http::Response lock_form(Room& room, web::Visit& visit, MachineId id);
http::Response lock_now(Room& room, web::Visit& visit, MachineId id);
http::Response lock_release(Room& room, web::Visit& visit, MachineId id);
// machine_prints.cpp
http::Response labels_pdf(Room& room, web::Visit& visit);
http::Response label_pdf(Room& room, web::Visit& visit, MachineId id);
http::Response tag_pdf(Room& room, web::Visit& visit, MachineId id);
http::Response card_pdf(Room& room, web::Visit& visit, MachineId id);

}  // namespace fabnum::machines
