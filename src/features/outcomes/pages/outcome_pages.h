#pragma once

// The handlers of the outcomes room, by page.

#include "features/outcomes/pages/pages.h"

namespace fabnum::outcomes {

// results.cpp, results_export.cpp
http::Response results(Room& room, web::Visit& visit);
http::Response results_of_cohort(Room& room, web::Visit& visit, cohorts::CohortId id);
http::Response results_csv(Room& room, web::Visit& visit);
http::Response results_xlsx(Room& room, web::Visit& visit);
// exit_list.cpp
http::Response exit_list(Room& room, web::Visit& visit);
http::Response exit_list_csv(Room& room, web::Visit& visit);
http::Response exit_list_xlsx(Room& room, web::Visit& visit);
// exit_form.cpp
http::Response exit_form(Room& room, web::Visit& visit, cohorts::CohortId cohort, PersonId person);
http::Response exit_note(Room& room, web::Visit& visit, cohorts::CohortId cohort, PersonId person);
// exit_show.cpp
http::Response exit_show(Room& room, web::Visit& visit, ExitId id);
http::Response exit_task(Room& room, web::Visit& visit, ExitId id);
http::Response exit_file(Room& room, web::Visit& visit, ExitId id);
// news_list.cpp
http::Response news_list(Room& room, web::Visit& visit);
http::Response news_list_csv(Room& room, web::Visit& visit);
http::Response news_list_xlsx(Room& room, web::Visit& visit);
// news_show.cpp
http::Response news_show(Room& room, web::Visit& visit, NewsId id);
http::Response news_text(Room& room, web::Visit& visit, NewsId id);
http::Response news_mail(Room& room, web::Visit& visit, NewsId id);
http::Response news_try(Room& room, web::Visit& visit, NewsId id);
http::Response news_answer(Room& room, web::Visit& visit, NewsId id);
// own_news.cpp
http::Response own_news(Room& room, web::Visit& visit, std::string token);
http::Response own_news_send(Room& room, web::Visit& visit, std::string token);
// review_form.cpp, review_print.cpp
http::Response review_form(Room& room, web::Visit& visit, ExitId id);
http::Response review_keep(Room& room, web::Visit& visit, ExitId id);
http::Response review_pdf(Room& room, web::Visit& visit, ExitId id);
http::Response attestation_pdf(Room& room, web::Visit& visit, ExitId id);

}  // namespace fabnum::outcomes
