#include "features/records/pages/pages.h"

#include "features/records/pages/record_pages.h"

namespace fabnum::records {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    const auto leads = Access::only({Role::Coordinator, Role::Admin});
    web::Table<Room> at{routes, room};
    at.get("/journal", leads, journal_lines);
    at.get("/journal.csv", leads, journal_csv);
    at.get("/journal.xlsx", leads, journal_xlsx);
    at.get("/lectures", leads, readings);
    at.get("/moi/lectures", Access::signed_in(), my_readings);
    at.get("/courriers", leads, letters);
    at.get("/courriers/{}", leads, letter);
    at.get("/taches", Access::only({Role::Admin}), job_list);
    at.post("/taches/{}/reprise", Access::only({Role::Admin}), job_again);
}

}  // namespace fabnum::records
