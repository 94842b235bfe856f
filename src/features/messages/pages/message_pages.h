#pragma once

// The handlers of the messages room, by page.

#include "features/messages/pages/pages.h"

namespace fabnum::messages {

// message_list.cpp: for the team, every thread; for a young person, their own
http::Response messages(Room& room, web::Visit& visit);
// message_thread.cpp
http::Response thread_page(Room& room, web::Visit& visit, PersonId person);
http::Response message_send(Room& room, web::Visit& visit, PersonId person);

}  // namespace fabnum::messages
