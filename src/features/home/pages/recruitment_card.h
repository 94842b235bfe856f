#pragma once

// The card of recruitment on the coordinator's home.

#include "features/home/pages/pages.h"
#include "features/recruitment/recruitment.h"
#include "platform/html/html.h"

namespace fabnum::home {

struct RecruitmentFacts {
    std::vector<recruitment::Row> to_do;  // those for whom the team has something to do
    std::vector<recruitment::Glance> ahead;
};
RecruitmentFacts recruitment_facts(Room& room, const sql::Reader& db, const web::Visit& visit);
html::Markup recruitment_card(const RecruitmentFacts& facts, const web::Visit& visit);

}  // namespace fabnum::home
