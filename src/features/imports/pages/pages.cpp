#include "features/imports/pages/pages.h"

#include "features/imports/pages/import_pages.h"

namespace fabnum::imports {

void add_pages(web::Routes& routes, Room& room) {
    constexpr auto leads = web::Access::only({Role::Coordinator});
    constexpr web::Takes table{.form = 64 * 1024, .files = 6 * 1024 * 1024};
    web::Table<Room> at{routes, room};
    at.get("/imports", leads, import_list);
    at.post("/imports", leads, import_bring, table);
    at.get("/imports/exemple.csv", leads, import_sample);
    at.get("/imports/{}", leads, import_show);
    at.post("/imports/{}/colonnes", leads, import_map);
    at.post("/imports/{}/choix", leads, import_choose);
    at.post("/imports/{}/confirmation", leads, import_confirm);
    at.post("/imports/{}/abandon", leads, import_drop);
}

}  // namespace fabnum::imports
