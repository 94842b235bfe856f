// Civic training on the page of a path: how far it is, what comes next.

#include "features/paths/pages/path_fragments.h"

namespace fabnum::paths {

using namespace html;

Markup civics_of(const civics::Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto& standing = sight.line.standing;
    const int done = civics::halves_done(standing, sight.asked);
    const std::string whole = t("civics.whole", {{"count", done}, {"all", sight.asked.all_halves()}});
    Markup body =
        p({b({whole})}) + design::gauge({.share = done / static_cast<double>(sight.asked.all_halves()),
                                         .tone = design::Tone::Info,
                                         .label = whole});
    Markup next;
    for (const auto& one : sight.sessions)
        if (next.empty() && !one.here && one.session.session.day >= visit.today())
            next = p({t("civics.next_session",
                        {{"day", t.day(one.session.session.day)}, {"title", one.session.session.title}})});
    body += next;
    if (civics::has_all(standing, sight.asked))
        body += design::done_line(t("civics.all_done"));
    else if (!sight.line.todo.empty())
        body +=
            p({cls("soft"), t("civics.next_due",
                              {{"need", t("civics.need." +
                                          std::string(word_in(civics::needs, sight.line.todo.front().need)))},
                               {"day", t.day(sight.line.todo.front().due)}})});
    return body;
}

}  // namespace fabnum::paths
