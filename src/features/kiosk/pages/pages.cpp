#include "features/kiosk/pages/pages.h"

#include "features/kiosk/pages/kiosk_pages.h"

namespace fabnum::kiosk {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    constexpr Access steering = Access::only({Role::Coordinator, Role::Admin});
    web::Table<Room> at{routes, room};
    at.get("/bornes", steering, devices);
    at.post("/bornes", steering, devices_offer);
    at.post("/bornes/badges", steering, badge_give);
    at.post("/bornes/{}/fin", steering, device_end);
    at.get("/borne/relier/{}", Access::link(), pairing);
    at.post("/borne/relier/{}", Access::link(), pairing_do);
    at.get("/borne", Access::anyone(), door);
    at.post("/borne/qui", Access::anyone(), who);
    at.post("/borne/pointage", Access::anyone(), tap);
    at.post("/borne/attente", Access::anyone(), queued);
    at.plain("/borne/hors-ligne.js", worker);
}

}  // namespace fabnum::kiosk
