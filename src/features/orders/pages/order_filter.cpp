#include "features/orders/pages/order_filter.h"

#include <charconv>

namespace fabnum::orders {

Filter filter_of(const web::Visit& visit) {
    const auto& query = visit.request().query;
    Filter filter;
    filter.site = visit.actor().site;
    filter.words = query.get("q");
    const auto state = query.get("etat");
    if (state == "ouvertes") {
        for (const auto& [word, one] : states)
            if (!is_over(one) && one != State::Delivered) filter.states.push_back(one);
    } else if (state == "retard") {
        filter.late = true;
    } else {
        for (const auto& [word, one] : states)
            if (word == state) filter.states.push_back(one);
    }
    for (const auto& [word, kind] : kinds)
        if (word == query.get("genre")) filter.kind = kind;
    if (const auto sort = query.get("tri"); !sort.empty()) filter.sort = sort;
    const auto skip = query.get("debut");
    std::from_chars(skip.data(), skip.data() + skip.size(), filter.skip);
    if (filter.skip < 0) filter.skip = 0;
    if (query.get("nombre") == std::to_string(long_list)) filter.most = long_list;
    return filter;
}

html::Url with_filter(html::Url to, const web::Visit& visit, std::string_view changed,
                      std::string_view value) {
    for (const auto& [name, given] : visit.request().query.items()) {
        const bool known = name == "q" || name == "etat" || name == "genre" || name == "tri" ||
                           name == "debut" || name == "nombre";
        if (known && name != changed && !given.empty() && name != "debut") to = to.with(name, given);
    }
    if (!changed.empty()) to = to.with(changed, value);
    return to;
}

}  // namespace fabnum::orders
