#pragma once

// Markup shared by the pages of a mission.

#include <string>

#include "design/page.h"
#include "features/projects/pages/pages.h"

namespace fabnum::projects {

html::Url url_of(ProjectId id);
std::string title_of(const Step& step, const Project& project, const i18n::Words& t);
std::string activity_word(Activity activity, const i18n::Words& t);
std::string turn_word(Turn turn, const i18n::Words& t);
design::Stepper stepper_of(const std::vector<Step>& steps, const Project& project, const i18n::Words& t);
// "Responsable": what the visitor is in this mission, as a sentence; "" for nothing special.
std::string my_role(const Sight& sight, const web::Visit& visit);
std::vector<design::Choice> step_choices(const Sight& sight, const i18n::Words& t);

// The head of each page of a mission: its name, its parts as links, where one is.
struct Part {
    std::string_view key;  // "show", "work", "tries", "photos", "checks", "team", "sheet"
    std::string title;     // of the page
};
html::Markup head_of(const Sight& sight, const web::Visit& visit, const Part& part);
http::Response part_page(web::Visit& visit, const Sight& sight, const Part& part, const forms::Form& form,
                         html::Markup body, int status = 200);
// Looks the mission up through the visitor; when absent, the page that says so.
std::optional<Sight> sight_for(Room& room, const web::Visit& visit, ProjectId id);
http::Response not_there(web::Visit& visit);
// 303 to `to` and a word of thanks, or the page that says why not.
http::Response answered(web::Visit& visit, const Result<Done>& done, const html::Url& to,
                        std::string_view said);

}  // namespace fabnum::projects
