#pragma once

// The handlers of the projects room, by page.

#include "features/projects/pages/pages.h"

namespace fabnum::projects {

using http::Response;
using web::Visit;

// project_list.cpp
Response list(Room& room, Visit& visit);
// project_show.cpp
Response show(Room& room, Visit& visit, ProjectId id);
Response picture(Room& room, Visit& visit, ProjectId id, files::FileId file);
// project_steps.cpp
Response step_move(Room& room, Visit& visit, ProjectId id, StepId step);
Response step_add(Room& room, Visit& visit, ProjectId id);
Response step(Room& room, Visit& visit, ProjectId id, StepId step);
Response step_rename(Room& room, Visit& visit, ProjectId id, StepId step);
Response step_plan(Room& room, Visit& visit, ProjectId id, StepId step);
Response step_remove(Room& room, Visit& visit, ProjectId id, StepId step);
// project_work.cpp
Response work(Room& room, Visit& visit, ProjectId id);
Response work_note(Room& room, Visit& visit, ProjectId id);
// project_tries.cpp
Response tries(Room& room, Visit& visit, ProjectId id);
Response try_note(Room& room, Visit& visit, ProjectId id);
// project_photos.cpp
Response photos(Room& room, Visit& visit, ProjectId id);
Response photo_add(Room& room, Visit& visit, ProjectId id);
Response photo_publish(Room& room, Visit& visit, ProjectId id, PhotoId photo);
// project_checks.cpp
Response checks(Room& room, Visit& visit, ProjectId id);
Response check_add(Room& room, Visit& visit, ProjectId id);
Response check_set(Room& room, Visit& visit, ProjectId id, CheckId check);
// project_team.cpp
Response team(Room& room, Visit& visit, ProjectId id);
Response team_change(Room& room, Visit& visit, ProjectId id);
Response turn_pass(Room& room, Visit& visit, ProjectId id);
// project_sheet.cpp
Response sheet(Room& room, Visit& visit, ProjectId id);
Response sheet_write(Room& room, Visit& visit, ProjectId id);
// participation.cpp
Response participation(Room& room, Visit& visit);

}  // namespace fabnum::projects
