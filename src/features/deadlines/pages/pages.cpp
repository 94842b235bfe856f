#include "features/deadlines/pages/pages.h"

#include "features/deadlines/pages/deadline_pages.h"

namespace fabnum::deadlines {

void add_pages(web::Routes& routes, Room& room) {
    const auto leads = web::Access::only({Role::Coordinator, Role::Admin});
    web::Table<Room> at{routes, room};
    at.get("/echeances", leads, list);
    at.get("/echeances.csv", leads, export_csv);
    at.get("/echeances.xlsx", leads, export_xlsx);
}

}  // namespace fabnum::deadlines
