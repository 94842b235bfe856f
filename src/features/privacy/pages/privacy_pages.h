#pragma once

// The handlers of the privacy room, by page.

#include "features/privacy/pages/pages.h"

namespace fabnum::privacy {

// dossier.cpp
http::Response my_dossier(Room& room, web::Visit& visit);
http::Response my_dossier_json(Room& room, web::Visit& visit);
http::Response dossier(Room& room, web::Visit& visit, PersonId id);
http::Response dossier_json(Room& room, web::Visit& visit, PersonId id);
// erasure.cpp, retention.cpp
http::Response erasure(Room& room, web::Visit& visit, PersonId id);
http::Response erasure_now(Room& room, web::Visit& visit, PersonId id);
http::Response retention(Room& room, web::Visit& visit);

}  // namespace fabnum::privacy
