#pragma once

// The pages of this room, one per file.

#include "design/page.h"
#include "features/production/pages/pages.h"

namespace fabnum::production {

http::Response queue(Room& room, web::Visit& visit);
http::Response export_csv(Room& room, web::Visit& visit);
http::Response wall(Room& room, web::Visit& visit);
http::Response live(Room& room, web::Visit& visit);
http::Response learnt(Room& room, web::Visit& visit);
http::Response of_mission(Room& room, web::Visit& visit, projects::ProjectId project);

http::Response job_new(Room& room, web::Visit& visit);
http::Response job_bring(Room& room, web::Visit& visit);
http::Response job_show(Room& room, web::Visit& visit, JobId id);
http::Response job_file(Room& room, web::Visit& visit, JobId id);
http::Response job_approve(Room& room, web::Visit& visit, JobId id);
http::Response job_decline(Room& room, web::Visit& visit, JobId id);
http::Response job_cancel(Room& room, web::Visit& visit, JobId id);
http::Response job_start(Room& room, web::Visit& visit, JobId id);
http::Response job_take_back(Room& room, web::Visit& visit, JobId id);
http::Response job_end(Room& room, web::Visit& visit, JobId id);
http::Response job_clear(Room& room, web::Visit& visit, JobId id);
http::Response job_check(Room& room, web::Visit& visit, JobId id);
http::Response job_again(Room& room, web::Visit& visit, JobId id);

http::Response sending_key(Room& room, web::Visit& visit);
http::Response sending_key_make(Room& room, web::Visit& visit);
http::Response sending_key_end(Room& room, web::Visit& visit);
http::Response host_version(Room& room, web::Visit& visit);
http::Response host_upload(Room& room, web::Visit& visit);

}  // namespace fabnum::production
