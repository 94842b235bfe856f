#include "features/recruitment/pages/funnel_filter.h"

#include <charconv>

namespace fabnum::recruitment {

Filter filter_of(const sql::Reader& db, const web::Visit& visit) {
    const auto& query = visit.request().query;
    Filter filter;
    filter.site = site_of(db, visit);
    filter.words = query.get("q");
    const auto cohort = query.get("promo");
    if (cohort.empty()) {
        if (const auto next = next_cohort(db, filter.site, visit.today())) filter.cohort = next->id;
    } else if (cohort != "toutes") {
        std::from_chars(cohort.data(), cohort.data() + cohort.size(), filter.cohort.value);
    }
    const auto stage = query.get("etape");
    if (stage == "a-faire") filter.to_do = true;
    if (stage == "en-cours") filter.with_over = false;
    for (const auto& [word, one] : stages)
        if (word == stage) filter.stages.push_back(one);
    if (const auto sort = query.get("tri"); !sort.empty()) filter.sort = sort;
    return filter;
}

html::Url with_filter(html::Url to, const web::Visit& visit, std::string_view changed,
                      std::string_view value) {
    for (const auto& [name, given] : visit.request().query.items()) {
        const bool known = name == "q" || name == "etape" || name == "promo" || name == "tri";
        if (known && name != changed && !given.empty()) to = to.with(name, given);
    }
    return changed.empty() ? to : to.with(changed, value);
}

}  // namespace fabnum::recruitment
