#pragma once

// Words, tags and choices that several pages of this room share.

#include "design/page.h"
#include "features/outcomes/pages/pages.h"

namespace fabnum::outcomes {

std::string situation_word(Situation situation, const i18n::Words& t);
std::string field_word(const std::optional<Field>& field, const i18n::Words& t);  // "" when none
std::string percent(double share, const i18n::Words& t);                          // "70,8 %"
std::string between(const statistics::Interval& interval, const i18n::Words& t);  // "50,8 à 85,1 %"
design::Tag standing_tag(Standing standing, const i18n::Words& t);
std::string news_title(const News& news, const i18n::Words& t);  // "6 mois après"

// All words of a table as the choices of a field: "outcomes.<what>.<word>".
template <class T, std::size_t N>
std::vector<design::Choice> choices_of(const std::pair<std::string_view, T> (&words)[N],
                                       std::string_view what, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& [word, value] : words)
        choices.push_back({std::string(word), t("outcomes." + std::string(what) + "." + std::string(word))});
    return choices;
}
html::Markup situation_fields(const forms::Form& form, const i18n::Words& t);  // situation, field, proof
// The three tabs of this room.
html::Markup tabs(std::string_view here, const web::Visit& visit);
html::Url url_of(ExitId id);
html::Url url_of(NewsId id);

}  // namespace fabnum::outcomes
