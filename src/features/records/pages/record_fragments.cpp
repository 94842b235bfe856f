#include "features/records/pages/record_fragments.h"

#include <algorithm>
#include <charconv>

#include "platform/clock/clock.h"

namespace fabnum::records {

using namespace html;

int skip_of(const web::Visit& visit) {
    const auto from = visit.request().query.get("debut");
    int skip = 0;
    std::from_chars(from.data(), from.data() + from.size(), skip);
    return std::clamp(skip, 0, 1'000'000);
}

Markup tabs(const web::Visit& visit, std::string_view here) {
    const auto& t = visit.words();
    std::vector<std::pair<std::string_view, Url>> all = {
        {"journal", Url("/journal")}, {"readings", Url("/lectures")}, {"letters", Url("/courriers")}};
    all.emplace_back("retention", Url("/conservation"));
    if (visit.actor().role == Role::Admin) all.emplace_back("jobs", Url("/taches"));
    Markup links;
    for (const auto& [key, to] : all)
        links += li({a({href(to), key == here ? aria("current", "page") : Attribute{},
                        t("records.tab." + std::string(key))})});
    return nav({cls("parts"), aria("label", t("records.title")), ul({links})});
}

std::string name_of(const std::map<PersonId, people::Face>& faces, PersonId person, Role role,
                    const i18n::Words& t) {
    const auto face = faces.find(person);
    return face != faces.end() ? people::full_name(face->second)
                               : t("people.role." + std::string(word_of(role)));
}

std::string moment(Instant at, const web::Visit& visit) {
    const auto& zone = visit.visitor().zone;
    return visit.words().short_day(clock::day_in(zone, at)) + ", " +
           visit.words().time(clock::minutes_in(zone, at));
}

Markup pages_around(const Url& to, int skip, bool more, const i18n::Words& t) {
    Markup around;
    if (skip > 0)
        around += design::link_button(
            {.word = t("records.newer"), .icon = "chevron-left", .look = design::Look::Outline},
            to.with("debut", std::max(0, skip - page_size)));
    if (more)
        around += design::link_button(
            {.word = t("records.older"), .icon = "chevron-right", .look = design::Look::Outline},
            to.with("debut", skip + page_size));
    return around.empty() ? Markup() : div({cls("button-row"), around});
}

}  // namespace fabnum::records
