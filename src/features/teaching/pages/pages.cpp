#include "features/teaching/pages/pages.h"

#include "features/teaching/pages/teaching_pages.h"

namespace fabnum::teaching {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    constexpr auto beside = Access::only({Role::Coordinator, Role::Fabmanager});
    constexpr auto both = Access::only({Role::Coordinator, Role::Fabmanager, Role::Participant});
    constexpr auto young = Access::only({Role::Participant});
    constexpr web::Takes photo{.form = 256 * 1024, .files = 12 * 1024 * 1024};
    web::Table<Room> at{routes, room};
    at.get("/entraide", both, home_page);
    at.get("/entraide.csv", beside, export_csv);
    at.get("/entraide.xlsx", beside, export_xlsx);
    at.get("/entraide/souhait", young, wish_form);
    at.post("/entraide/souhaits", young, wish_send);
    at.post("/entraide/souhaits/{}/fin", young, wish_end);
    at.post("/entraide/demandes", young, pair_ask);
    at.get("/entraide/{}", both, pair_page);
    at.post("/entraide/{}/reponse", young, pair_agree);
    at.post("/entraide/{}/fait", young, pair_confirm, photo);
    at.post("/entraide/{}/abandon", both, pair_drop);
    at.get("/entraide/{}/photo", both, pair_photo);
}

}  // namespace fabnum::teaching
