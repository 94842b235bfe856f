#pragma once

// The handlers of the people room, by page.

#include "features/people/pages/pages.h"

namespace fabnum::people {

// sign_in.cpp
http::Response sign_in(Room& room, web::Visit& visit);
http::Response sign_in_now(Room& room, web::Visit& visit);
http::Response sign_in_link(Room& room, web::Visit& visit, std::string token);
http::Response sign_in_link_now(Room& room, web::Visit& visit, std::string token);
http::Response sign_out(Room& room, web::Visit& visit);
SignIn how_of(const web::Visit& visit, bool shared);
http::Response enter(web::Visit& visit, const std::string& token, const std::optional<html::Url>& back);
// badge_sign_in.cpp
http::Response badge(Room& room, web::Visit& visit);
http::Response badge_read(Room& room, web::Visit& visit);
http::Response badge_pin(Room& room, web::Visit& visit, std::string code);
http::Response badge_enter(Room& room, web::Visit& visit, std::string code);
// self.cpp
http::Response self(Room& room, web::Visit& visit);
http::Response self_manner(Room& room, web::Visit& visit);
http::Response self_password(Room& room, web::Visit& visit);
http::Response self_pin(Room& room, web::Visit& visit);
http::Response self_session_end(Room& room, web::Visit& visit, sessions::SessionId session);
// codes.cpp
http::Response codes(Room& room, web::Visit& visit);
http::Response codes_on(Room& room, web::Visit& visit);
http::Response codes_off(Room& room, web::Visit& visit);
// places.cpp
http::Response places(Room& room, web::Visit& visit);
http::Response places_take(Room& room, web::Visit& visit);
http::Response place_new(Room& room, web::Visit& visit);
http::Response place_open(Room& room, web::Visit& visit);
http::Response language(Room& room, web::Visit& visit);
http::Response language_choose(Room& room, web::Visit& visit);
// person_show.cpp
http::Response person_show(Room& room, web::Visit& visit, PersonId id);
http::Response person_link(Room& room, web::Visit& visit, PersonId id);
http::Response person_badge(Room& room, web::Visit& visit, PersonId id);
http::Response person_badge_end(Room& room, web::Visit& visit, PersonId id);
// person_list.cpp
http::Response person_list(Room& room, web::Visit& visit);
http::Response person_list_csv(Room& room, web::Visit& visit);
http::Response person_list_xlsx(Room& room, web::Visit& visit);
// person_edit.cpp
http::Response person_edit(Room& room, web::Visit& visit, PersonId id);
http::Response person_correct(Room& room, web::Visit& visit, PersonId id);
// person_hats.cpp
http::Response person_hats(Room& room, web::Visit& visit, PersonId id);
http::Response person_hat_give(Room& room, web::Visit& visit, PersonId id);
http::Response person_hat_end(Room& room, web::Visit& visit, PersonId id);
http::Response person_leave(Room& room, web::Visit& visit, PersonId id);
http::Response person_return(Room& room, web::Visit& visit, PersonId id);
// badge_sheet.cpp
http::Response badge_list(Room& room, web::Visit& visit);
http::Response badge_give(Room& room, web::Visit& visit);
http::Response badge_pdf(Room& room, web::Visit& visit);
// person_new.cpp
http::Response person_new(Room& room, web::Visit& visit);
http::Response person_add(Room& room, web::Visit& visit);

// Where someone with this role begins.
html::Url home_of(Role role);
// How this browser presents itself, for its owner to recognise: "Firefox, Linux".
std::string device_of(const http::Request& request);

}  // namespace fabnum::people
