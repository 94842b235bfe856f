#pragma once

// What the homes share: cards of orders with their teams.

#include <map>

#include "design/page.h"
#include "features/home/pages/pages.h"
#include "features/outcomes/outcomes.h"
#include "platform/clock/clock.h"

namespace fabnum::home {

// outcomes_card.cpp
struct After {
    std::size_t leaving = 0, to_ask = 0;
};
After after_of(const sql::Reader& db, SiteId site, Day today);
html::Markup outcomes_card(const After& after, const web::Visit& visit);

design::BoardCard board_card(const orders::Row& row,
                             const std::map<projects::ProjectId, projects::Glance>& missions,
                             const web::Visit& visit);
design::BoardColumn column_of(std::string_view stage, design::Tone tone, const orders::Rows& rows,
                              const std::map<projects::ProjectId, projects::Glance>& missions,
                              const web::Visit& visit);
std::string step_title(const projects::Step& step, const projects::Project& project, const i18n::Words& t);
design::Picture picture_of(orders::Kind kind);

// paths_card.cpp: for the coordinator, the interviews to hold and who asked to talk; for a young person, the
// next meeting.
html::Markup paths_card(Room& room, const web::Visit& visit);
html::Markup next_meeting(Room& room, const web::Visit& visit);

// teaching_card.cpp: somebody waits for an answer of this young person; nothing otherwise.
html::Markup teaching_card(Room& room, const web::Visit& visit);

// civics_card.cpp: what is not planned yet of the civic training; nothing when all is.
html::Markup civics_card(Room& room, const web::Visit& visit);

}  // namespace fabnum::home
