#pragma once

// The handlers of peer teaching, by page.

#include "features/teaching/pages/pages.h"

namespace fabnum::teaching {

// teaching_home.cpp: the young person's page; team_table.cpp: the team's
http::Response home_page(Room& room, web::Visit& visit);
http::Response team_page(Room& room, web::Visit& visit);
http::Response export_csv(Room& room, web::Visit& visit);
http::Response export_xlsx(Room& room, web::Visit& visit);
// wish_form.cpp
http::Response wish_form(Room& room, web::Visit& visit);
http::Response wish_send(Room& room, web::Visit& visit);
http::Response wish_end(Room& room, web::Visit& visit, WishId id);
// pair_show.cpp
http::Response pair_ask(Room& room, web::Visit& visit);
http::Response pair_page(Room& room, web::Visit& visit, PairId id);
http::Response pair_agree(Room& room, web::Visit& visit, PairId id);
http::Response pair_confirm(Room& room, web::Visit& visit, PairId id);
http::Response pair_drop(Room& room, web::Visit& visit, PairId id);
http::Response pair_photo(Room& room, web::Visit& visit, PairId id);

}  // namespace fabnum::teaching
