#include "features/cohorts/pages/pages.h"

#include "features/cohorts/pages/cohort_pages.h"

namespace fabnum::cohorts {

void add_pages(web::Routes& routes, Room& room) {
    web::Table<Room> at{routes, room};
    at.get("/promo", web::Access::staff(), running_cohort);
    at.get("/promo/{}", web::Access::staff(), cohort);
}

}  // namespace fabnum::cohorts
