#include "features/volunteering/pages/volunteering_fragments.h"

#include <algorithm>

namespace fabnum::volunteering {

using namespace html;

Url url_of(EngagementId id) {
    return Url("/volontariats") / id;
}

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"volunteering.not_there"}, Url("/volontariats"), "cohort");
}

std::optional<Sight> seen(Room& room, const web::Visit& visit, EngagementId id) {
    return room.database.read(
        [&](const sql::Reader& db) { return visible_to(db, visit.actor(), id, visit.today()); });
}

std::string dates_of(const Engagement& engagement, const i18n::Words& t) {
    return t("volunteering.from_to",
             {{"from", t.day_with_year(engagement.starts)}, {"to", t.day_with_year(engagement.last_day())}});
}

design::Tag moment_tag(const Engagement& engagement, const web::Visit& visit) {
    const auto& t = visit.words();
    if (visit.today() < engagement.starts) return {design::Tone::Info, t("volunteering.moment.coming")};
    if (engagement.last_day() < visit.today()) return {design::Tone::Plain, t("volunteering.moment.over")};
    if (engagement.ending) return {design::Tone::Watch, t("volunteering.moment.ending")};
    return {design::Tone::Good, t("volunteering.moment.running")};
}

design::Tag missing_tag(const std::vector<Need>& missing, const i18n::Words& t) {
    if (missing.empty()) return {design::Tone::Good, t("volunteering.complete")};
    const bool blocks =
        std::any_of(missing.begin(), missing.end(), [](const Need& need) { return need.blocks_start; });
    return {blocks ? design::Tone::Alert : design::Tone::Watch,
            t("volunteering.missing_count", {{"count", missing.size()}})};
}

std::string need_word(const Need& need, const i18n::Words& t) {
    return t("volunteering.need." + std::string(need.word));
}

std::string reason_word(EndReason reason, const i18n::Words& t) {
    return t("volunteering.reason." + std::string(word_of(reason)));
}

Markup tabs(const web::Visit& visit, std::string_view here) {
    const auto& t = visit.words();
    const std::pair<std::string_view, Url> all[] = {{"engagements", Url("/volontariats")},
                                                    {"agreements", Url("/conventions")},
                                                    {"deadlines", Url("/echeances")},
                                                    {"amounts", Url("/parametres")}};
    Markup links;
    for (const auto& [key, to] : all)
        links += li({a({href(to), key == here ? aria("current", "page") : Attribute{},
                        t("volunteering.tab." + std::string(key))})});
    return nav({cls("parts"), aria("label", t("volunteering.list.title")), ul({links})});
}

}  // namespace fabnum::volunteering
