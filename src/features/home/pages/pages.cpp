#include "features/home/pages/pages.h"

#include "features/home/pages/home_pages.h"

namespace fabnum::home {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    web::Table<Room> at{routes, room};
    at.get("/", Access::anyone(), welcome);
    at.get("/accessibilite", Access::anyone(), accessibility);
    at.get("/accueil", Access::only({Role::Coordinator, Role::Admin}), coordinator);
    at.get("/atelier", Access::only({Role::Fabmanager, Role::Coordinator, Role::Admin}), fabmanager);
    at.get("/aujourdhui", Access::only({Role::Participant}), participant);
    at.get("/recherche", Access::staff(), search);
    at.post("/agenda", Access::signed_in(), calendar_link);
    at.get("/agenda/{}", Access::link(), calendar);
    at.get("/premiere-fois/{}", Access::link(), first_time);
    at.post("/premiere-fois/{}", Access::link(), first_time_open);
}

}  // namespace fabnum::home
