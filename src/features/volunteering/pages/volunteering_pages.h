#pragma once

// The handlers of the volunteering room, by page.

#include "features/volunteering/pages/pages.h"

namespace fabnum::volunteering {

// volunteering_list.cpp
http::Response list_page(Room& room, web::Visit& visit);
http::Response export_csv(Room& room, web::Visit& visit);
http::Response export_xlsx(Room& room, web::Visit& visit);
// volunteering_form.cpp
http::Response new_engagement(Room& room, web::Visit& visit, PersonId person);
http::Response engage_now(Room& room, web::Visit& visit, PersonId person);
http::Response papers(Room& room, web::Visit& visit, EngagementId id);
http::Response papers_keep(Room& room, web::Visit& visit, EngagementId id);
// volunteering_show.cpp
http::Response of_person_page(Room& room, web::Visit& visit, PersonId person);
http::Response show(Room& room, web::Visit& visit, EngagementId id);
// volunteering_acts.cpp
http::Response amend_now(Room& room, web::Visit& visit, EngagementId id);
http::Response absence_note(Room& room, web::Visit& visit, EngagementId id);
http::Response absence_take_back(Room& room, web::Visit& visit, EngagementId id,
                                 Id<struct AbsenceTag> absence);
http::Response authorise_now(Room& room, web::Visit& visit, EngagementId id);
http::Response authorisation_paper(Room& room, web::Visit& visit, EngagementId id);
http::Response task_done(Room& room, web::Visit& visit, EngagementId id);
http::Response proof_note(Room& room, web::Visit& visit, EngagementId id);
// payments.cpp
http::Response payments_of_month(Room& room, web::Visit& visit, std::string month);
http::Response payments_note(Room& room, web::Visit& visit, std::string month);
// volunteering_end.cpp
http::Response ending(Room& room, web::Visit& visit, EngagementId id);
http::Response end_now(Room& room, web::Visit& visit, EngagementId id);
http::Response resume_now(Room& room, web::Visit& visit, EngagementId id);
// contract_sheet.cpp
http::Response contract_sheet(Room& room, web::Visit& visit, EngagementId id);
http::Response contract_sheet_pdf(Room& room, web::Visit& visit, EngagementId id);
// agreements.cpp
http::Response agreement_list(Room& room, web::Visit& visit);
http::Response agreement_new(Room& room, web::Visit& visit);
http::Response agreement_note(Room& room, web::Visit& visit);
http::Response agreement_show(Room& room, web::Visit& visit, AgreementId id);
http::Response agreement_change(Room& room, web::Visit& visit, AgreementId id);

}  // namespace fabnum::volunteering
