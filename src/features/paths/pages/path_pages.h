#pragma once

// The handlers of the paths room, by page.

#include "features/paths/pages/pages.h"

namespace fabnum::paths {

// interview_list.cpp
http::Response interviews(Room& room, web::Visit& visit);
http::Response interviews_csv(Room& room, web::Visit& visit);
http::Response interviews_xlsx(Room& room, web::Visit& visit);
// interview_show.cpp
http::Response interview(Room& room, web::Visit& visit, InterviewId id);
http::Response interview_offer(Room& room, web::Visit& visit, InterviewId id);
// interview_steps.cpp
http::Response interview_answer(Room& room, web::Visit& visit, InterviewId id);
http::Response interview_step(Room& room, web::Visit& visit, InterviewId id);
http::Response interview_add(Room& room, web::Visit& visit, PersonId person);
// young_people.cpp
http::Response young_people(Room& room, web::Visit& visit);
// young_person.cpp
http::Response young_person(Room& room, web::Visit& visit, PersonId id);
// my_path.cpp
http::Response my_path(Room& room, web::Visit& visit);
// goal_forms.cpp
http::Response goal_form(Room& room, web::Visit& visit, PersonId person);
http::Response goal_propose(Room& room, web::Visit& visit, PersonId person);
http::Response goal_answer(Room& room, web::Visit& visit, notebook::GoalId id);
http::Response goal_end(Room& room, web::Visit& visit, notebook::GoalId id);
http::Response action_form(Room& room, web::Visit& visit, notebook::GoalId id);
http::Response action_add(Room& room, web::Visit& visit, notebook::GoalId id);
http::Response action_tick(Room& room, web::Visit& visit, notebook::ActionId id);
// note_forms.cpp
http::Response note_form(Room& room, web::Visit& visit, PersonId person);
http::Response note_write(Room& room, web::Visit& visit, PersonId person);
http::Response note_erase(Room& room, web::Visit& visit, notebook::NoteId id);
// checkins.cpp
http::Response checkin(Room& room, web::Visit& visit);
http::Response checkin_send(Room& room, web::Visit& visit);
http::Response checkin_share(Room& room, web::Visit& visit, notebook::CheckinId id);
http::Response checkin_talked(Room& room, web::Visit& visit, notebook::CheckinId id);

}  // namespace fabnum::paths
