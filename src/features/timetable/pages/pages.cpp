#include "features/timetable/pages/pages.h"

#include "features/timetable/pages/timetable_pages.h"

namespace fabnum::timetable {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    web::Table<Room> at{routes, room};
    at.get("/seances", Access::staff(), week);
    at.get("/seances/nouvelle", Access::staff(), session_new);
    at.post("/seances", Access::staff(), session_plan);
    at.get("/seances/{}", Access::staff(), session_show);
    at.get("/seances/{}/changement", Access::staff(), session_edit);
    at.post("/seances/{}/changement", Access::staff(), session_change);
    at.post("/seances/{}/annulation", Access::staff(), session_cancel);
}

}  // namespace fabnum::timetable
