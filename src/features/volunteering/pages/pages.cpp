#include "features/volunteering/pages/pages.h"

#include "features/volunteering/pages/volunteering_pages.h"

namespace fabnum::volunteering {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    const auto leads = Access::only({Role::Coordinator, Role::Admin});
    constexpr web::Takes paper{.form = 256 * 1024, .files = 20 * 1024 * 1024};
    web::Table<Room> at{routes, room};
    at.get("/volontariats", leads, list_page);
    at.get("/volontariats.csv", leads, export_csv);
    at.get("/volontariats.xlsx", leads, export_xlsx);
    at.get("/personnes/{}/volontariat", leads, of_person_page);
    at.get("/personnes/{}/volontariat/nouveau", leads, new_engagement);
    at.post("/personnes/{}/volontariat", leads, engage_now);
    at.get("/volontariats/{}", leads, show);
    at.get("/volontariats/{}/pieces", leads, papers);
    at.post("/volontariats/{}/pieces", leads, papers_keep);
    at.post("/volontariats/{}/avenants", leads, amend_now);
    at.post("/volontariats/{}/absences", leads, absence_note);
    at.post("/volontariats/{}/absences/{}/fin", leads, absence_take_back);
    at.post("/volontariats/{}/autorisation", leads, authorise_now, paper);
    at.get("/volontariats/{}/autorisation", leads, authorisation_paper);
    at.post("/volontariats/{}/taches", leads, task_done);
    at.post("/volontariats/{}/preuves", leads, proof_note);
    at.get("/prestations/{}", leads, payments_of_month);
    at.post("/prestations/{}", leads, payments_note);
    at.get("/volontariats/{}/fin", leads, ending);
    at.post("/volontariats/{}/fin", leads, end_now);
    at.post("/volontariats/{}/reprise", leads, resume_now);
    at.get("/volontariats/{}/contrat", leads, contract_sheet);
    at.get("/volontariats/{}/contrat.pdf", leads, contract_sheet_pdf);
    at.get("/conventions", leads, agreement_list);
    at.get("/conventions/nouvelle", leads, agreement_new);
    at.post("/conventions", leads, agreement_note);
    at.get("/conventions/{}", leads, agreement_show);
    at.post("/conventions/{}", leads, agreement_change);
}

}  // namespace fabnum::volunteering
