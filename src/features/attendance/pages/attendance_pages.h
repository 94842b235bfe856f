#pragma once

// The handlers of presence, by page.

#include "features/attendance/pages/pages.h"

namespace fabnum::attendance {

using cohorts::CohortId;

// faces.cpp
http::Response faces_of_the_day(Room& room, web::Visit& visit);
http::Response all_present(Room& room, web::Visit& visit);
http::Response mark_one(Room& room, web::Visit& visit);
http::Response notice_seen(Room& room, web::Visit& visit, NoticeId id);
// half_day.cpp
http::Response half_day(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half,
                        PersonId person);
http::Response catch_up_agree(Room& room, web::Visit& visit, CohortId cohort, std::string day,
                              std::string half, PersonId person);
http::Response catch_up_call_off(Room& room, web::Visit& visit, CatchUpId id);
http::Response half_day_mark(Room& room, web::Visit& visit, CohortId cohort, std::string day,
                             std::string half, PersonId person);
// sheet.cpp
http::Response sheet_show(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half);
http::Response proof(Room& room, web::Visit& visit, CohortId cohort, std::string month);
// sheet_paper.cpp
http::Response sheet_pdf(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half);
http::Response paper(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half);
http::Response paper_enter(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half);
// sign.cpp
http::Response to_sign(Room& room, web::Visit& visit);
http::Response signature(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half,
                         PersonId person);
http::Response signature_give(Room& room, web::Visit& visit, CohortId cohort, std::string day,
                              std::string half, PersonId person);
// say.cpp
http::Response say(Room& room, web::Visit& visit);
http::Response say_it(Room& room, web::Visit& visit);

}  // namespace fabnum::attendance
