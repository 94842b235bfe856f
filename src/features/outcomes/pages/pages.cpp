#include "features/outcomes/pages/pages.h"

#include "features/outcomes/pages/outcome_pages.h"

namespace fabnum::outcomes {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    const auto leads = Access::only({Role::Coordinator, Role::Admin});
    const web::Takes proof{.files = 25'000'000};
    web::Table<Room> at{routes, room};
    at.get("/resultats", Access::staff(), results);
    at.get("/resultats.csv", Access::staff(), results_csv);
    at.get("/resultats.xlsx", Access::staff(), results_xlsx);
    at.get("/resultats/{}", Access::staff(), results_of_cohort);
    at.get("/sorties", leads, exit_list);
    at.get("/sorties.csv", leads, exit_list_csv);
    at.get("/sorties.xlsx", leads, exit_list_xlsx);
    at.get("/promo/{}/sorties/{}", leads, exit_form);
    at.post("/promo/{}/sorties/{}", leads, exit_note, proof);
    at.get("/sorties/{}", leads, exit_show);
    at.post("/sorties/{}/taches", leads, exit_task);
    at.get("/sorties/{}/preuve", leads, exit_file);
    at.get("/sorties/{}/bilan", leads, review_form);
    at.post("/sorties/{}/bilan", leads, review_keep);
    at.get("/sorties/{}/bilan.pdf", leads, review_pdf);
    at.get("/sorties/{}/attestation.pdf", leads, attestation_pdf);
    at.get("/suivis", leads, news_list);
    at.get("/suivis.csv", leads, news_list_csv);
    at.get("/suivis.xlsx", leads, news_list_xlsx);
    at.get("/suivis/{}", leads, news_show);
    at.post("/suivis/{}/texte", leads, news_text);
    at.post("/suivis/{}/mail", leads, news_mail);
    at.post("/suivis/{}/essais", leads, news_try);
    at.post("/suivis/{}/reponse", leads, news_answer);
    at.get("/nouvelles/{}", Access::link(), own_news);
    at.post("/nouvelles/{}", Access::link(), own_news_send);
}

}  // namespace fabnum::outcomes
