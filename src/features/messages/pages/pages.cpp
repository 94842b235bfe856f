#include "features/messages/pages/pages.h"

#include "features/messages/pages/message_pages.h"

namespace fabnum::messages {

void add_pages(web::Routes& routes, Room& room) {
    constexpr auto both = web::Access::only({Role::Coordinator, Role::Fabmanager, Role::Participant});
    web::Table<Room> at{routes, room};
    at.get("/messages", both, messages);
    at.get("/messages/{}", both, thread_page);
    at.post("/messages/{}", both, message_send);
}

}  // namespace fabnum::messages
