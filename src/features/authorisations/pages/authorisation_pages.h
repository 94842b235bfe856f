#pragma once

// The handlers of the authorisations, by page.

#include "features/authorisations/pages/pages.h"

namespace fabnum::authorisations {

// authorisation_list.cpp
http::Response everybody(Room& room, web::Visit& visit);
http::Response export_csv(Room& room, web::Visit& visit);
http::Response export_xlsx(Room& room, web::Visit& visit);
// authorisation_grant.cpp
http::Response family_page(Room& room, web::Visit& visit, std::string family);
http::Response grant_now(Room& room, web::Visit& visit, std::string family);
// authorisation_course.cpp
http::Response course_form(Room& room, web::Visit& visit, std::string family);
http::Response course_keep(Room& room, web::Visit& visit, std::string family);
// authorisation_person.cpp
http::Response person_page(Room& room, web::Visit& visit, PersonId person);
http::Response revoke_now(Room& room, web::Visit& visit, PersonId person, std::string family);
http::Response ground_give(Room& room, web::Visit& visit, PersonId person);
http::Response ground_end(Room& room, web::Visit& visit, PersonId person, std::string family);
// learn.cpp
http::Response learn(Room& room, web::Visit& visit, std::string family);
http::Response quiz_answer(Room& room, web::Visit& visit, std::string family);
http::Response sign_now(Room& room, web::Visit& visit, std::string family);

}  // namespace fabnum::authorisations
