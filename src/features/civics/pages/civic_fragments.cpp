#include "features/civics/pages/civic_fragments.h"

namespace fabnum::civics {

using namespace html;

Url url_of(PersonId person) {
    return Url("/formation-civique") / person;
}

http::Response not_there(web::Visit& visit) {
    const bool own = visit.actor().role == Role::Participant;
    return design::refused(visit, {"civics.not_there"}, own ? Url("/parcours") : Url("/formation-civique"),
                           here_of(visit));
}

std::string_view here_of(const web::Visit& visit) {
    return visit.actor().role == Role::Participant ? "path" : "cohort";
}

std::string theory_words(const Standing& standing, const Asked& asked, const i18n::Words& t) {
    return t("civics.halves_of", {{"count", standing.theory}, {"all", asked.theory_halves()}});
}

std::string first_aid_words(const Standing& standing, const i18n::Words& t) {
    if (standing.first_aid) return t("civics.first_aid.proven");
    if (standing.followed) return t("civics.first_aid.followed");
    if (standing.first_aid_planned)
        return t("civics.first_aid.planned", {{"day", t.short_day(*standing.first_aid_planned)}});
    return t("civics.first_aid.missing");
}

std::string need_word(Need need, const i18n::Words& t) {
    return t("civics.need." + std::string(word_in(needs, need)));
}

std::string part_word(Part part, const i18n::Words& t) {
    return t("civics.part." + std::string(word_in(parts, part)));
}

design::Tag todo_tag(const Line& line, const Asked& asked, const web::Visit& visit) {
    const auto& t = visit.words();
    if (has_all(line.standing, asked)) return {design::Tone::Good, t("civics.done")};
    if (line.todo.empty()) return {design::Tone::Plain, t("civics.over")};
    const Todo& first = line.todo.front();
    const std::string word = need_word(first.need, t);
    if (first.due < visit.today()) return {design::Tone::Alert, word};
    return {first.planned ? design::Tone::Info : design::Tone::Watch, word};
}

Markup todo_list(const Line& line, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Moment> moments;
    moments.reserve(line.todo.size());
    for (const Todo& one : line.todo)
        moments.push_back({.when = one.due < visit.today() ? design::When::Past : design::When::Next,
                           .time = t.day_from_today(one.due, visit.today()),
                           .title = need_word(one.need, t),
                           .detail = t(one.due < visit.today() ? "civics.late"
                                       : one.planned           ? "civics.is_planned"
                                                               : "civics.not_planned")});
    return design::timeline(moments);
}

}  // namespace fabnum::civics
