#include "features/parameters/pages/pages.h"

#include "features/parameters/pages/parameter_pages.h"

namespace fabnum::parameters {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    const auto leads = Access::only({Role::Coordinator, Role::Admin});
    const auto admin = Access::only({Role::Admin});
    web::Table<Room> at{routes, room};
    at.get("/parametres", leads, list);
    at.get("/parametres.csv", leads, export_csv);
    at.get("/parametres.xlsx", leads, export_xlsx);
    at.get("/parametres/{}", leads, show);
    at.post("/parametres/{}", admin, add_value);
    at.post("/parametres/{}/{}/fin", admin, take_back_value);
}

}  // namespace fabnum::parameters
