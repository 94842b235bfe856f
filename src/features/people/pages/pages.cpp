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
    at.get("/badge", Access::anyone(), badge);
    at.post("/badge", Access::anyone(), badge_read);
    at.get("/badge/{}", Access::link(), badge_pin);
    at.post("/badge/{}", Access::link(), badge_enter);
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
    at.get("/lieux/nouveau", Access::only({Role::Admin}), place_new);
    at.post("/lieux/nouveau", Access::only({Role::Admin}), place_open);
    at.get("/langue", Access::anyone(), language);
    at.post("/langue", Access::anyone(), language_choose);
    at.get("/personnes", Access::staff(), person_list);
    at.get("/personnes.csv", leads, person_list_csv);
    at.get("/personnes.xlsx", leads, person_list_xlsx);
    at.get("/personnes/badges", Access::staff(), badge_list);
    at.post("/personnes/badges", Access::staff(), badge_give);
    at.get("/personnes/badges.pdf", Access::staff(), badge_pdf);
    at.get("/personnes/nouvelle", leads, person_new);
    at.post("/personnes", leads, person_add);
    at.get("/personnes/{}", Access::staff(), person_show);
    at.post("/personnes/{}/lien", Access::staff(), person_link);
    at.post("/personnes/{}/badge", Access::staff(), person_badge);
    at.post("/personnes/{}/badge/fin", Access::staff(), person_badge_end);
    at.get("/personnes/{}/coordonnees", leads, person_edit);
    at.post("/personnes/{}/coordonnees", leads, person_correct);
    at.get("/personnes/{}/roles", leads, person_hats);
    at.post("/personnes/{}/roles", leads, person_hat_give);
    at.post("/personnes/{}/roles/fin", leads, person_hat_end);
    at.post("/personnes/{}/depart", leads, person_leave);
    at.post("/personnes/{}/retour", leads, person_return);
}

}  // namespace fabnum::people
