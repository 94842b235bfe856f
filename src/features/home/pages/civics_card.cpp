// Civic training on the coordinator's home: who misses what before which day, the soonest first.

#include <algorithm>
#include <set>

#include "features/civics/civics.h"
#include "features/home/pages/home_fragments.h"

namespace fabnum::home {

using namespace html;

namespace {

constexpr std::size_t most_shown = 4;
constexpr int days_ahead = 45;

}  // namespace

Markup civics_card(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    struct Facts {
        std::vector<civics::CivicDuty> duties;
        std::map<PersonId, people::Face> faces;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found{.duties = civics::duties(db, visit.actor().site, visit.today()), .faces = {}};
        std::erase_if(found.duties, [&](const auto& one) {
            return one.todo.planned || one.todo.due > visit.today() + days_ahead;
        });
        std::vector<PersonId> ids;
        ids.reserve(found.duties.size());
        for (const auto& one : found.duties) ids.push_back(one.person);
        found.faces = people::faces(db, ids);
        return found;
    });
    if (facts.duties.empty()) return {};
    // One line for each thing and day: several people often miss the same.
    std::map<std::pair<Day, civics::Need>, std::vector<std::string>> groups;
    for (const auto& one : facts.duties)
        if (const auto face = facts.faces.find(one.person); face != facts.faces.end())
            groups[{one.todo.due, one.todo.need}].push_back(people::short_name(face->second));
    std::vector<design::Moment> moments;
    for (const auto& [what, names] : groups) {
        if (moments.size() == most_shown) break;
        const auto& [due, need] = what;
        std::vector<std::string> shown(
            names.begin(),
            names.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(names.size(), 3)));
        if (names.size() > shown.size())
            shown.push_back(t("home.civics.others", {{"count", names.size() - shown.size()}}));
        moments.push_back({.when = due < visit.today() ? design::When::Past : design::When::Next,
                           .time = t.day_from_today(due, visit.today()),
                           .title = t("civics.need." + std::string(word_in(civics::needs, need))),
                           .detail = t.list(shown),
                           .to = Url("/formation-civique")});
    }
    return design::card({.title = t("civics.title"),
                         .action = design::Link{t("home.civics.plan"), Url("/formation-civique/journee")},
                         .body = design::timeline(moments)});
}

}  // namespace fabnum::home
