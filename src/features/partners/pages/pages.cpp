#include "features/partners/pages/pages.h"

#include "features/partners/pages/partner_pages.h"

namespace fabnum::partners {

void add_pages(web::Routes& routes, Room& room) {
    web::Table<Room> at{routes, room};
    at.get("/partenaires", web::Access::staff(), list);
    at.get("/partenaires/{}", web::Access::staff(), show);
}

}  // namespace fabnum::partners
