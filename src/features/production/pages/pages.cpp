#include "features/production/pages/pages.h"

#include "features/production/pages/production_pages.h"

namespace fabnum::production {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    constexpr web::Takes model{.form = 256 * 1024, .files = 110 * 1024 * 1024};
    web::Table<Room> at{routes, room};
    at.get("/fabrications", Access::team(), queue);
    at.get("/fabrications.csv", Access::staff(), export_csv);
    at.get("/fabrications/tableau", Access::team(), wall);
    at.get("/fabrications/direct", Access::team(), live);
    at.get("/fabrications/appris", Access::team(), learnt);
    at.get("/fabrications/cle", Access::team(), sending_key);
    at.post("/fabrications/cle", Access::team(), sending_key_make);
    at.post("/fabrications/cle/fin", Access::team(), sending_key_end);
    at.get("/fabrications/nouvelle", Access::team(), job_new);
    at.post("/fabrications", Access::team(), job_bring, model);
    at.get("/fabrications/{}", Access::team(), job_show);
    at.get("/fabrications/{}/fichier", Access::team(), job_file);
    at.post("/fabrications/{}/accord", Access::staff(), job_approve);
    at.post("/fabrications/{}/refus", Access::staff(), job_decline);
    at.post("/fabrications/{}/annulation", Access::team(), job_cancel);
    at.post("/fabrications/{}/lancement", Access::team(), job_start);
    at.post("/fabrications/{}/retour", Access::staff(), job_take_back);
    at.post("/fabrications/{}/fin", Access::team(), job_end);
    at.post("/fabrications/{}/plateau", Access::team(), job_clear);
    at.post("/fabrications/{}/controle", Access::team(), job_check);
    at.post("/fabrications/{}/reprise", Access::team(), job_again);
    at.get("/missions/{}/fabrications", Access::team(), of_mission);

    // Slicers send here as if it were OctoPrint, each with its owner's key.
    at.plain("/api/version", host_version);
    at.post("/api/files/local", Access::key(), host_upload, model);
}

}  // namespace fabnum::production
