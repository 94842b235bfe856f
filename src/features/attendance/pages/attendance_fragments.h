#pragma once

// What several pages of presence show: where a half-day is, its words, how somebody is.

#include <optional>
#include <string>
#include <string_view>

#include "base/words.h"
#include "design/page.h"
#include "features/attendance/pages/attendance_pages.h"

namespace fabnum::attendance {

// "/presence/3/2026-11-24/matin"
html::Url url_of(CohortId cohort, Day day, Half half);
html::Url faces_url(Day day, Half half);

inline constexpr std::pair<std::string_view, Half> half_parts[] = {{"matin", Half::Morning},
                                                                   {"apres-midi", Half::Afternoon}};

// What stands in an address, when the actor may see that half-day.
struct Where {
    cohorts::Cohort cohort;
    Day day;
    Half half = Half::Morning;
};
std::optional<Where> where_of(const sql::Reader& db, const Actor& actor, CohortId cohort,
                              std::string_view day, std::string_view half);

std::string half_word(Half half, const i18n::Words& words);            // "matin"
std::string when_words(Day day, Half half, const i18n::Words& words);  // "Mardi 24 novembre, matin"
std::string code_word(Code code, const i18n::Words& words);            // "Présence"
design::Tone tone_of(Code code);
design::Presence presence_of(Code code);
html::Markup mark_tag(const std::optional<Mark>& mark, const i18n::Words& words);
std::string hours_words(const Planned& planned, const i18n::Words& words);  // "de 9 h à 12 h"

}  // namespace fabnum::attendance
