#pragma once

// The handlers of the records room, by page.

#include "features/records/pages/pages.h"
#include "platform/jobs/jobs.h"
#include "platform/mail/mail.h"

namespace fabnum::records {

// journal.cpp, readings.cpp, letters.cpp, jobs.cpp
http::Response journal_lines(Room& room, web::Visit& visit);
http::Response journal_csv(Room& room, web::Visit& visit);
http::Response journal_xlsx(Room& room, web::Visit& visit);
http::Response readings(Room& room, web::Visit& visit);
http::Response my_readings(Room& room, web::Visit& visit);
http::Response letters(Room& room, web::Visit& visit);
http::Response letter(Room& room, web::Visit& visit, mail::LetterId id);
http::Response job_list(Room& room, web::Visit& visit);
http::Response job_again(Room& room, web::Visit& visit, jobs::JobId id);

}  // namespace fabnum::records
