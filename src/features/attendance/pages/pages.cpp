#include "features/attendance/pages/pages.h"

#include "features/attendance/pages/attendance_pages.h"

namespace fabnum::attendance {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    using web::Takes;
    constexpr Takes drawing{.form = 2 * 1024 * 1024, .files = 0};
    constexpr Access young = Access::only({Role::Participant});
    web::Table<Room> at{routes, room};
    at.get("/presence", Access::staff(), faces_of_the_day);
    at.post("/presence/tous", Access::staff(), all_present);
    at.post("/presence/marque", Access::staff(), mark_one);
    at.post("/presence/avis/{}", Access::staff(), notice_seen);
    at.get("/presence/{}/{}/{}", Access::staff(), sheet_show);
    at.get("/presence/{}/{}/{}/feuille.pdf", Access::staff(), sheet_pdf);
    at.get("/presence/{}/{}/{}/papier", Access::staff(), paper);
    at.post("/presence/{}/{}/{}/papier", Access::staff(), paper_enter);
    at.get("/presence/{}/{}/{}/{}", Access::staff(), half_day);
    at.post("/presence/{}/{}/{}/{}", Access::staff(), half_day_mark);
    at.get("/presence/{}/{}/{}/{}/signature", Access::team(), signature);
    at.post("/presence/{}/{}/{}/{}/signature", Access::team(), signature_give, drawing);
    at.post("/presence/{}/{}/{}/{}/rattrapage", Access::staff(), catch_up_agree);
    at.post("/rattrapages/{}/annulation", Access::staff(), catch_up_call_off);
    at.get("/presence/{}/{}/preuves", Access::staff(), proof);
    at.get("/signer", young, to_sign);
    at.get("/prevenir", young, say);
    at.post("/prevenir", young, say_it);
}

}  // namespace fabnum::attendance
