#include "features/people/pages/pages.h"

#include "features/people/pages/people_pages.h"

namespace fabnum::people {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    const auto leads = Access::only({Role::Coordinator, Role::Admin});
    web::Table<Room> at{routes, room};
    at.get("/connexion", Access::anyone(), sign_in);
    at.post("/connexion", Access::anyone(), sign_in_now);
    at.get("/entree/{}", Access::link(), sign_in_link);
    at.post("/entree/{}", Access::link(), sign_in_link_now);
    at.post("/deconnexion", Access::signed_in(), sign_out);
    at.get("/moi", Access::signed_in(), self);
    at.post("/moi/maniere", Access::signed_in(), self_manner);
    at.post("/moi/mot-de-passe", Access::staff(), self_password);
    at.post("/moi/pin", Access::signed_in(), self_pin);
    at.post("/moi/appareils/{}/fin", Access::signed_in(), self_session_end);
    at.get("/moi/codes", Access::staff(), codes);
    at.post("/moi/codes", Access::staff(), codes_on);
    at.post("/moi/codes/fin", Access::staff(), codes_off);
    at.get("/lieux", Access::staff(), places);
    at.post("/lieux", Access::staff(), places_take);
    at.get("/langue", Access::anyone(), language);
    at.post("/langue", Access::anyone(), language_choose);
    at.get("/personnes/nouvelle", leads, person_new);
    at.post("/personnes", leads, person_add);
    at.get("/personnes/{}", Access::staff(), person_show);
    at.post("/personnes/{}/lien", Access::staff(), person_link);
}

}  // namespace fabnum::people
