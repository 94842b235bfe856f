#include "features/civics/pages/pages.h"

#include "features/civics/pages/civic_pages.h"

namespace fabnum::civics {

namespace {

constexpr web::Takes one_paper{.form = 64 * 1024, .files = 20 << 20};

}  // namespace

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    constexpr auto beside = Access::only({Role::Coordinator, Role::Fabmanager});
    constexpr auto both = Access::only({Role::Coordinator, Role::Fabmanager, Role::Participant});
    web::Table<Room> at{routes, room};
    at.get("/formation-civique", beside, list_page);
    at.get("/formation-civique.csv", beside, export_csv);
    at.get("/formation-civique.xlsx", beside, export_xlsx);
    at.get("/formation-civique/journee", beside, day_form);
    at.post("/formation-civique/journee", beside, day_plan);
    at.post("/formation-civique/seances/{}", beside, part_set);
    at.get("/formation-civique/preuves/{}", both, proof_file);
    at.post("/formation-civique/preuves/{}/retrait", beside, proof_take_back);
    at.get("/formation-civique/{}", both, person_page);
    at.post("/formation-civique/{}/preuves", beside, proof_keep, one_paper);
}

}  // namespace fabnum::civics
