#pragma once

// The handlers of the recruitment room, by page.

#include <string>

#include "features/recruitment/pages/pages.h"

namespace fabnum::recruitment {

using http::Response;
using web::Visit;

// funnel.cpp, funnel_export.cpp: where everybody stands
Response funnel(Room& room, Visit& visit);
Response export_csv(Room& room, Visit& visit);
Response export_xlsx(Room& room, Visit& visit);
// meeting_list.cpp, meeting_form.cpp, meeting_show.cpp
Response meetings(Room& room, Visit& visit);
Response meeting_new(Room& room, Visit& visit);
Response meeting_plan(Room& room, Visit& visit);
Response meeting_edit(Room& room, Visit& visit, MeetingId id);
Response meeting_change(Room& room, Visit& visit, MeetingId id);
Response meeting_show(Room& room, Visit& visit, MeetingId id);
Response meeting_call_off(Room& room, Visit& visit, MeetingId id);
Response meeting_count(Room& room, Visit& visit, MeetingId id);
Response meeting_note(Room& room, Visit& visit, MeetingId id);
Response meeting_invite(Room& room, Visit& visit, MeetingId id);
// candidate_form.cpp, candidate_show.cpp
Response candidate_new(Room& room, Visit& visit);
Response candidate_receive(Room& room, Visit& visit);
Response candidate_edit(Room& room, Visit& visit, CandidateId id);
Response candidate_correct(Room& room, Visit& visit, CandidateId id);
Response candidate_show(Room& room, Visit& visit, CandidateId id);
Response candidate_link_show(Room& room, Visit& visit, CandidateId id);  // a link of theirs, shown once
Response candidate_withdraw(Room& room, Visit& visit, CandidateId id);
Response candidate_invite(Room& room, Visit& visit, CandidateId id);
// candidate_interview.cpp, candidate_positioning.cpp, candidate_decision.cpp
Response interview(Room& room, Visit& visit, CandidateId id);
Response interview_offer(Room& room, Visit& visit, CandidateId id);
Response interview_settle(Room& room, Visit& visit, CandidateId id);
Response positioning(Room& room, Visit& visit, CandidateId id);
Response positioning_keep(Room& room, Visit& visit, CandidateId id);
Response decision(Room& room, Visit& visit, CandidateId id);
Response decision_take(Room& room, Visit& visit, CandidateId id);
Response decision_undo(Room& room, Visit& visit, CandidateId id);
// referrer_list.cpp: the counsellors, for the coordinator
Response referrers(Room& room, Visit& visit);
Response referrer_send(Room& room, Visit& visit);
Response referrer_again(Room& room, Visit& visit, ReferrerId id);
Response referrer_end(Room& room, Visit& visit, ReferrerId id);
// settings_page.cpp
Response settings(Room& room, Visit& visit);
Response settings_keep(Room& room, Visit& visit);
// referral.cpp, referral_form.cpp, referral_meetings.cpp: the counsellor's pages, without account
Response referral_ask(Room& room, Visit& visit);
Response referral_recover(Room& room, Visit& visit);
Response referral(Room& room, Visit& visit, std::string token);
Response referral_new(Room& room, Visit& visit, std::string token);
Response referral_send(Room& room, Visit& visit, std::string token);
Response referral_withdraw(Room& room, Visit& visit, std::string token, CandidateId id);
Response referral_meetings(Room& room, Visit& visit, std::string token);
Response referral_book(Room& room, Visit& visit, std::string token, MeetingId meeting);
// interest_pages.cpp: the public sheet
Response interest(Room& room, Visit& visit);
Response interest_begin(Room& room, Visit& visit);
Response interest_question(Room& room, Visit& visit, std::string token, std::string question);
Response interest_answer(Room& room, Visit& visit, std::string token, std::string question);
Response interest_send(Room& room, Visit& visit, std::string token);
// own_page.cpp: what a candidate sees and answers by their link
Response own(Room& room, Visit& visit, std::string token);
Response own_meeting(Room& room, Visit& visit, std::string token, MeetingId meeting);
Response own_interview(Room& room, Visit& visit, std::string token);
Response own_withdraw(Room& room, Visit& visit, std::string token);

}  // namespace fabnum::recruitment
