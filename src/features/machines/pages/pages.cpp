#include "features/machines/pages/pages.h"

#include "features/machines/pages/machine_pages.h"

namespace fabnum::machines {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    constexpr web::Takes photo{.form = 256 * 1024, .files = 12 * 1024 * 1024};
    web::Table<Room> at{routes, room};
    at.get("/machines/nouvelle", Access::staff(), machine_new);
    at.post("/machines", Access::staff(), machine_add);
    at.get("/machines/{}", Access::team(), machine_open);
    at.get("/machines/{}/fiche", Access::staff(), machine_edit);
    at.post("/machines/{}/fiche", Access::staff(), machine_keep);
    at.get("/machines/{}/photo", Access::anyone(), machine_photo);
    at.post("/machines/{}/photo", Access::staff(), machine_photograph, photo);
    at.post("/machines/{}/retrait", Access::staff(), machine_retire);
    at.post("/machines/{}/retour", Access::staff(), machine_return);
    at.post("/machines/{}/compteur", Access::staff(), machine_hours);
    at.get("/machines/{}/consigne", Access::staff(), lock_form);
    at.post("/machines/{}/consigne", Access::staff(), lock_now);
    at.post("/machines/{}/consigne/fin", Access::staff(), lock_release);
    at.get("/machines/{}/consigne.pdf", Access::staff(), tag_pdf);
    at.get("/machines/{}/carte.pdf", Access::team(), card_pdf);
    at.get("/machines/{}/etiquette.pdf", Access::staff(), label_pdf);
    at.get("/machines/etiquettes.pdf", Access::staff(), labels_pdf);
    at.get("/m/{}/panne", Access::team(), fault_form);
    at.post("/m/{}/panne", Access::team(), fault_report, photo);
    at.post("/pannes/{}/reparation", Access::staff(), fault_repair);
    at.get("/pannes/{}/photo", Access::team(), fault_photo);
}

}  // namespace fabnum::machines
