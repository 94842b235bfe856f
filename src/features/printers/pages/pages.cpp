#include "features/printers/pages/pages.h"

#include "features/printers/pages/printer_pages.h"

namespace fabnum::printers {

void add_pages(web::Routes& routes, Room& room) {
    const auto leads = web::Access::only({Role::Coordinator, Role::Admin});
    web::Table<Room> at{routes, room};
    at.get("/machines/{}/imprimante", leads, connection);
    at.post("/machines/{}/imprimante", leads, connection_keep);
    at.post("/machines/{}/imprimante/fin", leads, connection_end);
    at.post("/machines/{}/volume", leads, room_keep);
}

}  // namespace fabnum::printers
