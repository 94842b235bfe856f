#include "features/privacy/pages/pages.h"

#include "features/privacy/pages/privacy_pages.h"

namespace fabnum::privacy {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    const auto leads = Access::only({Role::Coordinator, Role::Admin});
    web::Table<Room> at{routes, room};
    at.get("/moi/donnees", Access::signed_in(), my_dossier);
    at.get("/moi/donnees.json", Access::signed_in(), my_dossier_json);
    at.get("/personnes/{}/donnees", leads, dossier);
    at.get("/personnes/{}/donnees.json", leads, dossier_json);
    at.get("/personnes/{}/effacement", leads, erasure);
    at.post("/personnes/{}/effacement", leads, erasure_now);
    at.get("/conservation", leads, retention);
}

}  // namespace fabnum::privacy
