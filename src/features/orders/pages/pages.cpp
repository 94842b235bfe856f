#include "features/orders/pages/pages.h"

#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    using web::Takes;
    constexpr Takes photo{.form = 256 * 1024, .files = 12 * 1024 * 1024};
    constexpr Takes signature{.form = 2 * 1024 * 1024, .files = 0};
    web::Table<Room> at{routes, room};

    at.get("/commandes", Access::staff(), list);
    at.get("/commandes.csv", Access::staff(), export_csv);
    at.get("/commandes.xlsx", Access::staff(), export_xlsx);
    at.get("/commandes/tableau", Access::staff(), board);
    at.get("/commandes/nouvelle", Access::staff(), counter);
    at.post("/commandes", Access::staff(), counter_receive);
    at.get("/commandes/{}", Access::team(), show);
    at.get("/commandes/{}/images/{}", Access::team(), picture);
    at.get("/commandes/{}/etude", Access::staff(), triage);
    at.post("/commandes/{}/etude", Access::staff(), triage_keep);
    at.post("/commandes/{}/acceptation", Access::staff(), acceptance);
    at.post("/commandes/{}/refus", Access::staff(), refusal);
    at.post("/commandes/{}/question", Access::staff(), ask);
    at.post("/commandes/{}/reponse", Access::staff(), answer);
    at.post("/commandes/{}/messages", Access::team(), write);
    at.get("/commandes/{}/equipe", Access::staff(), team);
    at.post("/commandes/{}/equipe", Access::staff(), team_start);
    at.get("/commandes/{}/prototype", Access::team(), prototype);
    at.post("/commandes/{}/prototype", Access::team(), prototype_show, photo);
    at.post("/commandes/{}/prototype/avis", Access::staff(), prototype_judge);
    at.post("/commandes/{}/fin", Access::team(), finish);
    at.post("/commandes/{}/reouverture", Access::team(), reopen);
    at.post("/commandes/{}/cloture", Access::staff(), close);
    at.post("/commandes/{}/reprise", Access::staff(), resume);
    at.get("/commandes/{}/arret", Access::staff(), ending);
    at.post("/commandes/{}/suspension", Access::staff(), suspend);
    at.post("/commandes/{}/annulation", Access::staff(), cancel);
    at.post("/commandes/{}/materiaux", Access::team(), material_add);
    at.post("/commandes/{}/materiaux/{}/fin", Access::team(), material_remove);
    at.get("/commandes/{}/livraison", Access::team(), delivery);
    at.post("/commandes/{}/livraison", Access::team(), deliver, signature);
    at.get("/commandes/{}/bon", Access::team(), delivery_note);
    at.get("/commandes/{}/bon.pdf", Access::team(), delivery_note_pdf);

    at.get("/missions/{}/commande", Access::team(), of_mission);

    at.get("/commander", Access::anyone(), request);
    at.post("/commander", Access::anyone(), request_begin);
    at.get("/commander/{}/{}", Access::link(), request_question);
    at.post("/commander/{}/{}", Access::link(), request_answer, photo);
    at.post("/commander/{}/{}/brouillon", Access::link(), request_save);
    at.get("/commander/{}/images/{}", Access::link(), request_picture);
    at.post("/commander/{}/images/{}/fin", Access::link(), request_picture_drop);
    at.post("/commander/{}/envoi", Access::link(), request_send);

    at.get("/suivi/{}", Access::link(), tracking);
    at.post("/suivi/{}/messages", Access::link(), tracking_write);
    at.post("/suivi/{}/prototype", Access::link(), tracking_judge);
    at.post("/suivi/{}/annulation", Access::link(), tracking_cancel);
    at.post("/suivi/{}/merci", Access::link(), tracking_thank);
    at.get("/suivi/{}/images/{}", Access::link(), tracking_picture);
    at.get("/suivi/{}/bon.pdf", Access::link(), tracking_note);
}

}  // namespace fabnum::orders
