#include "features/sites/pages/pages.h"

#include "features/sites/pages/site_pages.h"

namespace fabnum::sites {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    web::Table<Room> at{routes, room};
    at.get("/lieux/{}", Access::staff(), site_show);
    at.post("/lieux/{}", Access::only({Role::Coordinator, Role::Admin}), site_change);
}

}  // namespace fabnum::sites
