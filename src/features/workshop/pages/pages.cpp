#include "features/workshop/pages/pages.h"

#include "features/workshop/pages/workshop_pages.h"

namespace fabnum::workshop {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    web::Table<Room> at{routes, room};
    at.get("/machines", Access::team(), machine_list);
    at.get("/machines.csv", Access::staff(), export_csv);
    at.get("/machines.xlsx", Access::staff(), export_xlsx);
    // A label is read by the camera of anybody's phone.
    at.get("/m/{}", Access::anyone(), machine_label);
}

}  // namespace fabnum::workshop
