#include "features/maintenance/pages/pages.h"

#include "features/maintenance/pages/maintenance_pages.h"

namespace fabnum::maintenance {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    web::Table<Room> at{routes, room};
    at.get("/entretien", Access::staff(), due_page);
    at.get("/entretien.csv", Access::staff(), export_csv);
    at.get("/entretien.xlsx", Access::staff(), export_xlsx);
    at.get("/machines/{}/entretien", Access::staff(), machine_care);
    at.post("/machines/{}/entretien", Access::staff(), care_plan);
    at.get("/entretien/{}", Access::staff(), work_form);
    at.post("/entretien/{}", Access::staff(), work_note);
    at.post("/entretien/{}/fin", Access::staff(), care_end);
    at.get("/incidents", Access::staff(), incident_list);
    at.post("/incidents", Access::staff(), incident_note);
}

}  // namespace fabnum::maintenance
