#pragma once

// The handlers of the timetable, by page.

#include "features/timetable/pages/pages.h"

namespace fabnum::timetable {

// week.cpp
http::Response week(Room& room, web::Visit& visit);
// session_form.cpp
http::Response session_new(Room& room, web::Visit& visit);
http::Response session_plan(Room& room, web::Visit& visit);
http::Response session_edit(Room& room, web::Visit& visit, SessionId id);
http::Response session_change(Room& room, web::Visit& visit, SessionId id);
// session_show.cpp
http::Response session_show(Room& room, web::Visit& visit, SessionId id);
http::Response session_cancel(Room& room, web::Visit& visit, SessionId id);

inline html::Url url_of(SessionId id) {
    return html::Url("/seances") / id;
}

}  // namespace fabnum::timetable
