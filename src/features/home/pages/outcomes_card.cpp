// What the exits of young people ask of the coordinator: exits to note, news to ask for.

#include "features/home/pages/home_fragments.h"

namespace fabnum::home {

using namespace html;

After after_of(const sql::Reader& db, SiteId site, Day today) {
    return {.leaving = outcomes::leaving(db, site, today).size(),
            .to_ask = outcomes::news(db, {.site = site}, today).size()};
}

Markup outcomes_card(const After& after, const web::Visit& visit) {
    if (after.leaving == 0 && after.to_ask == 0) return {};
    const auto& t = visit.words();
    std::vector<design::Decision> rows;
    const auto add = [&](std::string_view key, std::size_t count, std::string_view icon, design::Tone tone,
                         const Url& to) {
        if (count == 0) return;
        const std::string title = t("home.after." + std::string(key), {{"count", count}});
        const std::string act = t("home.after." + std::string(key) + "_do");
        rows.push_back({.icon = icon,
                        .tone = tone,
                        .title = title,
                        .action = design::link_button({.word = act,
                                                       .look = design::Look::Outline,
                                                       .size = design::Size::Small,
                                                       .label = act + ", " + title},
                                                      to)});
    };
    add("leaving", after.leaving, "log-out", design::Tone::Watch, Url("/sorties"));
    add("to_ask", after.to_ask, "message-square", design::Tone::Info, Url("/suivis"));
    return design::card({.title = t("home.after.title"),
                         .action = design::Link{t("home.after.results"), Url("/resultats")},
                         .body = design::decision_list(rows),
                         .flush = true});
}

}  // namespace fabnum::home
