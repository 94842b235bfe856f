#pragma once

// Markup and readings shared by the pages of this room.

#include <string>

#include "design/page.h"
#include "features/recruitment/pages/pages.h"
#include "platform/clock/clock.h"

namespace fabnum::recruitment {

html::Url url_of(CandidateId id);
html::Url url_of(MeetingId id);
// Where the visitor recruits: their site, or the first one for an administrator of all.
SiteId site_of(const sql::Reader& db, const web::Visit& visit);
// The words of a young person's page: "tu" in French.
i18n::Words youth_words(const web::Visit& visit, const std::optional<Candidate>& candidate = {});

std::string stage_word(Stage stage, const i18n::Words& t);
design::Tag stage_tag(Stage stage, const i18n::Words& t);
design::Tag attendance_tag(Attendance status, const i18n::Words& t);
std::string when_of(const Meeting& meeting, const i18n::Words& t);  // "mardi 1 décembre, 14 h"
std::string when_of(const Interview& interview, const i18n::Words& t);
std::string seats_words(const Glance& glance, const i18n::Words& t);
html::Markup findings_list(const std::vector<Finding>& findings, const i18n::Words& t);

// Choices of a closed list: its words under "recruitment.<list>.".
template <class Words>
std::vector<design::Choice> choices_of(std::string_view list, const Words& all, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& one : all) {
        std::string word;
        if constexpr (requires { one.first; })
            word = std::string(one.first);
        else
            word = std::string(one);
        choices.push_back({word, t("recruitment." + std::string(list) + "." + word)});
    }
    return choices;
}
std::vector<design::Choice> meeting_choices(const std::vector<Glance>& ahead, const i18n::Words& t);

// The fields about one young person, each name with this end ("" or "_2"); and what was typed in them.
html::Markup candidate_fields(const forms::Form& form, std::string_view end, const i18n::Words& t);
Candidate candidate_from(forms::Form& form, std::string_view end, Day today);
void fill(forms::Form& form, const Candidate& candidate, const i18n::Words& t);

// "14:00", "14 h", "14h30": minutes since midnight; a problem when it is no time of a day.
int time_from(forms::Form& form, std::string_view name);
std::string typed_time(int minutes);

http::Response ended_link(Room& room, web::Visit& visit, std::string_view kind, const std::string& token);

}  // namespace fabnum::recruitment
