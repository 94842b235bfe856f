#include "features/statements/pages/pages.h"

#include "features/statements/pages/statement_pages.h"

namespace fabnum::statements {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    constexpr Access steering = Access::only({Role::Coordinator, Role::Admin});
    constexpr Access adviser = Access::only({Role::Adviser});
    constexpr Access readers =
        Access::only({Role::Coordinator, Role::Admin, Role::Fabmanager, Role::Adviser});
    web::Table<Room> at{routes, room};
    at.get("/etats", steering, month_list);
    at.get("/etats.csv", steering, month_csv);
    at.post("/etats", steering, month_send);
    at.post("/etats/suivi", steering, adviser_choose);
    at.get("/etats/{}/{}", readers, statement_show);
    at.get("/etats/{}/{}/pdf", readers, statement_pdf);
    at.get("/mes-jeunes", adviser, my_youths);
    at.get("/mes-jeunes.csv", adviser, my_youths_csv);
    at.post("/mes-jeunes/{}/visa", adviser, my_youths_sign);
    at.get("/visa/{}", Access::link(), visa);
    at.post("/visa/{}/{}", Access::link(), visa_sign);
}

}  // namespace fabnum::statements
