#pragma once

// The handlers of the orders room, by page.

#include <string>

#include "features/orders/pages/pages.h"

namespace fabnum::orders {

using http::Response;
using web::Visit;

// order_list.cpp, order_board.cpp, order_export.cpp
Response list(Room& room, Visit& visit);
Response board(Room& room, Visit& visit);
Response export_csv(Room& room, Visit& visit);
Response export_xlsx(Room& room, Visit& visit);
// order_show.cpp
Response show(Room& room, Visit& visit, OrderId id);
Response picture(Room& room, Visit& visit, OrderId id, files::FileId file);
Response of_mission(Room& room, Visit& visit, projects::ProjectId id);  // 303 to the order behind a mission
// order_counter.cpp: for someone at the counter
Response counter(Room& room, Visit& visit);
Response counter_receive(Room& room, Visit& visit);
// order_triage.cpp
Response triage(Room& room, Visit& visit, OrderId id);
Response triage_keep(Room& room, Visit& visit, OrderId id);
Response acceptance(Room& room, Visit& visit, OrderId id);
Response refusal(Room& room, Visit& visit, OrderId id);
// order_conversation.cpp
Response ask(Room& room, Visit& visit, OrderId id);
Response answer(Room& room, Visit& visit, OrderId id);
Response write(Room& room, Visit& visit, OrderId id);
// order_team.cpp
Response team(Room& room, Visit& visit, OrderId id);
Response team_start(Room& room, Visit& visit, OrderId id);
// order_prototype.cpp
Response prototype(Room& room, Visit& visit, OrderId id);
Response prototype_show(Room& room, Visit& visit, OrderId id);
Response prototype_judge(Room& room, Visit& visit, OrderId id);
// order_steps.cpp: one button, one sentence
Response finish(Room& room, Visit& visit, OrderId id);
Response reopen(Room& room, Visit& visit, OrderId id);
Response close(Room& room, Visit& visit, OrderId id);
Response resume(Room& room, Visit& visit, OrderId id);
Response ending(Room& room, Visit& visit, OrderId id);  // the question before suspending or cancelling
Response suspend(Room& room, Visit& visit, OrderId id);
Response cancel(Room& room, Visit& visit, OrderId id);
// order_materials.cpp
Response material_add(Room& room, Visit& visit, OrderId id);
Response material_remove(Room& room, Visit& visit, OrderId id, Id<struct MaterialTag> material);
// order_delivery.cpp, delivery_note.cpp
Response delivery(Room& room, Visit& visit, OrderId id);
Response deliver(Room& room, Visit& visit, OrderId id);
Response delivery_note(Room& room, Visit& visit, OrderId id);
Response delivery_note_pdf(Room& room, Visit& visit, OrderId id);
// request_form.cpp: the public form
Response request(Room& room, Visit& visit);
Response request_begin(Room& room, Visit& visit);
Response request_question(Room& room, Visit& visit, std::string token, std::string question);
Response request_answer(Room& room, Visit& visit, std::string token, std::string question);
Response request_save(Room& room, Visit& visit, std::string token, std::string question);
Response request_send(Room& room, Visit& visit, std::string token);
// request_pictures.cpp
Response request_picture(Room& room, Visit& visit, std::string token, files::FileId file);
Response request_picture_drop(Room& room, Visit& visit, std::string token, files::FileId file);
// tracking.cpp: the requester's page
Response tracking(Room& room, Visit& visit, std::string token);
Response tracking_write(Room& room, Visit& visit, std::string token);
Response tracking_judge(Room& room, Visit& visit, std::string token);
Response tracking_cancel(Room& room, Visit& visit, std::string token);
Response tracking_thank(Room& room, Visit& visit, std::string token);
Response tracking_picture(Room& room, Visit& visit, std::string token, files::FileId file);
Response tracking_note(Room& room, Visit& visit, std::string token);

}  // namespace fabnum::orders
