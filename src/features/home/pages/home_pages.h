#pragma once

// The handlers of the home room, by page.

#include "features/home/pages/pages.h"

namespace fabnum::home {

// welcome.cpp: "/" and the pages that belong to nobody
http::Response welcome(Room& room, web::Visit& visit);
http::Response accessibility(Room& room, web::Visit& visit);
// coordinator.cpp, fabmanager.cpp, participant.cpp
http::Response coordinator(Room& room, web::Visit& visit);
http::Response fabmanager(Room& room, web::Visit& visit);
http::Response participant(Room& room, web::Visit& visit);
// search.cpp
http::Response search(Room& room, web::Visit& visit);
// calendar.cpp
http::Response calendar_link(Room& room, web::Visit& visit);
http::Response calendar(Room& room, web::Visit& visit, std::string token);
// first_time.cpp
http::Response first_time(Room& room, web::Visit& visit, std::string token);
http::Response first_time_open(Room& room, web::Visit& visit, std::string token);

}  // namespace fabnum::home
