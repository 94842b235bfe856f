#pragma once

// The handlers of civic training, by page.

#include "features/civics/pages/pages.h"

namespace fabnum::civics {

// civic_list.cpp
http::Response list_page(Room& room, web::Visit& visit);
http::Response export_csv(Room& room, web::Visit& visit);
http::Response export_xlsx(Room& room, web::Visit& visit);
// civic_day.cpp
http::Response day_form(Room& room, web::Visit& visit);
http::Response day_plan(Room& room, web::Visit& visit);
http::Response part_set(Room& room, web::Visit& visit, timetable::SessionId id);
// civic_show.cpp
http::Response person_page(Room& room, web::Visit& visit, PersonId person);
http::Response proof_keep(Room& room, web::Visit& visit, PersonId person);
http::Response proof_take_back(Room& room, web::Visit& visit, CivicProofId id);
http::Response proof_file(Room& room, web::Visit& visit, CivicProofId id);

}  // namespace fabnum::civics
